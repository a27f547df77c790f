using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Keys;

/// <summary>Finds the key that was probably meant by an unknown one.</summary>
internal static class NearestKey
{
    /// <summary>
    /// Returns the nearest key of an object that allows no other keys. Of equally near keys, one that the mapping does not have yet
    /// is preferred.
    /// </summary>
    public static string? Find(string key, ObjectKind kind, SpecMapping mapping) => Find(key, kind.Keys.Keys, mapping);

    /// <summary>Returns the nearest key that has an effect in the document's version, or the place in the components where the key belongs.</summary>
    public static string? Find(string key, ObjectKind kind, SpecMapping mapping, SpecDialect dialect) =>
        kind.Name == ObjectKinds.Root && dialect != SpecDialect.Swagger20 && ObjectKinds.Of(ObjectKinds.Components).Keys.ContainsKey(key)
            ? $"components: {{ {key}: … }}"
            : Find(key, kind.Keys.Keys.Where(known => VersionKeys.Find(kind, mapping, known, dialect) is null).ToArray(), mapping);

    private static string? Find(string key, IReadOnlyCollection<string> possible, SpecMapping mapping)
    {
        if (key.Length == 0)
        {
            return null;
        }

        // An object has many short keys. A short key whose first letter differs must not differ anywhere else.
        string[] nearest = NearestName.FindAll(key, possible, count: 3)
            .Where(known => NearestName.Distance(key, known) <= Math
                .Max(char.ToLowerInvariant(known[0]) == char.ToLowerInvariant(key[0]) ? 2 : 1, key.Length / 3))
            .ToArray();
        return nearest.Length == 0 ? possible.FirstOrDefault(known => key.Length >= 4 && known.StartsWith(key, StringComparison.OrdinalIgnoreCase))
            : nearest.FirstOrDefault(known => mapping[known] is null && NearestName.Distance(key, known) == NearestName.Distance(key, nearest[0]))
                ?? nearest[0];
    }

    /// <summary>
    /// Returns the keyword that was probably misspelled, or null. The comparison is stricter than in Find, because the key may belong to
    /// another vocabulary, and short words are always similar.
    /// </summary>
    public static string? FindMisspelt(string key, ObjectKind kind, SpecMapping mapping)
    {
        if (FindCore(key, kind, mapping) is { } core)
        {
            return core;
        }

        string letters = Plural(Letters(key));
        return kind.Keys.Keys
            .Where(known => mapping[known] is null)
            .Select(known => (Known: known, Distance: NearestName.Distance(letters, Letters(known)), Limit: NearestName.MostEdits(Letters(known))))
            .Where(static candidate => candidate.Distance <= candidate.Limit)
            .OrderBy(static candidate => candidate.Distance)
            .ThenBy(static candidate => candidate.Known, StringComparer.Ordinal)
            .FirstOrDefault().Known;
    }

    /// <summary>
    /// Returns the keyword with a <c>$</c> that was probably misspelled, or null. A <c>$ref</c> without an effect leaves any value, so it may
    /// differ by two letters. Its first letter tells it from keys of other vocabularies, such as <c>$key</c> and <c>$set</c>.
    /// </summary>
    private static string? FindCore(string key, ObjectKind kind, SpecMapping mapping) => key.Length == 0 ? null : kind.Keys.Keys
        .Where(known => key[0] == '$' && known[0] == '$' && mapping[known] is null)
        .Select(known => (Known: known, Distance: NearestName.Distance(key, known)))
        .Where(candidate => candidate.Distance <= (candidate.Known == "$ref" && key.StartsWith("$r", StringComparison.OrdinalIgnoreCase) ? 2 : 1))
        .OrderBy(static candidate => candidate.Distance)
        .ThenBy(candidate => key.Length > 1 && candidate.Known[1] == key[1] ? 0 : 1)
        .ThenBy(static candidate => candidate.Known, StringComparer.Ordinal)
        .FirstOrDefault().Known;

    /// <summary>Returns the plural of a word in y, such as <c>property</c>, which differs from it by three letters.</summary>
    private static string Plural(string letters) =>
        letters.EndsWith("rty", StringComparison.Ordinal) || letters.EndsWith("ncy", StringComparison.Ordinal)
            ? letters.Substring(0, letters.Length - 1) + "ies"
            : letters;

    private static string Letters(string key) => new(key.Where(static c => c is not ('-' or '_' or '$' or ' ')).ToArray());
}
