namespace RealtimeKit.Gen.Naming;

/// <summary>Writes the single digit before a name as a word, because an identifier cannot begin with a digit.</summary>
internal static class LeadingDigit
{
    private static readonly string[] _numbers = ["Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

    private static readonly string[] _ordinals =
        ["Zeroth", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth"];

    private static readonly string[] _ordinalEndings = ["st", "nd", "rd", "th"];

    /// <summary>
    /// Returns <c>ThreeDSecure</c> for <c>3dSecure</c> and <c>ThirdParty</c> for <c>3rdParty</c>. Any other name, such as
    /// <c>404Error</c>, is unchanged.
    /// </summary>
    /// <param name="name">A name in Pascal case.</param>
    public static string Spelled(string name)
    {
        if (name.Length < 2 || name[0] is < '0' or > '9' || !char.IsLetter(name[1]))
        {
            return name;
        }

        int digit = name[0] - '0';
        bool isOrdinal = name.Length >= 3
            && Array.IndexOf(_ordinalEndings, name.Substring(1, 2)) >= 0
            && (name.Length == 3 || !char.IsLower(name[3]));
        return isOrdinal
            ? _ordinals[digit] + name.Substring(3)
            : _numbers[digit] + char.ToUpperInvariant(name[1]) + name.Substring(2);
    }
}
