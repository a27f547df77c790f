using NJsonSchema;
using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>
/// A type before its properties are decided. How a property is typed depends on whether values are sent or received, which is
/// known only when all operations have been parsed.
/// </summary>
internal abstract class TypeDraft(string key, JsonSchema schema)
{
    /// <summary>Gets what identifies the type while the document is parsed; see <see cref="Naming.TypeKey"/>.</summary>
    public string Key { get; } = key;

    /// <summary>Gets the name in C#. It is the key until <see cref="Rename"/> is called.</summary>
    public string Name { get; private set; } = key;

    public JsonSchema Schema { get; } = schema;

    /// <summary>Gets the keys of all places that have the type.</summary>
    public HashSet<string> Places { get; private set; } = new(StringComparer.Ordinal) { key };

    public abstract TypeShape Shape { get; }

    /// <summary>Gets or sets whether all values of the type are secrets.</summary>
    public bool IsSecret { get; set; }

    /// <summary>Gets the types that a value of this type contains.</summary>
    public abstract IEnumerable<TypeRef> References { get; }

    /// <summary>Replaces the keys of the places.</summary>
    public void MovePlaces(Func<string, string> move) => Places = new HashSet<string>(Places.Select(move), StringComparer.Ordinal);

    /// <summary>Replaces the keys of the type and of its references by names.</summary>
    public void Rename(TypeSpelling spelling)
    {
        Name = spelling.NameOf(Key);
        RenameReferences(spelling);
    }

    protected abstract void RenameReferences(TypeSpelling spelling);
}

internal sealed class EnumDraft(string key, JsonSchema schema, bool isNumeric) : TypeDraft(key, schema)
{
    public override TypeShape Shape => TypeShape.Enum;

    public bool IsNumeric { get; } = isNumeric;

    /// <summary>Gets whether a value can combine several members.</summary>
    public bool AreFlags { get; init; }

    /// <summary>Gets whether a number can also be written as text.</summary>
    public bool IsInText { get; init; }

    /// <summary>Gets the values, with names and descriptions that the document gives.</summary>
    public List<(string Value, string? Name, string? Description)> Values { get; } = [];

    public override IEnumerable<TypeRef> References => [];

    protected override void RenameReferences(TypeSpelling spelling)
    {
    }
}

internal sealed class TupleDraft(string key, JsonSchema schema) : TypeDraft(key, schema)
{
    public override TypeShape Shape => TypeShape.Tuple;

    public List<(TypeRef Type, JsonSchema Schema)> Items { get; } = [];

    /// <summary>Gets or sets the type of further items, or null.</summary>
    public TypeRef? Rest { get; set; }

    public override IEnumerable<TypeRef> References =>
        Rest is { } rest ? Items.Select(static item => item.Type).Append(rest) : Items.Select(static item => item.Type);

    protected override void RenameReferences(TypeSpelling spelling)
    {
        for (int i = 0; i < Items.Count; i++)
        {
            Items[i] = (spelling.Spell(Items[i].Type), Items[i].Schema);
        }

        Rest = Rest is null ? null : spelling.Spell(Rest);
    }
}

internal sealed class UnionDraft(string key, JsonSchema schema) : TypeDraft(key, schema)
{
    public override TypeShape Shape => TypeShape.Union;

    public List<UnionCaseDraft> Cases { get; } = [];

    /// <summary>Gets or sets the number of directly nested unions.</summary>
    public int Height { get; set; }

    public string Discriminator { get; set; } = "";

    /// <summary>Gets or sets whether constants make the property the discriminator, which the document does not name.</summary>
    public bool IsInferred { get; set; }

    public override IEnumerable<TypeRef> References => Cases.Select(static @case => @case.Type);

    protected override void RenameReferences(TypeSpelling spelling)
    {
        for (int i = 0; i < Cases.Count; i++)
        {
            Cases[i] = Cases[i] with { Type = spelling.Spell(Cases[i].Type) };
        }
    }
}

internal sealed record UnionCaseDraft(TypeRef Type, JsonSchema Schema, IReadOnlyList<string> DiscriminatorValues)
{
    public bool IsDefault { get; init; }

    /// <summary>Gets whether the case can also have values of the discriminator that are not listed, because it has no constant.</summary>
    public bool HasOtherKinds { get; init; }
}

internal sealed class ObjectDraft(string key, JsonSchema schema, bool isForm) : TypeDraft(key, schema)
{
    public override TypeShape Shape => TypeShape.Object;

    /// <summary>Gets whether the record is the body of a form, in which binary means a file.</summary>
    public bool IsForm { get; } = isForm;

    /// <summary>Gets the media types of a form's parts.</summary>
    public PartTypes PartTypes { get; init; } = PartTypes.None;

    public List<PropertyDraft> Properties { get; } = [];

    public TypeRef? AdditionalProperties { get; set; }

    public ObjectDraft? BaseDraft { get; set; }

    /// <summary>Gets or sets whether another record extends this one, which can be an inline schema without a discriminator value.</summary>
    public bool IsExtended { get; set; }

    public string Discriminator { get; set; } = "";

    public List<(string Value, ObjectDraft Draft)> Derived { get; } = [];

    /// <summary>Gets or sets the discriminator values of the base itself. The first one is sent.</summary>
    public IReadOnlyList<string> OwnKinds { get; set; } = [];

    /// <summary>Gets or sets the discriminator value that the base itself sends, or null if the document gives it none.</summary>
    public string? SentKind { get; set; }

    /// <summary>Gets or sets the derived type that a value with an unknown discriminator has, or null for the base itself.</summary>
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

    protected override void RenameReferences(TypeSpelling spelling)
    {
        for (int i = 0; i < Properties.Count; i++)
        {
            Properties[i] = Properties[i] with { Type = spelling.Spell(Properties[i].Type) };
        }

        AdditionalProperties = AdditionalProperties is null ? null : spelling.Spell(AdditionalProperties);
    }
}

/// <summary>A property, as the document describes it.</summary>
internal sealed record PropertyDraft
{
    public required string WireName { get; init; }

    /// <summary>Gets the position among the properties, in the order of the document.</summary>
    public int Place { get; init; }

    public required JsonSchema Schema { get; init; }

    public required JsonSchema Actual { get; init; }

    /// <summary>Gets the type without nullability; see <see cref="IsNullable"/>.</summary>
    public required TypeRef Type { get; init; }

    public bool IsRequired { get; init; }

    public bool IsNullable { get; init; }

    /// <summary>Gets whether the property is a discriminator that the record's schema does not describe.</summary>
    public bool IsAdded { get; init; }

    public bool IsReadOnly { get; init; }

    public bool IsWriteOnly { get; init; }

    public bool IsDeprecated { get; init; }

    /// <summary>Gets the part that narrows the property to a single value, or null if it is the schema itself or there is none.</summary>
    public JsonSchema? Only { get; init; }

    /// <summary>Gets the default of the first part that has one, or null.</summary>
    public object? Default { get; init; }

    /// <summary>Gets the C# name that an extension gives, or null.</summary>
    public string? GivenName { get; init; }
}
