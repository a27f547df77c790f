namespace RealtimeKit.Gen.Model;

/// <summary>A type that will be emitted.</summary>
internal abstract record TypeModel
{
    public required string Name { get; init; }

    public required DocModel Doc { get; init; }

    public bool IsObsolete { get; init; }
}

/// <summary>An enum, its members in the document's order.</summary>
internal sealed record EnumModel : TypeModel
{
    /// <summary>Whether the wire carries numbers.</summary>
    public bool IsNumeric { get; init; }

    /// <summary>Whether a number is beyond 32 bits.</summary>
    public bool IsLong { get; init; }

    /// <summary>Whether a value may combine several members.</summary>
    public bool AreFlags { get; init; }

    /// <summary>Whether a number may stand in text as well.</summary>
    public bool IsInText { get; init; }

    public required EquatableArray<EnumMemberModel> Members { get; init; }
}

/// <param name="Number">The value of the member in C#; empty where its place says it.</param>
internal sealed record EnumMemberModel(string Name, string WireName, string Number, DocModel Doc);

/// <summary>A record.</summary>
internal sealed record ObjectModel : TypeModel
{
    /// <summary>The record that this one extends; empty for none.</summary>
    public string BaseName { get; init; } = "";

    /// <summary>Whether other records extend this one.</summary>
    public bool IsBase { get; init; }

    /// <summary>Whether only the records that extend this one may be made; a value that none of them is may still be read as it.</summary>
    public bool IsAbstract { get; init; }

    /// <summary>Inherited ones too.</summary>
    public required EquatableArray<PropertyModel> Properties { get; init; }

    /// <summary>The type of properties that the document does not name; null where they are kept as raw JSON.</summary>
    public TypeRef? AdditionalProperties { get; init; }

    /// <summary>The property that tells which record a value is; empty for none.</summary>
    public string Discriminator { get; init; } = "";

    public EquatableArray<DerivedModel> Derived { get; init; } = EquatableArray<DerivedModel>.Empty;

    /// <summary>The record that a value is whose discriminator says nothing that is known; empty for this one.</summary>
    public string DefaultName { get; init; } = "";

    /// <summary>Whether the record travels as a form or a parameter as well, or only.</summary>
    public bool IsParameter { get; init; }

    /// <summary>Whether the record holds files, so that it can travel as a form only.</summary>
    public bool IsFormOnly { get; init; }
}

/// <param name="Value">What the discriminator says for it.</param>
/// <param name="Name">The record that extends the base; empty for the base itself.</param>
/// <param name="IsDecided">Whether the value is that record and none that extends it: not where the record has a discriminator of its own.</param>
internal sealed record DerivedModel(string Value, string Name, bool IsDecided);

internal sealed record PropertyModel
{
    public required string Name { get; init; }

    public required string WireName { get; init; }

    /// <summary>The type of the value, nullable where the C# property is.</summary>
    public required TypeRef Type { get; init; }

    public required DocModel Doc { get; init; }

    /// <summary>Whether absent and null are two things, so that the property is an <c>Optional</c>.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether it tells which record a value is: it is written first.</summary>
    public bool IsKind { get; init; }

    /// <summary>Whether whoever makes the record must set it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether a document without it is refused when read.</summary>
    public bool IsExpected { get; init; }

    /// <summary>Whether null is written as null rather than left out.</summary>
    public bool WritesNull { get; init; }

    /// <summary>Whether it is never written.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>The value that it has by itself.</summary>
    public ConstantModel? Default { get; init; }

    /// <summary>What it has when it is read from a value without it.</summary>
    public AbsentValue AbsentValue { get; init; }

    public bool IsInherited { get; init; }

    /// <summary>Whether the record gives an inherited property a default of its own.</summary>
    public bool IsDefaultedAnew { get; init; }

    public bool IsObsolete { get; init; }

    /// <summary>How it travels in a form or a parameter.</summary>
    public FieldModel Field { get; init; } = FieldModel.Default;
}

/// <summary>How a property travels in a form.</summary>
internal sealed record FieldModel(string Style, bool Explode, bool AllowReserved, string ContentType)
{
    public static readonly FieldModel Default = new("Form", true, false, "");

    /// <summary>Gets how the value is sent.</summary>
    public FieldForm Form { get; init; }
}

/// <summary>How the value of a form's field is sent.</summary>
internal enum FieldForm
{
    /// <summary>As the text of a parameter, in the field's style.</summary>
    Text,

    /// <summary>As one part of text for each item of a list.</summary>
    Texts,

    /// <summary>As JSON.</summary>
    Json,

    /// <summary>As one part of JSON for each item of a list.</summary>
    Jsons,

    /// <summary>As a file.</summary>
    File,

    /// <summary>As one file for each item of a list.</summary>
    Files,
}

/// <summary>An array whose places have types of their own: a record with a property for each.</summary>
internal sealed record TupleModel : TypeModel
{
    public required EquatableArray<TupleItemModel> Items { get; init; }

    /// <summary>How many items there are at least.</summary>
    public required int Required { get; init; }

    /// <summary>The type of further items; null where they are kept as raw JSON.</summary>
    public TypeRef? Rest { get; init; }
}

internal sealed record TupleItemModel(string Name, TypeRef Type, DocModel Doc);

/// <summary>One value out of several types.</summary>
internal sealed record UnionModel : TypeModel
{
    public required EquatableArray<UnionCaseModel> Cases { get; init; }

    /// <summary>The places of the cases, in the order in which they are tried.</summary>
    public required EquatableArray<int> ReadingOrder { get; init; }

    /// <summary>The property that tells the cases apart; empty for none.</summary>
    public string Discriminator { get; init; } = "";

    /// <summary>Whether the union travels as a form or a parameter as well, or only.</summary>
    public bool IsParameter { get; init; }

    /// <summary>Whether a value may be a secret. Which case it is may be a guess, so that none shows itself.</summary>
    public bool IsSecret { get; init; }
}

internal sealed record UnionCaseModel
{
    public required string Name { get; init; }

    /// <summary>The parameter of <c>Match</c> for this case.</summary>
    public required string ArgumentName { get; init; }

    public required TypeRef Type { get; init; }

    public required JsonTokens Tokens { get; init; }

    /// <summary>Whether C# allows an implicit conversion from the type, and only this case has it.</summary>
    public bool IsConvertible { get; init; }

    public EquatableArray<string> DiscriminatorValues { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Whether an object is this case where the discriminator says nothing that is known.</summary>
    public bool IsDefault { get; init; }

    /// <summary>What a record says here that was made where nothing asks for a discriminator; null where it always has one.</summary>
    public AddedKindModel? AddedKind { get; init; }

    public EquatableArray<string> Required { get; init; } = EquatableArray<string>.Empty;

    public EquatableArray<string> Known { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Gets whether a value is sent as JSON text in a parameter.</summary>
    public bool IsJsonParameter { get; init; }
}

/// <param name="Name">The property.</param>
/// <param name="Value">What it says, as C#.</param>
internal sealed record AddedKindModel(string Name, string Value);
