namespace RealtimeKit.Gen.Model;

/// <summary>A type that is emitted.</summary>
internal abstract record TypeModel
{
    public required string Name { get; init; }

    public required DocModel Doc { get; init; }

    public bool IsObsolete { get; init; }
}

/// <summary>An enum with its members in the order of the document.</summary>
internal sealed record EnumModel : TypeModel
{
    /// <summary>Gets whether the values are numbers.</summary>
    public bool IsNumeric { get; init; }

    /// <summary>Gets whether a value exceeds 32 bits.</summary>
    public bool IsLong { get; init; }

    /// <summary>Gets whether a value can combine several members.</summary>
    public bool AreFlags { get; init; }

    /// <summary>Gets whether a number can also be written as text.</summary>
    public bool IsInText { get; init; }

    public required EquatableArray<EnumMemberModel> Members { get; init; }
}

/// <param name="Number">The C# value of the member; empty if its position determines it.</param>
internal sealed record EnumMemberModel(string Name, string WireName, string Number, DocModel Doc);

/// <summary>A record.</summary>
internal sealed record ObjectModel : TypeModel
{
    /// <summary>Gets the record that this one extends; empty for none.</summary>
    public string BaseName { get; init; } = "";

    /// <summary>Gets whether other records extend this one.</summary>
    public bool IsBase { get; init; }

    /// <summary>
    /// Gets whether only derived records can be created. A value of an unknown derived type is still read as this record.
    /// </summary>
    public bool IsAbstract { get; init; }

    /// <summary>Gets the properties, including inherited ones.</summary>
    public required EquatableArray<PropertyModel> Properties { get; init; }

    /// <summary>Gets the type of properties that the document does not name, or null if they are kept as raw JSON.</summary>
    public TypeRef? AdditionalProperties { get; init; }

    /// <summary>Gets the discriminator property; empty for none.</summary>
    public string Discriminator { get; init; } = "";

    public EquatableArray<DerivedModel> Derived { get; init; } = EquatableArray<DerivedModel>.Empty;

    /// <summary>Gets the derived record for an unknown discriminator value; empty for this record.</summary>
    public string DefaultName { get; init; } = "";

    /// <summary>Gets whether the record has a conversion to a parameter. In a union or a tuple, its JSON is converted.</summary>
    public bool IsParameter { get; init; }

    /// <summary>Gets whether the record contains files and can be sent only as a form.</summary>
    public bool IsFormOnly { get; init; }
}

/// <param name="Value">The discriminator value.</param>
/// <param name="Name">The derived record; empty for the base itself.</param>
/// <param name="IsDecided">Whether the value selects exactly that record. It does not if the record has a discriminator of its own.</param>
internal sealed record DerivedModel(string Value, string Name, bool IsDecided);

internal sealed record PropertyModel
{
    public required string Name { get; init; }

    public required string WireName { get; init; }

    /// <summary>Gets the type of the value, nullable if the C# property is.</summary>
    public required TypeRef Type { get; init; }

    public required DocModel Doc { get; init; }

    /// <summary>Gets whether absent and null are different, so that the property is an <c>Optional</c>.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Gets whether the property is a discriminator, which is written first.</summary>
    public bool IsKind { get; init; }

    /// <summary>Gets whether the property must be set when the record is created.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Gets whether reading fails if the property is absent.</summary>
    public bool IsExpected { get; init; }

    /// <summary>Gets whether null is written instead of omitted.</summary>
    public bool WritesNull { get; init; }

    /// <summary>Gets whether the property is never written.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Gets the initial value.</summary>
    public ConstantModel? Default { get; init; }

    /// <summary>Gets the value after reading a record without the property.</summary>
    public AbsentValue AbsentValue { get; init; }

    /// <summary>Gets whether reading a null leaves the property unchanged, at null or at its default.</summary>
    public bool SkipsNull => !IsOptional && (Type.IsNullable || (Default is not null && !IsExpected));

    /// <summary>Gets whether reading an empty text leaves the property unchanged, because its type has no such value.</summary>
    public bool SkipsEmptyText => SkipsNull && Type.HasNoEmptyText;

    public bool IsInherited { get; init; }

