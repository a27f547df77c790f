using NJsonSchema;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>
/// Compares two schemas, ignoring names and descriptions. Tools repeat a member in each part of an <c>allOf</c>. Two named
/// components are always two types.
/// </summary>
internal sealed class SchemaSameness(SchemaIndex index)
{
    /// <summary>The most schemas that are compared. Larger schemas count as different.</summary>
    private const int MostCompared = 500;

    private static readonly string[] _meaningful =
    [
        SchemaExtensions.TypeName, SchemaExtensions.DotNetType, SchemaExtensions.ClientName, Secrets.Extension, Secrets.WriteOnly, FlagsRule.Extension,
    ];

    private readonly Queue<(JsonSchema One, JsonSchema Other)> _open = new();
    private readonly HashSet<(JsonSchema One, JsonSchema Other)> _compared = [];

    /// <summary>Returns whether the schemas are equal. Nullability is not compared, because it belongs to the place of a value.</summary>
    public static bool AreSame(JsonSchema one, JsonSchema other, SchemaIndex index) => new SchemaSameness(index).Compare(one, other);

    private bool Compare(JsonSchema one, JsonSchema other)
    {
        _open.Enqueue((SchemaFacts.Follow(one), SchemaFacts.Follow(other)));
        while (_open.Count > 0)
        {
            (JsonSchema first, JsonSchema second) = _open.Dequeue();
            if (ReferenceEquals(first, second) || !_compared.Add((first, second)))
            {
                continue;
            }

            if (!index.Steps.Take(one) || _compared.Count > MostCompared || !AreAlike(first, second) || !EnqueueParts(first, second))
            {
                return false;
            }
        }

        return true;
    }

    private bool AreAlike(JsonSchema one, JsonSchema other) =>
        (index.OriginOf(one)?.Name is null || index.OriginOf(other)?.Name is null)
        && one.Type == other.Type
        && one.Format == other.Format
        && one.AllowAdditionalProperties == other.AllowAdditionalProperties
        && one.MinItems == other.MinItems
        && one.AllowAdditionalItems == other.AllowAdditionalItems
        && one.DiscriminatorObject is null && other.DiscriminatorObject is null
        && one.Enumeration.SequenceEqual(other.Enumeration)
        && one.GivenTypeName() == other.GivenTypeName()
        && index.TraitsOf(one) == index.TraitsOf(other)
        && Array.TrueForAll(_meaningful, name => Equals(one.Extension(name), other.Extension(name)))
        && one.RequiredProperties.Count == other.RequiredProperties.Count
        && one.RequiredProperties.All(other.RequiredProperties.Contains);

    private bool EnqueueParts(JsonSchema one, JsonSchema other) =>
        EnqueueMembers(one.Properties, other.Properties)
        && EnqueueMembers(one.PatternProperties, other.PatternProperties)
        && EnqueueAll(one.AllOf, other.AllOf)
        && EnqueueAll(one.OneOf, other.OneOf)
        && EnqueueAll(one.AnyOf, other.AnyOf)
        && EnqueueAll(one.Items, other.Items)
        && Enqueue(one.Item, other.Item)
        && Enqueue(one.AdditionalPropertiesSchema, other.AdditionalPropertiesSchema);

    private bool EnqueueMembers(IDictionary<string, JsonSchemaProperty> ones, IDictionary<string, JsonSchemaProperty> others) =>
        ones.Count == others.Count
        && ones.All(pair => others.TryGetValue(pair.Key, out JsonSchemaProperty? other)
            && pair.Value.IsReadOnly == other.IsReadOnly
            && pair.Value.IsWriteOnly == other.IsWriteOnly
            && DefaultOf(pair.Value) == DefaultOf(other)
            && Enqueue(pair.Value, other));

    private static string? DefaultOf(JsonSchemaProperty property) => PlainText.Of(ReferenceChain.Nearest(property, static link => link.Default));

    private bool EnqueueAll(ICollection<JsonSchema> ones, ICollection<JsonSchema> others) =>
        ones.Count == others.Count && ones.Zip(others, static (one, other) => (one, other)).All(pair => Enqueue(pair.one, pair.other));

    /// <returns>Whether the two can be equal.</returns>
    private bool Enqueue(JsonSchema? one, JsonSchema? other)
    {
        if (one is null || other is null)
        {
            return one is null && other is null;
        }

        JsonSchema first = SchemaFacts.Follow(one, out bool isNullable);
        JsonSchema second = SchemaFacts.Follow(other, out bool isOtherNullable);
        if (isNullable != isOtherNullable || Secrets.IsMarked(one) != Secrets.IsMarked(other) || one.GivenDotNetType() != other.GivenDotNetType())
        {
            return false;
        }

        _open.Enqueue((first, second));
        return true;
    }
}
