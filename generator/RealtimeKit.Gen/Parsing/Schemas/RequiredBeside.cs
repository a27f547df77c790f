using NJsonSchema;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>Finds what a schema with one structural part requires beside it: <c>allOf: [{ $ref: … }, { required: [name] }]</c>.</summary>
internal static class RequiredBeside
{
    /// <summary>Returns the names that the schema requires and its part does not.</summary>
    public static IReadOnlyCollection<string> NamesOf(JsonSchema actual, JsonSchema only, SchemaIndex index)
    {
        HashSet<string> names = Beside(actual);
        foreach (JsonSchema part in names.Count == 0 ? [] : PartsOf(only, index))
        {
            names.ExceptWith(part.RequiredProperties);
        }

        return names;
    }

    /// <summary>
    /// Returns whether the schema is a record of its own, because it requires a property that is optional in its part. A union remains a
    /// union, and a record of a hierarchy inherits its properties unchanged.
    /// </summary>
    public static bool MakesRecord(JsonSchema actual, JsonSchema only, SchemaIndex index)
    {
        HashSet<string> names = Beside(actual);
        HashSet<string> optional = new(StringComparer.Ordinal);
        foreach (JsonSchema part in names.Count == 0 ? [] : PartsOf(only, index))
        {
            if (SchemaFacts.Branches(part).Count > 0 || SchemaFacts.IsPolymorphic(part, index))
            {
                return false;
            }

            names.ExceptWith(part.RequiredProperties);
            optional.UnionWith(part.Properties.Keys);
        }

        return names.Overlaps(optional);
    }

    private static HashSet<string> Beside(JsonSchema actual)
    {
        IEnumerable<JsonSchema> others = actual.AllOf.Select(SchemaFacts.Follow).Where(static part => !SchemaFacts.IsStructural(part));
        return new(actual.RequiredProperties.Concat(others.SelectMany(static part => part.RequiredProperties)), StringComparer.Ordinal);
    }

    /// <summary>Returns the schema and the parts of its <c>allOf</c> at any depth, each once.</summary>
    private static IEnumerable<JsonSchema> PartsOf(JsonSchema schema, SchemaIndex index)
    {
        HashSet<JsonSchema> visited = [];
        Stack<JsonSchema> open = new([schema]);
        while (open.Count > 0 && index.Steps.Take(schema))
        {
            JsonSchema part = open.Pop();
            if (!visited.Add(part))
            {
                continue;
            }

            yield return part;

            foreach (JsonSchema inner in part.AllOf)
            {
                open.Push(SchemaFacts.Follow(inner));
            }
        }
    }
}
