using System.Text.Json.Nodes;

namespace RealtimeKit.Gen.Corpus.Checks.Stability;

/// <summary>The names of new schemas that are most likely to collide with existing ones.</summary>
internal static class Insertions
{
    private const int Most = 24;

    /// <param name="document">The document.</param>
    /// <param name="types">The names of the types that are emitted for it.</param>
    public static IEnumerable<Insertion> For(JsonNode document, IReadOnlyList<string> types)
    {
        string[] components = ((document["swagger"] is null ? document["components"]?["schemas"] : document["definitions"]) as JsonObject)?.Select(
            static entry => entry.Key).ToArray() ?? [];
        HashSet<string> keys = components.ToHashSet(StringComparer.Ordinal);
        HashSet<string> words = components.Select(Letters).ToHashSet(StringComparer.OrdinalIgnoreCase);

        // A name that is the same in the document and in C# never changes.
        string[] spelled = components.Where(types.Contains).ToArray();
        string[] respelled = components.Where(name => !types.Contains(name) && Letters(name).Length > 0).ToArray();

        // A type that is named after its place, that another file declares, or that the author names.
        string[] others = types.Where(type => !words.Contains(Letters(type))).ToArray();

        Insertion[] all =
        [
            new("harmless names", ["RtkHarmless", "rtk_harmless_enum", "rtk.harmless.map", "Rtk-Harmless-Owner"], IsTold: false),
            new("another case of a component",
                Some(spelled.SelectMany(static name => new[] { name.ToLowerInvariant(), char.ToLowerInvariant(name[0]) + name[1..], Snake(name) })),
                IsTold: false),
            new("another spelling of a component that is respelled",
                Some(respelled.SelectMany(static name => new[] { name.Replace('_', '-'), name.ToUpperInvariant(), name + "_" })), IsTold: true),
            new("the C# name of a component that is respelled", Some(types.Where(type => !keys.Contains(type) && words.Contains(Letters(type)))), IsTold: true),
            new("the name of a type that is no component", Some(others), IsTold: true),
        ];
        return all.Where(static insertion => insertion.Names.Count > 0);

        string[] Some(IEnumerable<string> names)
        {
            string[] found = names.Where(name => name.Length > 0 && !keys.Contains(name)).Distinct(StringComparer.Ordinal).ToArray();
            int step = Math.Max(1, found.Length / Most);
            return found.Where((_, index) => index % step == 0).Take(Most).ToArray();
        }
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit));

    private static string Snake(string name) =>
        string.Concat(name.Select(
            static (letter, index) => index > 0 && char.IsUpper(letter) ? "_" + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));
}
