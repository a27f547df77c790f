namespace RealtimeKit.Gen.Reading.Tree;

/// <summary>
/// Finds values that YAML reads as a comment: <c>default: #ffffff</c> without quotes has no value. A comment with a space behind its
/// <c>#</c> is meant as one.
/// </summary>
internal static class YamlComment
{
    /// <summary>Returns whether a comment stands where the value of a key would be.</summary>
    public static bool IsValue(SpecMapping mapping, SpecEntry entry)
    {
        if (!IsEmpty(entry.Value))
        {
            return false;
        }

        string text = (entry.KeySource ?? mapping.Source).Text;
        int at = SkipBlanks(text, entry.KeyPosition.Offset + entry.KeyPosition.Length);
        return at < text.Length && text[at] == ':' && IsComment(text, at + 1);
    }

    /// <summary>Returns whether a comment stands where an item of a list would be.</summary>
    public static bool IsValue(SpecNode item) => IsEmpty(item) && IsComment(item.Source.Text, item.Position.Offset);

    /// <summary>Returns whether a value is null because nothing is written. JSON has no such value.</summary>
    public static bool IsEmpty(SpecNode value) => value is SpecScalar { Kind: SpecScalarKind.Null, Text.Length: 0 };

    /// <summary>Returns whether the text goes on with a comment that has no space behind its mark.</summary>
    private static bool IsComment(string text, int start)
    {
        int at = SkipBlanks(text, start);
        return at > 0
            && at + 1 < text.Length
            && text[at] == '#'
            && text[at - 1] is ' ' or '\t'
            && (char.IsLetterOrDigit(text[at + 1]) || text[at + 1] is '/' or '$' or '_');
    }

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at;
    }
}
