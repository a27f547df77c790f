using System.Globalization;
using System.Text;

namespace RealtimeKit.Runtime.Parameters;

/// <summary>Writes JSON with ASCII characters only, for places that allow no others.</summary>
internal static class AsciiJson
{
    /// <summary>Returns the JSON in one line, with escapes in place of all characters other than visible ASCII and spaces.</summary>
    /// <param name="json">Valid JSON. It has characters beyond ASCII only in strings, and control characters only between its parts.</param>
    /// <param name="other">Another character to escape, which JSON has only in strings; or null.</param>
    public static string Of(string json, char? other)
    {
        StringBuilder? text = null;
        for (int i = 0; i < json.Length; i++)
        {
            char character = json[i];
            bool isAllowed = character is >= ' ' and <= '~' && character != other;
            if (!isAllowed)
            {
                text ??= new StringBuilder(json, 0, i, json.Length + 32);
            }

            _ = isAllowed ? text?.Append(character)
                : character < ' ' ? text!.Append(' ')
                : text!.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
        }

        return text?.ToString() ?? json;
    }
}
