using NJsonSchema;
using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>
/// Finds schemas that describe a value only roughly, such as a list of anything or a choice between an object, a list and text. An
/// author who describes the value more closely in another part of an <c>allOf</c> means the closer description, whichever comes first.
/// </summary>
internal sealed class UnspecificSchemas(SchemaTokens tokens)
{
    private readonly Dictionary<JsonSchema, bool> _known = [];

    /// <summary>Returns the parts without those that a more specific part makes needless.</summary>
    /// <param name="parts">Parts that all apply.</param>
    public IEnumerable<TSchema> Without<TSchema>(IReadOnlyCollection<TSchema> parts)
        where TSchema : JsonSchema
    {
        TSchema? specific = parts.FirstOrDefault(part => SchemaFacts.IsStructural(part) && !IsUnspecific(part));
        return specific is null ? parts : parts.Where(part => !IsUnspecific(part) || (tokens.Of(specific) & ~tokens.Of(part)) != JsonTokens.None);
    }

    private bool IsUnspecific(JsonSchema schema)
    {
        JsonSchema actual = SchemaFacts.Follow(schema);
        if (!_known.TryGetValue(actual, out bool known))
        {
            _known[actual] = known = IsRoughList(actual) || IsRoughChoice(actual);
        }

        return known;
    }

    private static bool IsRoughList(JsonSchema actual) =>
        actual.Type == JsonObjectType.Array && actual.Items.Count == 0 && actual.AllOf.Count == 0 && (actual.Item is null || !ContainerParts.Says(actual.Item));

    private static bool IsRoughChoice(JsonSchema actual)
    {
        return actual.Type == JsonObjectType.None
            && actual.AllOf.Count == 0
            && !SchemaFacts.HasObjectKeywords(actual)
            && SchemaFacts.AllBranches(actual) is { Count: > 1 } branches
            && branches.All(static branch => IsRough(SchemaFacts.Follow(branch)));
    }

    /// <summary>Returns whether a choice's alternative says no more than the kind of JSON.</summary>
    private static bool IsRough(JsonSchema actual) =>
        actual.Enumeration.Count == 0
        && actual.Format is null
        && actual.AllOf.Count == 0
        && actual.OneOf.Count == 0
        && actual.AnyOf.Count == 0
        && !SchemaFacts.HasObjectKeywords(actual)
        && (actual.Type != JsonObjectType.Array || IsRoughList(actual));
}
