namespace RealtimeKit.Gen.Model;

/// <summary>The class of the document's links: what an answer of one operation gives for a call of another.</summary>
internal sealed record LinksModel(string Name, EquatableArray<LinkModel> Links);

/// <summary>One link: a record of the arguments that it gives.</summary>
/// <param name="Sources">What the arguments are made from.</param>
internal sealed record LinkModel(string Name, DocModel Doc, EquatableArray<LinkSourceModel> Sources, EquatableArray<LinkValueModel> Values)
{
    /// <summary>The method that makes the record.</summary>
    public const string Maker = "From";
}

/// <summary>A parameter of the method that makes the record.</summary>
internal sealed record LinkSourceModel(string Name, TypeRef Type, string Doc);

/// <param name="Type">That of the parameter or body which it is for, and null.</param>
/// <param name="Expression">C# over the sources; empty where whoever follows the link must say it.</param>
internal sealed record LinkValueModel(string Name, TypeRef Type, DocModel Doc, string Expression);