    /// <summary>Gets whether the record has its own default for an inherited property.</summary>
    public bool IsDefaultedAnew { get; init; }

    public bool IsObsolete { get; init; }

    /// <summary>Gets how the property is sent in a form or parameter.</summary>
    public FieldModel Field { get; init; } = FieldModel.Default;
}

/// <summary>How a property is sent in a form.</summary>
internal sealed record FieldModel(string Style, bool Explode, bool AllowReserved, string ContentType)
{
    public static readonly FieldModel Default = new("Form", true, false, "");

    /// <summary>Gets how the value is sent.</summary>
    public FieldForm Form { get; init; }

    /// <summary>Gets whether the style also applies to objects. Otherwise they are sent as JSON.</summary>
    public bool IsStyled { get; init; }
}

/// <summary>How the value of a form's field is sent.</summary>
internal enum FieldForm
{
    /// <summary>As the text of a parameter, in the field's style.</summary>
    Text,

    /// <summary>As one part of text for each item of a list.</summary>
    Texts,

    /// <summary>As the parts into which the style divides an object.</summary>
    Pairs,

    /// <summary>As JSON.</summary>
    Json,

    /// <summary>As one part of JSON for each item of a list.</summary>
    Jsons,

    /// <summary>As JSON for an object, as text for a value without parts, and as one of these for each item of a list.</summary>
    Content,

    /// <summary>As a file.</summary>
    File,

    /// <summary>As one file for each item of a list.</summary>
    Files,
}

/// <summary>A tuple: an array whose positions have different types, emitted as a record with a property for each position.</summary>
internal sealed record TupleModel : TypeModel
{
    public required EquatableArray<TupleItemModel> Items { get; init; }

    /// <summary>Gets the minimum number of items.</summary>
    public required int Required { get; init; }

    /// <summary>Gets the type of further items, or null if they are kept as raw JSON.</summary>
    public TypeRef? Rest { get; init; }

    /// <summary>Gets whether an array can end in null although the last item need not be there. The record then keeps the number of items.</summary>
    public bool HasCount => Items.Skip(Required).Any(static item => item.CanBeNull);
}

/// <param name="CanBeNull">Whether the item can be null if it is there.</param>
internal sealed record TupleItemModel(string Name, TypeRef Type, DocModel Doc, bool CanBeNull);

/// <summary>A value of one of several types.</summary>
internal sealed record UnionModel : TypeModel
{
    public required EquatableArray<UnionCaseModel> Cases { get; init; }

    /// <summary>Gets the indices of the cases in the order in which they are tried.</summary>
    public required EquatableArray<int> ReadingOrder { get; init; }

    /// <summary>Gets the property that distinguishes the cases; empty for none.</summary>
    public string Discriminator { get; init; } = "";

    /// <summary>Gets whether a value may be a secret. No value is shown then, because the case may have been guessed.</summary>
    public bool IsSecret { get; init; }
}

internal sealed record UnionCaseModel
{
    public required string Name { get; init; }

    /// <summary>The parameter of <c>Match</c> for this case.</summary>
    public required string ArgumentName { get; init; }

    public required TypeRef Type { get; init; }

    public required JsonTokens Tokens { get; init; }

    /// <summary>Gets the values that C# converts to the union as this case.</summary>
    public required CaseSources Sources { get; init; }

    public EquatableArray<string> DiscriminatorValues { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Gets whether the case is used for an unknown discriminator value.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Gets whether the case can also have values of the discriminator that are not listed.</summary>
    public bool HasOtherKinds { get; init; }

    /// <summary>Gets the discriminator that the union adds to a record whose own type does not have it, or null.</summary>
    public AddedKindModel? AddedKind { get; init; }

    public EquatableArray<string> Required { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Gets the sets of further properties of which an object must have one, those of the cases of a union within the union.</summary>
    public EquatableArray<EquatableArray<string>> RequiredByCases { get; init; } = EquatableArray<EquatableArray<string>>.Empty;

    public EquatableArray<string> Known { get; init; } = EquatableArray<string>.Empty;
}

/// <param name="Name">The property.</param>
/// <param name="Value">The value.</param>
internal sealed record AddedKindModel(string Name, string Value);
