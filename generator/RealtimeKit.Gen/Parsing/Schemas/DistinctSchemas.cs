using NJsonSchema;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>Finds the distinct schemas among several of one value.</summary>
internal static class DistinctSchemas
{
    /// <summary>The most distinct schemas that a further one is compared with.</summary>
    private const int MostCompared = 32;

    /// <summary>Returns each distinct schema once. A component is returned instead of an inline schema that says the same.</summary>
    public static JsonSchema[] Of(IEnumerable<JsonSchema> schemas, SchemaIndex index)
    {
        List<JsonSchema> kept = [];
        foreach (JsonSchema schema in schemas)
        {
            int place = kept.Count > MostCompared ? -1 : kept.FindIndex(other => AreSame(other, schema, index));
            if (place < 0)
            {
                kept.Add(schema);
            }
            else if (index.OriginOf(SchemaFacts.Follow(kept[place]))?.Name is null && index.OriginOf(SchemaFacts.Follow(schema))?.Name is not null)
            {
                kept[place] = schema;
            }
        }

        return kept.ToArray();
    }

    private static bool AreSame(JsonSchema one, JsonSchema other, SchemaIndex index) =>
        SchemaSameness.AreSame(one, other, index)
        && Secrets.IsMarked(one) == Secrets.IsMarked(other)
        && one.GivenDotNetType() == other.GivenDotNetType();
}
