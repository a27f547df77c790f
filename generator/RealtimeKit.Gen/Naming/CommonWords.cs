namespace RealtimeKit.Gen.Naming;

/// <summary>Finds the words that several names have in common.</summary>
internal static class CommonWords
{
    /// <summary>The fewest letters of a single word that says something.</summary>
    private const int FewestLetters = 3;

    /// <summary>The most names whose things are compared with all others.</summary>
    private const int MostThings = 8;

    /// <summary>The most adjacent words that are compared with all names.</summary>
    private const int MostMiddle = 6;

    /// <summary>Words behind which a name says for whom or how its thing is.</summary>
    private static readonly HashSet<string> _prepositions = new(StringComparer.OrdinalIgnoreCase) { "by", "for", "from", "to", "with" };

    /// <summary>Verbs that are not nouns too.</summary>
    private static readonly HashSet<string> _verbs = new(StringComparer.OrdinalIgnoreCase)
    {
        "add", "create", "delete", "get", "patch", "post", "put", "remove", "update",
    };

    /// <summary>Verbs with which names begin, and nouns elsewhere.</summary>
    private static readonly HashSet<string> _first = new(StringComparer.OrdinalIgnoreCase)
    {
        "edit", "fetch", "find", "list", "read", "replace", "retrieve", "search",
    };

    /// <summary>Words that say in which role a thing is used.</summary>
    private static readonly HashSet<string> _roles = new(StringComparer.OrdinalIgnoreCase)
    {
        "base", "body", "dto", "form", "full", "input", "model", "output", "param", "params", "request", "response", "schema", "specs",
    };

    /// <summary>Returns the words with which all names end, or an empty string.</summary>
    public static string End(IReadOnlyList<string> names)
    {
        List<string>[] words = names.Select(Words.Split).ToArray();
        int shared = 0;
        while (Array.TrueForAll(words, own => shared < own.Count && own[own.Count - 1 - shared] == words[0][words[0].Count - 1 - shared]))
        {
            shared++;
        }

        string[] end = words[0].Skip(words[0].Count - shared).SkipWhile(_prepositions.Contains).ToArray();
        return end.Length == 0 || end[end.Length - 1].Length < FewestLetters ? "" : string.Concat(end);
    }

    /// <summary>
    /// Returns the thing that all names are about: one of them is only about it, and all others have its words, in singular or plural. The thing of
    /// <c>createImageRequest</c>, <c>ImageTool</c> and <c>listImagesForUser</c> is <c>Image</c>. Returns null if there is none.
    /// </summary>
    public static string? Thing(IReadOnlyList<string> names)
    {
        string[][] words = names.Select(static name => Words.Split(name).ToArray()).ToArray();
        string[][] singular = Array.ConvertAll(words, static own => Array.ConvertAll(own, Singular));
        string[][] things = Array.ConvertAll(words, ThingOf);
        int shortest = things.Min(static thing => thing.Length);
        return things
            .Where(thing => thing.Length == shortest && Says(thing))
            .GroupBy(static thing => string.Concat(thing), StringComparer.Ordinal)
            .Take(MostThings)
            .Select(static same => same.First())
            .Select(thing => HaveAll(words, thing) ?? HaveAll(singular, Array.ConvertAll(thing, Singular)))
            .FirstOrDefault(static thing => thing is not null);
    }

    /// <summary>
    /// Returns the words that precede a verb in all names, if they are the same: <c>Radar</c> of <c>RadarGetFormat</c> and
    /// <c>RadarListLocations</c>.
    /// </summary>
    public static string? Scope(IReadOnlyList<string> names)
    {
        string[] scopes = names
            .Select(Words.Split)
            .Select(static words => words.Count == 0 ? "" : string.Concat(words.Take(words.FindIndex(1, Verbs.Are))))
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        return scopes.Length == 1 && scopes[0].Length >= FewestLetters && char.IsLetter(scopes[0][0]) ? scopes[0] : null;
    }

    /// <summary>
    /// Returns the most adjacent words that all names have, or null: <c>EmailSecurity</c> of <c>GetEmailSecurityTop</c> and
    /// <c>ListEmailSecurityThreats</c>. Verbs and prepositions are none of them, and a role alone says nothing.
    /// </summary>
    public static string? Middle(IReadOnlyList<string> names)
    {
        string[][] words = names.Select(static name => Words.Split(name).ToArray()).ToArray();
        string[] first = words[0];
        return Enumerable.Range(1, Math.Min(MostMiddle, first.Length))
            .Reverse()
            .SelectMany(count => Enumerable.Range(0, first.Length - count + 1).Select(start => first.Skip(start).Take(count).ToArray()))
            .Where(static middle => Says(middle) && Array.TrueForAll(middle, IsNoun) && (middle.Length > 1 || !_roles.Contains(middle[0])))
            .Select(middle => HaveAll(words, middle))
            .FirstOrDefault(static middle => middle is not null);
    }

    private static bool IsNoun(string word) => !_verbs.Contains(word) && !_first.Contains(word) && !_prepositions.Contains(word);

    private static string[] ThingOf(string[] words)
    {
        string[] own = words.SkipWhile(static word => _verbs.Contains(word) || _first.Contains(word)).ToArray();
        int end = Array.FindIndex(own, _prepositions.Contains);
        return own.Take(end < 0 ? own.Length : end).Reverse().SkipWhile(static word => _roles.Contains(word) || _verbs.Contains(word)).Reverse().ToArray();
    }

    private static string Singular(string word) => Plural.Singular(word) ?? word;

    private static bool Says(string[] thing) => thing.Length > 0 && char.IsLetter(thing[0][0]) && (thing.Length > 1 || thing[0].Length >= FewestLetters);

    /// <summary>Returns the thing as one word if all names have its words next to each other, or null.</summary>
    private static string? HaveAll(string[][] names, string[] thing) => Array.TrueForAll(names, words => Has(words, thing)) ? string.Concat(thing) : null;

    private static bool Has(string[] words, string[] thing) => Enumerable
        .Range(0, Math.Max(0, words.Length - thing.Length + 1))
        .Any(start => words.Skip(start).Take(thing.Length).SequenceEqual(thing, StringComparer.Ordinal));
}
