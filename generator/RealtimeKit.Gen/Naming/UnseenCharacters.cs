using System.Globalization;
using System.Text;

namespace RealtimeKit.Gen.Naming;

/// <summary>
/// Finds characters that are invisible in code or change the order in which other characters are shown: format characters, such
/// as bidirectional controls, zero-width joiners and tags, and the letters and marks that Unicode calls default-ignorable. They
/// are never emitted in names, documentation or messages as they are.
/// </summary>
internal static class UnseenCharacters
{
    public static bool IsUnseen(int code) =>
        code >= 0x80 && (IsShapeless(code) || (code <= 0xFFFF && CharUnicodeInfo.GetUnicodeCategory((char)code) is UnicodeCategory.Format));

    /// <summary>
    /// Returns text for a message: one line of bounded length, with control and invisible characters written as <c>U+XXXX</c>.
    /// </summary>
    public static string Shown(string text, int longest = 400)
    {
        if (text.Length <= longest && text.All(static c => c is >= ' ' and < '\u007F'))
        {
            return text;
        }

        // The end of the last argument is as important as its beginning.
        int head = longest * 2 / 3;
        text = text.Length <= longest ? text : text.Substring(0, head) + "…" + text.Substring(text.Length - (longest - head - 1));
        StringBuilder result = new();
        for (int i = 0; i < text.Length; i++)
        {
            bool isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            int code = isPair ? char.ConvertToUtf32(text[i], text[i + 1]) : text[i];
            if (text[i] is '\n' or '\r' or '\t')
            {
                result.Append(' ');
            }
            else if (IsUnseen(code) || char.IsControl(text[i]) || text[i] is '\u2028' or '\u2029' || (!isPair && char.IsSurrogate(text[i])))
            {
                result.Append("U+").Append(code.ToString("X4", CultureInfo.InvariantCulture));
            }
            else
            {
                result.Append(text, i, isPair ? 2 : 1);
            }

            i += isPair ? 1 : 0;
        }

        return result.ToString();
    }

    /// <summary>Invisible characters and blanks that Unicode classifies as letters, marks or unassigned.</summary>
    private static bool IsShapeless(int code) => code
        is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2065 or 0x2800 or 0x3164 or 0xFFA0
        or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xFFF0 and <= 0xFFF8)
        or (>= 0x1BCA0 and <= 0x1BCA3) or (>= 0x1D173 and <= 0x1D17A) or (>= 0xE0000 and <= 0xE0FFF);
}
