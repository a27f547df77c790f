using NJsonSchema;
using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>
/// A type while it is being decided. Whether a value is sent, received or both is known only when all operations
/// have been seen, and it decides how the properties are typed; hence drafts first, models last.
/// </summary>
internal abstract class TypeDraft(string name, JsonSchema schema)
{
    public string Name { get; } = name;

    public JsonSchema Schema { get; } = schema;

    public abstract TypeShape Shape { get; }

    /// <summary>Whether a value is a secret wherever it stands, and so is all that it holds.</summary>
    public bool IsSecret { get; set; }

    /// <summary>The types that a value of this one holds.</summary>
    public abstract IEnumerable<TypeRef> References { get; }
}

internal sealed class EnumDraft(string name, JsonSchema schema, bool isNumeric) : TypeDraft(name, schema)
{
    public override TypeShape Shape => TypeShape.Enum;

    public bool IsNumeric { get; } = isNumeric;

    /// <summary>Whether a value may combine several members.</summary>
    public bool AreFlags { get; init; }

    /// <summary>Whether a number may stand in text as well.</summary>
    public bool IsInText { get; init; }

    /// <summary>Values, with the given names and descriptions where there are any.</summary>
    public List<(string Value, string? Name, string? Description)> Values { get; } = [];

    public override IEnumerable<TypeRef> References => [];
}

internal sealed class TupleDraft(string name, JsonSchema schema) : TypeDraft(name, schema)
{
    public override TypeShape Shape => TypeShape.Tuple;

    public List<(TypeRef Type, JsonSchema Schema)> Items { get; } = [];

    /// <summary>The type of further items; null where nothing is said of them.</summary>
    public TypeRef? Rest { get; set; }

    public override IEnumerable<TypeRef> References =>
        Rest is { } rest ? Items.Select(static item => item.Type).Append(rest) : Items.Select(static item => item.Type);
}

internal sealed class UnionDraft(string name, JsonSchema schema) : TypeDraft(name, schema)
{
    public override TypeShape Shape => TypeShape.Union;

    public List<UnionCaseDraft> Cases { get; } = [];

    /// <summary>How many unions lie within each other in it, nothing in between.</summary>
    public int Height { get; set; }

    public string Discriminator { get; set; } = "";

    public override IEnumerable<TypeRef> References => Cases.Select(static @case => @case.Type);
}

internal sealed record UnionCaseDraft(TypeRef Type, JsonSchema Schema, IReadOnlyList<string> DiscriminatorValues)
{
    public bool IsDefault { get; init; }
}

internal sealed class ObjectDraft(string name, JsonSchema schema, bool isForm) : TypeDraft(name, schema)
{
    public override TypeShape Shape => TypeShape.Object;

    /// <summary>Whether the record is the body of a form, where binary means a file.</summary>
    public bool IsForm { get; } = isForm;

    public List<PropertyDraft> Properties { get; } = [];

    public TypeRef? AdditionalProperties { get; set; }

    public ObjectDraft? BaseDraft { get; set; }

    public string Discriminator { get; set; } = "";

    public List<(string Value, ObjectDraft Draft)> Derived { get; } = [];

    /// <summary>What the discriminator may say of a value that is none of <see cref="Derived"/>; the first is what is sent.</summary>
    public IReadOnlyList<string> OwnKinds { get; set; } = [];

    /// <summary>
    /// What the discriminator says of a value that is none of <see cref="Derived"/> when it is sent; null where the document gives
    /// the base no value.
    /// </summary>
    public string? SentKind { get; set; }

    /// <summary>The one of <see cref="Derived"/> that a value is whose discriminator says nothing that is known; null for the record itself.</summary>
    public ObjectDraft? DefaultDerived { get; set; }

    public override IEnumerable<TypeRef> References
    {
        get
        {
            foreach (PropertyDraft property in Properties)
            {
                yield return property.Type;
            }

            if (AdditionalProperties is { } additional)
            {
                yield return additional;
            }
        }
    }
}

/// <summary>A property while it is being decided: what the document says of it.</summary>
internal sealed record PropertyDraft
{
    public required string WireName { get; init; }

    public required JsonSchema Schema { get; init; }

    public required JsonSchema Actual { get; init; }

    /// <summary>Never nullable: that is <see cref="IsNullable"/>.</summary>
    public required TypeRef Type { get; init; }

    public bool IsRequired { get; init; }

    public bool IsNullable { get; init; }

    /// <summary>Whether the record's document does not name the property: it is the discriminator of what the record belongs to.</summary>
    public bool IsAdded { get; init; }

    public bool IsReadOnly { get; init; }

    public bool IsWriteOnly { get; init; }
}
