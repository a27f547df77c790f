using RealtimeKit.Gen.Reading.Upgrading.Patterns;

namespace RealtimeKit.Gen.Reading.Upgrading;

/// <summary>
/// Recognizes regular expressions that match numbers of any length and nothing else. Text with a fixed number of digits, such as
/// a postal code, is not a number, because its leading zeros matter.
/// </summary>
/// <remarks>
/// The pattern is never run by the engine of .NET, which backtracks. Both questions are answered from its parts: which numbers
/// can its texts be the beginning of, and does it match a number of one digit and one of two. Look-ahead only narrows what a
/// pattern matches, so the first question ignores it, and the second does not.
/// </remarks>
internal sealed class NumericPattern
{
    /// <summary>The longest pattern that is examined.</summary>
    private const int LongestPattern = 200;

    /// <summary>The most decimal places without which a pattern matches nothing (<c>^\d+\.\d{2}$</c>).</summary>
    private const int MostPlaces = 8;

    private static readonly string[] _endings = ["", .. Enumerable.Range(1, MostPlaces).Select(static places => "." + new string('0', places)), "e5"];
    private static readonly string[] _oneDigit = ["5", "1"];
    private static readonly string[] _twoDigits = ["12", "50"];

    private NumericPattern(NumberProgress visited, bool isOfDotNet)
    {
        HasFraction = (visited & (NumberProgress.Point | NumberProgress.Fraction)) != 0;
        HasExponent = (visited & NumberProgress.Exponent) != 0;
        IsOfDotNet = isOfDotNet;
    }

    /// <summary>Gets whether the numbers may have a fraction.</summary>
    public bool HasFraction { get; }

    /// <summary>Gets whether the numbers may have an exponent.</summary>
    public bool HasExponent { get; }

    /// <summary>Gets whether the pattern is exactly that of .NET, which is a number even without a type.</summary>
    public bool IsOfDotNet { get; }

    /// <summary>Returns the kind of numbers that a pattern matches, or null if it matches other text too.</summary>
    public static NumericPattern? Parse(string? pattern)
    {
        if (pattern is null || pattern.Length > LongestPattern || PatternParser.Parse(pattern) is not { } whole || !IsAnchored(whole))
        {
            return null;
        }

        PatternWalk walk = new();
        bool isNumber = (whole.Follow(NumberProgress.Start, walk) & NumberProgress.Other) == 0
            && Matches(whole, _oneDigit, walk)
            && Matches(whole, _twoDigits, walk);
        return isNumber && !walk.IsTooLong ? new NumericPattern(walk.Visited, IsWrittenByDotNet(pattern)) : null;
    }

    private static bool IsWrittenByDotNet(string pattern)
        => pattern.Replace("?:", "").Replace("[0-9]", "\\d").StartsWith("^-?(0|[1-9]\\d*)", StringComparison.Ordinal);

    private static bool Matches(PatternPart whole, string[] integers, PatternWalk walk)
        => integers.Any(integer => _endings.Any(ending => whole.IsMatch(integer + ending, walk)));

    /// <summary>Returns whether a pattern describes whole texts. All of its alternatives must.</summary>
    private static bool IsAnchored(PatternPart whole)
        => whole is PatternChoice choice
            ? choice.Parts.All(IsAnchored)
            : whole is PatternSequence { Parts.Count: > 0 } sequence && sequence.Parts[0] is PatternAnchor { IsEnd: false } && EndsAtEnd(whole);

    /// <summary>
    /// Returns whether a part ends with the end of the text. In a group, one alternative is enough: Pydantic writes
    /// <c>(?:\d{0,8}|\d{0,8}\.\d{0,2}$)</c> and means the end in both cases.
    /// </summary>
    private static bool EndsAtEnd(PatternPart part) => part switch
    {
        PatternAnchor anchor => anchor.IsEnd,
        PatternSequence { Parts.Count: > 0 } sequence => EndsAtEnd(sequence.Parts[sequence.Parts.Count - 1]),
        PatternChoice choice => choice.Parts.Any(EndsAtEnd),
        _ => false,
    };
}
