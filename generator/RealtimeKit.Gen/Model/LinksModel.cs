namespace RealtimeKit.Gen.Model;

/// <summary>The class of the document's links: the arguments that a response of one operation gives for a call of another.</summary>
internal sealed record LinksModel(string Name, EquatableArray<LinkModel> Links);

/// <summary>One link: a record of arguments.</summary>
/// <param name="Sources">The sources of the arguments.</param>
internal sealed record LinkModel(string Name, DocModel Doc, EquatableArray<LinkSourceModel> Sources, EquatableArray<LinkValueModel> Values)
{
    /// <summary>The name of the method that creates the record.</summary>
    public const string Maker = "From";
}

/// <summary>A parameter of the method that creates the record.</summary>
internal sealed record LinkSourceModel(string Name, TypeRef Type, string Doc);

/// <param name="Type">The nullable type of the parameter or body that the value is for.</param>
/// <param name="Expression">The expression of the value, or null if the caller must set it.</param>
internal sealed record LinkValueModel(string Name, TypeRef Type, DocModel Doc, LinkExpressionModel? Expression);

/// <summary>How a value is created: a constant, or a path from one of the sources.</summary>
internal sealed record LinkExpressionModel
{
    public ConstantModel? Constant { get; init; }

    /// <summary>Gets the parameter that the path starts from.</summary>
    public string Source { get; init; } = "";

    /// <summary>Gets the class of accessors and the method for headers; empty for other sources.</summary>
    public (string Class, string Method) Accessor { get; init; } = ("", "");

    public EquatableArray<LinkStepModel> Steps { get; init; } = EquatableArray<LinkStepModel>.Empty;

    public LinkConversion Conversion { get; init; }

    /// <summary>Gets whether the value at the end of the path may be null.</summary>
    public bool IsNullable { get; init; }
}

/// <summary>A property on the path to a value.</summary>
/// <param name="IsConditional">Whether the object that has the property may be null.</param>
internal sealed record LinkStepModel(string Property, bool IsConditional, bool IsOptional);

/// <summary>The conversion of a value to the wanted type.</summary>
internal enum LinkConversion
{
    /// <summary>No conversion; C# converts implicitly.</summary>
    None,

    /// <summary>Digits as text.</summary>
    Digits,

    /// <summary>The text of the value.</summary>
    Text,

    /// <summary>A URL as it was written.</summary>
    Address,
}
