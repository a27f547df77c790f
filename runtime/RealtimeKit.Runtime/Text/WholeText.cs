using System.Globalization;
using System.Text;

namespace RealtimeKit.Runtime.Text;

/// <summary>
/// Checks that text is valid Unicode. An unpaired surrogate cannot be encoded in UTF-8: .NET would send a replacement character
/// instead, or fail much later, when the value is read.
/// </summary>
internal static class WholeText
{
    public const string Broken = "The text contains an unpaired surrogate, which cannot be encoded in UTF-8.";

    private const int DigitsOfEscape = 4;

    /// <summary>Returns the text if it is valid.</summary>
    /// <exception cref="ArgumentException">The text contains an unpaired surrogate.</exception>
    public static string Require(string text, string? parameter = null)
    {
        ArgumentNullException.ThrowIfNull(text, parameter);
        return IsWhole(text) ? text : throw new ArgumentException(Broken, parameter);
    }

    // Nearly all texts of an API are ASCII, for which this check takes half the time of a search for surrogates.
    public static bool IsWhole(ReadOnlySpan<char> text) => Ascii.IsValid(text) || IsPaired(text);

    private static bool IsPaired(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyInRange('\uD800', '\uDFFF') is >= 0 and var index)
        {
            if (!char.IsHighSurrogate(text[index]) || index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1]))
            {
                return false;
            }

            text = text[(index + 2)..];
        }

        return true;
    }

    /// <summary>
    /// Finds the first escape of an unpaired surrogate in JSON text, in names and in values. Returns its position, or -1 if there is none.
    /// </summary>
    public static int BrokenEscape(ReadOnlySpan<byte> json)
    {
        for (int position = 0; json[position..].IndexOf((byte)'\\') is >= 0 and var next;)
        {
            position += next;
            int unit = UnitAt(json, position);
            bool isPair = char.IsHighSurrogate((char)Math.Max(unit, 0)) && char.IsLowSurrogate((char)Math.Max(UnitAt(json, position + 6), 0));
            if (unit >= 0 && char.IsSurrogate((char)unit) && !isPair)
            {
                return position;
            }

            position = Math.Min(json.Length, position + (isPair ? 12 : unit >= 0 ? 6 : 2));
        }

        return -1;
    }

    /// <summary>Returns the UTF-16 code unit that is escaped at a position, or -1 if there is no such escape.</summary>
    private static int UnitAt(ReadOnlySpan<byte> json, int position)
        => position + 2 + DigitsOfEscape <= json.Length
            && json[position] == (byte)'\\'
            && json[position + 1] == (byte)'u'
            && ushort.TryParse(json.Slice(position + 2, DigitsOfEscape), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit)
            ? unit
            : -1;
}
