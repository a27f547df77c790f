using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>
/// Finds the words that all values of an enum repeat: <c>JOB_STATE_RUNNING</c> and <c>JOB_STATE_DONE</c>, because values of Protocol
/// Buffers are names of the whole package. Values in any other spelling repeat words if these are the name of the enum.
/// </summary>
internal static class EnumPrefix
{
    /// <summary>The fewest words that are omitted without the last word of the enum's name, or without that name.</summary>
    private const int FewestWords = 2;

    /// <summary>The last words of names of enums that say what every enum is.</summary>
    private static readonly string[] _kinds = ["Kind", "State", "Status", "Type"];

    /// <summary>The values that every enum of Protocol Buffers has.</summary>
    private static readonly string[] _unknown = ["Unknown", "Unspecified"];

    /// <summary>
    /// Returns the names of the members without the words that all values repeat, in the order of the values. Returns null if there
    /// are no such words, or if a name would be empty, begin with a digit or not be unique.
    /// </summary>
    public static IReadOnlyList<string>? Shortened(string enumName, IReadOnlyList<string> values)
    {
        if (values.Count < 2 || values.Any(static value => value.Length == 0 || !char.IsLetter(value[0])))
        {
            return null;
        }

        List<string>[] words = values.Select(Words.Split).ToArray();
        int common = Common(words);
        return (common >= FewestWords && values.All(IsShouted) ? Without(words, common) : null)
            ?? Without(words, Repeated(enumName, words[0], common));
    }

    /// <summary>Returns the names without the first words of each, or null if these names cannot be those of members.</summary>
    private static string[]? Without(List<string>[] words, int count)
    {
        if (count == 0 || Array.Exists(words, own => own.Count == count || !char.IsLetter(own[count][0])))
        {
            return null;
        }

        string[] names = Array.ConvertAll(words, own => Identifier.PascalValue(string.Join("_", own.Skip(count))));
        return AreUnique(names) ? WithoutKind(names) : null;
    }

    /// <summary>Returns the names with <c>Unspecified</c> in place of <c>StatusUnspecified</c>, if only one of them is like that.</summary>
    private static string[] WithoutKind(string[] names)
    {
        string[] plain = Array.ConvertAll(names, static name => Array.Find(_unknown, end => Array.Exists(_kinds, kind => name == kind + end)) ?? name);
        return AreUnique(plain) && plain.Except(names, StringComparer.Ordinal).Count() == 1 ? plain : names;
    }

    private static bool AreUnique(string[] names) => names.Distinct(StringComparer.Ordinal).Count() == names.Length;

    /// <summary>Returns whether a value is in capitals with underscores.</summary>
    private static bool IsShouted(string value) => value.All(static c => c == '_' || char.IsUpper(c) || char.IsDigit(c));

    /// <summary>Returns the number of words with which all values begin.</summary>
    private static int Common(List<string>[] words) => Enumerable.Range(0, words.Min(static own => own.Count))
        .TakeWhile(index => Array.TrueForAll(words, own => string.Equals(own[index], words[0][index], StringComparison.OrdinalIgnoreCase)))
        .Count();

    /// <summary>Returns the number of words with which all values begin and the enum's name ends.</summary>
    private static int Repeated(string enumName, List<string> words, int common)
    {
        List<string> name = Words.Split(enumName);
        for (common = Math.Min(common, enumName.Length); common > 0; common--)
        {
            string start = string.Concat(words.Take(common));
            bool isSubject = common >= FewestWords && name.Count > 0 && _kinds.Contains(name[name.Count - 1], StringComparer.Ordinal);
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
