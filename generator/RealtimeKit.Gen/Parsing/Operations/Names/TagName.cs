using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>The tag of operations, which their names may repeat in another spelling, in singular or plural.</summary>
internal sealed class TagName
{
    /// <summary>The most characters by which two spellings of a tag differ in length (<c>Eighth</c> for <c>8th</c>, <c>ies</c> for <c>y</c>).</summary>
    private const int MostDifference = 8;

    private readonly string _name;
    private readonly string? _singular;
    private readonly int _shortest;
    private readonly int _longest;

    public TagName(string text)
    {
        string pascal = Identifier.Pascal(text);
        _name = Plain(pascal);
        _singular = Plural.Singular(pascal) is { } singular ? Plain(singular) : null;
        int letters = Words.Split(text).Sum(static word => word.Length);

        // A long name is cut, and a tag without letters is spelled in words.
        _shortest = (pascal.Length < Identifier.Longest ? Math.Min(letters, _name.Length) : letters) - MostDifference;
        _longest = Math.Max(letters, _name.Length) + MostDifference;
    }

    /// <summary>Returns whether a text is the tag.</summary>
    public bool Is(string text)
    {
        string name = Identifier.Pascal(text);
        return AreEqual(Plain(name), _name)
            || (Plural.Singular(name) is { } singular && AreEqual(Plain(singular), _name))
            || AreEqual(Plain(name), _singular)
            || IsPlural(_name, Plain(name))
            || IsPlural(Plain(name), _name);
    }

    /// <summary>
    /// Returns how many words from an index on are the tag, or 0. The tag and the operationId may separate words differently
    /// (<c>to-do</c> and <c>todo</c>).
    /// </summary>
    public int CountIn(IReadOnlyList<string> words, int start)
    {
        int length = 0;
        for (int count = 1; start + count <= words.Count && length <= _longest; count++)
        {
            length += words[start + count - 1].Length;
            if (length >= _shortest && length <= _longest && Is(string.Concat(words.Skip(start).Take(count))))
            {
                return count;
            }
        }

        return 0;
    }

    /// <summary>Returns whether a name is the plural of one that ends in <c>i</c> or <c>u</c>. Most words in <c>is</c> and <c>us</c> are singular.</summary>
    private static bool IsPlural(string name, string singular) =>
        singular.Length > 0 && singular[singular.Length - 1] is 'i' or 'u' or 'I' or 'U' && AreEqual(name, singular + "s");

    private static string Plain(string name) => name.Replace("_", "");

    private static bool AreEqual(string one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
