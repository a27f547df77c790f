using NJsonSchema;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>
/// Finds the parts of a schema's own <c>allOf</c>, and its only alternative, which is how OpenAPI 3.1 writes a value that can be null.
/// Their annotations apply to the schema.
/// </summary>
internal static class OwnParts
{
    /// <summary>The most parts of one schema. The annotations of further parts have no effect.</summary>
    private const int Most = 1_000;

    private static readonly Memo<JsonSchema, JsonSchema[]> _known = new();

    /// <summary>Returns the parts that are written in the schema, at any depth and in the order of the document.</summary>
    public static IReadOnlyList<JsonSchema> Of(JsonSchema schema) =>
        SchemaFacts.HasParts(schema) ? _known.Of(schema, static schema => Find(schema, static part => part).ToArray()) : [];

    /// <summary>Returns all parts of the schema, also those of schemas that it refers to.</summary>
    public static IEnumerable<JsonSchema> WithReferences(JsonSchema schema, SchemaIndex index) =>
        SchemaFacts.HasParts(SchemaFacts.Follow(schema)) ? Find(schema, SchemaFacts.Follow).TakeWhile(_ => index.Steps.Take(schema)) : [];

    /// <summary>Returns the parts of a schema, without theirs.</summary>
    public static IEnumerable<JsonSchema> PartsOf(JsonSchema holder) =>
        holder.AllOf.Concat(holder.OneOf.Count == 1 ? holder.OneOf : []).Concat(holder.AnyOf.Count == 1 ? holder.AnyOf : []);

    private static IEnumerable<JsonSchema> Find(JsonSchema schema, Func<JsonSchema, JsonSchema> holderOf)
    {
        HashSet<JsonSchema> visited = [schema, holderOf(schema)];
        Stack<JsonSchema> open = new(PartsOf(holderOf(schema)).Reverse());
        while (open.Count > 0 && visited.Count < Most)
        {
            JsonSchema part = open.Pop();
            if (!visited.Add(part))
            {
                continue;
            }

            yield return part;
            JsonSchema holder = holderOf(part);
            foreach (JsonSchema inner in ReferenceEquals(holder, part) || visited.Add(holder) ? PartsOf(holder).Reverse() : [])
            {
                open.Push(inner);
            }
        }
    }
}
