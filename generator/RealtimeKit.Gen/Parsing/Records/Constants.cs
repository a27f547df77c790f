using System.Globalization;
using NJsonSchema;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Records;

/// <summary>
/// Finds the strings that a schema allows for one of its properties, directly or in its alternatives. Integers and booleans are
/// found as their text, as a mapping writes them.
/// </summary>
internal sealed class Constants(SchemaIndex index, MemberCollector collector)
{
    private readonly Dictionary<(JsonSchema Schema, string Property), IReadOnlyList<string>> _known = [];

    /// <summary>Returns the strings in the order of the document; none if other values are allowed too.</summary>
    public IReadOnlyList<string> Of(JsonSchema schema, string property)
    {
        if (!_known.TryGetValue((schema, property), out IReadOnlyList<string>? known))
        {
            _known[(schema, property)] = known = Find(schema, property);
        }

        return known;
    }

    /// <summary>
    /// Finds the strings. Each schema is visited once, so that unions which contain each other do not cause an endless loop.
    /// </summary>
    private IReadOnlyList<string> Find(JsonSchema schema, string property)
    {
        List<string> found = [];
        HashSet<JsonSchema> visited = [];
        Stack<JsonSchema> open = new([schema]);
        while (open.Count > 0 && index.Steps.Take(schema))
        {
            JsonSchema current = MeantSchemas.Meant(open.Pop(), index);
            if (!visited.Add(current))
            {
                continue;
            }

            IReadOnlyList<JsonSchema> branches = SchemaFacts.Branches(current);
            Dictionary<string, JsonSchema> mapping = Mapping(current, property);
            found.AddRange(mapping.Keys);
            HashSet<JsonSchema> mapped = [.. mapping.Values];
            foreach (JsonSchema branch in branches.Reverse().Where(branch => !mapped.Contains(SchemaFacts.Follow(branch))))
            {
                open.Push(branch);
            }

            if (branches.Count == 0)
            {
                IReadOnlyList<string> own = Own(current, property);
                if (own.Count == 0)
                {
                    return [];
                }

                found.AddRange(own);
            }
        }

        return found.Distinct(StringComparer.Ordinal).ToArray();
    }

    /// <summary>Returns the mapping of a union whose discriminator is the property.</summary>
    private static Dictionary<string, JsonSchema> Mapping(JsonSchema actual, string property) =>
        actual.DiscriminatorObject is { } own && own.PropertyName == property
            ? own.Mapping
                .OrderBy(static pair => pair.Key, StringComparer.Ordinal)
                .ToDictionary(static pair => pair.Key, static pair => SchemaFacts.Follow(pair.Value), StringComparer.Ordinal)
            : [];

    /// <summary>Returns the values of the part that allows the fewest.</summary>
    private IReadOnlyList<string> Own(JsonSchema actual, string property) =>
        collector.MemberOf(actual, property) is not { } member ? []
        : member.Schemas
            .Select(EnumerationOf)
            .Where(static values => values.Count > 0 && values.All(static value => TextOf(value) is not null))
            .OrderBy(static values => values.Count)
            .Select(static values => values.Select(TextOf).OfType<string>().ToArray())
            .FirstOrDefault() ?? [];

    /// <summary>Returns the values that a description of a member lists itself, or in the part that narrows it to a single value.</summary>
    public static ICollection<object?> EnumerationOf(JsonSchema part) => SingleValues.Narrowest(SchemaFacts.Follow(part)).Enumeration;

    /// <summary>Returns the text of a value that can be a discriminator, or null.</summary>
    public static string? TextOf(object? value) => value switch
    {
        string text => text,
        long number => number.ToString(CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => null,
    };
}
