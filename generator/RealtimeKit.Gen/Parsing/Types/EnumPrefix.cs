using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>
/// Finds the words that all values of an enum repeat from its name: <c>JobState</c> has <c>JOB_STATE_RUNNING</c>, because values of
/// Protocol Buffers are names of the whole package.
/// </summary>
internal static class EnumPrefix
{
    /// <summary>The fewest words that are omitted without the last word of the enum's name.</summary>
    private const int FewestOfSubject = 2;

    /// <summary>The last words of names of enums that say what every enum is.</summary>
    private static readonly string[] _kinds = ["Kind", "State", "Status", "Type"];

    /// <summary>
    /// Returns the names of the members without the words that repeat the enum's name, in the order of the values. Returns null if
    /// a value does not repeat them, or if a name would be empty, begin with a digit or not be unique.
    /// </summary>
    public static IReadOnlyList<string>? Shortened(string enumName, IReadOnlyList<string> values)
    {
        if (values.Count < 2 || values.Any(static value => value.Length == 0 || !char.IsLetter(value[0])))
        {
            return null;
        }

        List<string>[] words = values.Select(Words.Split).ToArray();
        int repeated = Repeated(enumName, words);
        if (repeated == 0 || Array.Exists(words, own => own.Count == repeated || !char.IsLetter(own[repeated][0])))
        {
            return null;
        }

        string[] names = Array.ConvertAll(words, own => Identifier.PascalValue(string.Join("_", own.Skip(repeated))));
        return names.Distinct(StringComparer.Ordinal).Count() == names.Length ? names : null;
    }

    /// <summary>Returns the number of words with which all values begin and the enum's name ends.</summary>
    private static int Repeated(string enumName, List<string>[] words)
    {
        List<string> name = Words.Split(enumName);
        int common = Enumerable.Range(0, words.Min(static own => own.Count))
            .TakeWhile(index => Array.TrueForAll(words, own => string.Equals(own[index], words[0][index], StringComparison.OrdinalIgnoreCase)))
            .Count();
        for (; common > 0; common--)
        {
            string start = string.Concat(words[0].Take(common));
            bool isSubject = common >= FewestOfSubject && _kinds.Contains(name[name.Count - 1], StringComparer.Ordinal);
            if (EndsWith(name, name.Count, start) || (isSubject && EndsWith(name, name.Count - 1, start)))
            {
                return common;
            }
        }

        return 0;
    }

    /// <summary>Returns whether the last of the first words of a name are this text. Words may be split differently.</summary>
    private static bool EndsWith(List<string> name, int count, string text)
    {
        string end = "";
        for (int i = count - 1; i >= 0 && end.Length < text.Length; i--)
        {
            end = name[i] + end;
        }

        return string.Equals(end, text, StringComparison.OrdinalIgnoreCase);
    }
}
