namespace RealtimeKit.Gen.Reading.Text;

/// <summary>
/// A pattern with <c>*</c> (any characters) and <c>?</c> (one character), ignoring case. Matching is linear for every pattern.
/// </summary>
internal sealed class Glob(string text)
{
    public string Text { get; } = text;

    public bool IsMatch(string value)
    {
        int pattern = 0, position = 0, star = -1, retry = 0;
        while (position < value.Length)
        {
            if (pattern < Text.Length && Text[pattern] == '*')
            {
                star = pattern++;
                retry = position;
            }
            else if (pattern < Text.Length && (Text[pattern] == '?' || char.ToUpperInvariant(Text[pattern]) == char.ToUpperInvariant(value[position])))
            {
                pattern++;
                position++;
            }
            else if (star >= 0)
            {
                pattern = star + 1;
                position = ++retry;
            }
            else
            {
                return false;
            }
        }

        while (pattern < Text.Length && Text[pattern] == '*')
        {
            pattern++;
        }

        return pattern == Text.Length;
    }
}
