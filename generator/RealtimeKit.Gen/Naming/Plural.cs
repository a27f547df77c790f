namespace RealtimeKit.Gen.Naming;

/// <summary>
/// Finds the singular of regular English plurals. A word that is not certainly a regular plural has none, so that the caller uses
/// another name instead of a misspelled one.
/// </summary>
internal static class Plural
{
    /// <summary>Words that look like regular plurals, but are singular or irregular.</summary>
    private static readonly HashSet<string> _others = new(StringComparer.OrdinalIgnoreCase)
    {
        "aes", "alias", "always", "analytics", "appendices", "as", "atlas", "aws", "axes", "bias", "canvas", "chaos", "christmas", "corps", "cosmos",
        "crises", "devops", "diabetes", "diagnoses", "does", "ebs", "economics", "ecs", "efs", "eks", "electronics", "ethics", "faas", "gas", "goods",
        "halves", "has", "headquarters", "hypotheses", "iaas", "indices", "ios", "jenkins", "kansas", "knives", "kubernetes", "kudos", "leaves",
        "lens", "lives", "loaves", "logistics", "macos", "mathematics", "maths", "matrices", "means", "news", "oases", "os", "paas", "parentheses",
        "physics", "politics", "postgres", "premises", "prognoses", "robotics", "saas", "scarves", "selves", "series", "ses", "shelves", "species",
        "synopses", "syntheses", "sysops", "texas", "thermos", "theses", "thieves", "this", "tvos", "vertices", "was", "watchos", "wives", "wolves",
        "yes",
    };

    /// <summary>Words of which only the <c>s</c> is the ending, unlike others with the same end.</summary>
    private static readonly HashSet<string> _plain = new(StringComparer.OrdinalIgnoreCase)
    {
        "aches", "avalanches", "caches", "calories", "cookies", "dies", "genies", "headaches", "hoodies", "lies", "movies", "niches", "pies", "rookies",
        "selfies", "shoes", "ties", "toes", "uses", "zombies",
    };

    /// <summary>Plurals of words that end in <c>i</c> or <c>u</c>. Most other words with these ends are singular.</summary>
    private static readonly HashSet<string> _ofVowels = new(StringComparer.OrdinalIgnoreCase)
    {
        "apis", "clis", "cpus", "emojis", "gpus", "guis", "kpis", "menus", "pois", "skus", "taxis", "tpus", "uris", "vcpus", "wikis",
    };

    private static readonly string[] _longEndings = ["sses", "shes", "ches", "xes"];

    private static readonly string[] _singularEndings = ["ss", "us", "is"];

    /// <summary>Returns the name with its last word in the singular, or null if that word is not a regular plural.</summary>
    public static string? Singular(string name)
    {
        string? word = Words.Split(name).LastOrDefault();
        if (word is null || word.Length < 3 || !name.EndsWith(word, StringComparison.Ordinal) || Ending(word) is not { } ending)
        {
            return null;
        }

        string stem = name.Substring(0, name.Length - ending);
        return word.EndsWith("ies", StringComparison.Ordinal) && ending == 3 ? stem + "y" : stem;
    }

    /// <summary>Returns the length of the ending, or null for a word that is not a regular plural.</summary>
    private static int? Ending(string word)
    {
        bool isSingular = !Ends(word, "s") || _others.Contains(word)
            || (Array.Exists(_singularEndings, end => Ends(word, end)) && !_ofVowels.Contains(word));
        if (isSingular || !HasVowel(word, word.Length - 1))
        {
            return null;
        }

        return _plain.Contains(word) ? 1
            : Ends(word, "oes") || Ends(word, "zzes") || Ends(word, "yses") ? null
            : Ends(word, "ies") ? 3
            : Array.Exists(_longEndings, end => Ends(word, end)) || IsOfS(word) ? 2
            : 1;
    }

    private static bool Ends(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);

    /// <summary>Returns whether the singular ends in <c>s</c>, as in <c>statuses</c> and <c>aliases</c>, but not in <c>causes</c>.</summary>
    private static bool IsOfS(string word) =>
        (Ends(word, "uses") && !Ends(word, "ouses") && !Ends(word, "auses"))
        || (Ends(word, "ases") && _others.Contains(word.Substring(0, word.Length - 2)));

    private static bool HasVowel(string word, int length) => word.IndexOfAny(['a', 'e', 'i', 'o', 'u', 'y', 'A', 'E', 'I', 'O', 'U', 'Y'], 0, length) >= 0;
}
