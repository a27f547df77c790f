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
/// <param name="Expression">Where it comes from; null where whoever follows the link must say it.</param>
internal sealed record LinkValueModel(string Name, TypeRef Type, DocModel Doc, LinkExpressionModel? Expression);

/// <summary>How a value is made: a constant, or the way to it from one of the sources.</summary>
internal sealed record LinkExpressionModel
{
    public ConstantModel? Constant { get; init; }

    /// <summary>The parameter from which the way starts.</summary>
    public string Source { get; init; } = "";

    /// <summary>The class of accessors and its method, where the source is the headers; empty for any other.</summary>
    public (string Class, string Method) Accessor { get; init; } = ("", "");

    public EquatableArray<LinkStepModel> Steps { get; init; } = EquatableArray<LinkStepModel>.Empty;

    public LinkConversion Conversion { get; init; }

    /// <summary>Whether the value at the end of the way may be null.</summary>
    public bool IsNullable { get; init; }
}

/// <summary>A property on the way to a value.</summary>
/// <param name="IsConditional">Whether what has the property may be null.</param>
internal sealed record LinkStepModel(string Property, bool IsConditional, bool IsOptional);

/// <summary>What makes the value the type that is wanted.</summary>
internal enum LinkConversion
{
    /// <summary>C# does by itself.</summary>
    None,

    /// <summary>Digits as text.</summary>
    Digits,

    /// <summary>The value's text.</summary>
    Text,

    /// <summary>An address as it was written.</summary>
    Address,
}
