using System.Globalization;
using NJsonSchema;
using RealtimeKit.Gen.Parsing.Basics;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>
/// Decides which enums are flags, so that a value combines several members. <c>x-enumFlags</c> decides explicitly. Without it,
/// integers are flags if they contain at least 1, 2 and 4, all powers of two without a gap, and otherwise only 0 and combinations
/// that are fewer than the powers. Because 1, 2 and 4 can also be quantities, a 0 or names are required.
/// </summary>
internal static class FlagsRule
{
    public const string Extension = "x-enumFlags";

    /// <summary>The most members of a text enum, one for each bit.</summary>
    private const int MostTextMembers = 62;

    private const int FewestPowers = 3;

    /// <summary>Returns whether the document says whether the enum is flags.</summary>
    public static bool IsMarked(JsonSchema actual) => actual.Flag(Extension) is not null;

    public static bool AreFlags(JsonSchema actual, bool isNumeric, bool isNamed)
    {
        if (actual.Flag(Extension) is { } said)
        {
            return said && (isNumeric ? Numbers(actual).All(static value => value >= 0) : actual.Enumeration.Count <= MostTextMembers);
        }

        return isNumeric && LookLikeFlags(Numbers(actual), isNamed);
    }

    /// <summary>Returns the C# values of text members, in order.</summary>
    /// <param name="values">The values on the wire.</param>
    /// <param name="names">The names of the members, by value. Values such as <c>ACCESS_NONE</c> may have a prefix that the names have not.</param>
    public static IEnumerable<string> NumbersOf(string[] values, IReadOnlyDictionary<string, string> names)
    {
        int none = Array.FindIndex(values, value => IsNone(value) || IsNone(names[value]));
        int bit = 0;
        for (int index = 0; index < values.Length; index++)
        {
            yield return index == none ? "0" : (1L << bit++).ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Returns whether a value or a name is that of no flags.</summary>
    private static bool IsNone(string text) => string.Equals(text, "none", StringComparison.OrdinalIgnoreCase);

    private static bool LookLikeFlags(long[] values, bool isNamed)
    {
        long[] powers = values.Where(static value => value > 0 && (value & (value - 1)) == 0).Distinct().OrderBy(static value => value).ToArray();
        long all = powers.Aggregate(0L, static (sum, power) => sum | power);
        int combinations = values.Count(value => value != 0 && (value & (value - 1)) != 0);
        bool hasGap = all != (1L << powers.Length) - 1;
        return powers.Length >= FewestPowers && !hasGap
            && values.All(value => (value & ~all) == 0)
            && combinations < powers.Length
            && values.Max() - values.Min() + 1 != values.Distinct().Count()
            && (isNamed || values.Contains(0));
    }

    private static long[] Numbers(JsonSchema actual) => actual.Enumeration.OfType<long>().ToArray();
}
