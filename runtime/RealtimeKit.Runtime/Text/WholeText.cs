using System.Globalization;

namespace RealtimeKit.Runtime.Text;

/// <summary>
/// Whether text is whole Unicode. Half a surrogate pair has no form in UTF-8: the platform would send a replacement
/// character in its place, or fail much later, where somebody reads the value.
/// </summary>
internal static class WholeText
{
    public const string Broken = "The text holds half a surrogate pair, which has no form in UTF-8.";

    private const int DigitsOfEscape = 4;

    /// <summary>The text itself.</summary>
    /// <exception cref="ArgumentException">It holds half a surrogate pair.</exception>
    public static string Require(string text, string? parameter = null)
    {
        ArgumentNullException.ThrowIfNull(text, parameter);
        return IsWhole(text) ? text : throw new ArgumentException(Broken, parameter);
    }

    public static bool IsWhole(ReadOnlySpan<char> text)
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

    /// <summary>Where the first escape of half a surrogate pair stands in JSON text, in names and values alike; -1 for none.</summary>
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

    /// <summary>The UTF-16 unit that is escaped at a place, or -1 where there is no such escape.</summary>
    private static int UnitAt(ReadOnlySpan<byte> json, int position)
        => position + 2 + DigitsOfEscape <= json.Length
            && json[position] == (byte)'\\'
            && json[position + 1] == (byte)'u'
            && ushort.TryParse(json.Slice(position + 2, DigitsOfEscape), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit)
            ? unit
            : -1;
}
