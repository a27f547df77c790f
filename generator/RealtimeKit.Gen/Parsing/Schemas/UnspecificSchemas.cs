using NJsonSchema;
using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>
/// Finds schemas that describe a value only roughly, such as a list of anything or a choice between an object, a list and text. An
/// author who describes the value more closely in another part of an <c>allOf</c> means the closer description, whichever comes first.
/// </summary>
internal sealed class UnspecificSchemas(SchemaTokens tokens)
{
    private const int Deepest = 8;

    /// <summary>Returns the parts without those that a more specific part makes needless.</summary>
    /// <param name="parts">Parts that all apply.</param>
    public IEnumerable<JsonSchemaProperty> Without(IReadOnlyList<JsonSchemaProperty> parts)
    {
        JsonSchemaProperty? specific = parts.FirstOrDefault(static part => SchemaFacts.IsStructural(part) && !IsUnspecific(part));
        return specific is null ? parts : parts.Where(part => !IsUnspecific(part) || (tokens.Of(specific) & ~tokens.Of(part)) != JsonTokens.None);
    }

    private static bool IsUnspecific(JsonSchema schema)
    {
        JsonSchema actual = SchemaFacts.Follow(schema);
        return IsRoughList(actual) || IsRoughChoice(actual);
    }

    private static bool IsRoughList(JsonSchema actual) =>
        actual.Type == JsonObjectType.Array && actual.Items.Count == 0 && (actual.Item is null || !SchemaFacts.IsStructural(actual.Item));

    private static bool IsRoughChoice(JsonSchema actual)
    {
        IReadOnlyList<JsonSchema> branches = SchemaFacts.AllBranches(actual);
        return actual.Type == JsonObjectType.None
            && actual.AllOf.Count == 0
            && branches.Count > 1
            && !SchemaFacts.HasObjectKeywords(actual)
            && branches.All(branch => IsRough(branch, 0));
    }

    private static bool IsRough(JsonSchema branch, int depth)
    {
        JsonSchema actual = SchemaFacts.Follow(branch);
        IReadOnlyList<JsonSchema> inner = SchemaFacts.AllBranches(actual);
        bool isPlain = actual.Enumeration.Count == 0 && actual.Format is null && actual.AllOf.Count == 0 && !SchemaFacts.HasObjectKeywords(actual);
        return isPlain
            && depth < Deepest
            && (actual.Type == JsonObjectType.Array ? IsRoughList(actual) : inner.All(other => IsRough(other, depth + 1)));
    }
}
