using System.Globalization;

namespace RealtimeKit.Runtime.Text;

/// <summary>
/// Writes a float. The shortest text of a large float is a number of its own: -2147483648 is -2.1474836E+09, which is another number for a
/// server that reads doubles. A float that is an integer is therefore written with all its digits, while a long can hold them.
/// </summary>
internal static class FloatText
{
    /// <summary>Every smaller integer has a text of its own.</summary>
    private const float FirstWithoutOwnText = 1 << 24;

    /// <summary>The first integer that a long cannot hold.</summary>
    private const float FirstBeyondLong = 9223372036854775808f;

    /// <summary>Returns whether a float is written as an integer.</summary>
    public static bool IsInteger(float value, out long integer)
    {
        bool isInteger = MathF.Abs(value) is >= FirstWithoutOwnText and < FirstBeyondLong;
        integer = isInteger ? (long)value : 0;
        return isInteger;
    }

    /// <param name="value">A finite value.</param>
    public static string Of(float value)
        => IsInteger(value, out long integer) ? integer.ToString(CultureInfo.InvariantCulture) : value.ToString("R", CultureInfo.InvariantCulture);
}
