using System.Globalization;
using System.Text;

namespace RealtimeKit.Gen.Naming;

/// <summary>
/// Converts strings of a document to C#: literals, interpolated text and documentation. Identifiers are made by <see
/// cref="Identifier"/>. Characters are encoded, never removed, because text around a removed character could join to form
/// something else.
/// </summary>
internal static class CSharpText
{
    /// <summary>
    /// Returns a string literal with its quotes. Everything except plain ASCII is escaped, including bidirectional controls and
    /// line terminators.
    /// </summary>
    public static string Literal(string text)
    {
        StringBuilder result = new(text.Length + 2);
        result.Append('"');
        foreach (char c in text)
        {
            AppendEscaped(result, c);
        }

        return result.Append('"').ToString();
    }

    /// <summary>Returns the literal part of an interpolated string.</summary>
    public static string InterpolatedLiteral(string text)
    {
        StringBuilder result = new(text.Length);
        foreach (char c in text)
        {
            if (c is '{' or '}')
            {
                result.Append(c);
            }

            AppendEscaped(result, c);
        }

        return result.ToString();
    }

    /// <summary>
    /// Returns a UTF-8 literal. Text with a lone surrogate, which UTF-8 cannot express, becomes a call that encodes it as U+FFFD.
    /// </summary>
    public static string Utf8(string text) => Literal(LoneSurrogates.Replace(text)) + "u8";

    /// <summary>
    /// Returns text for XML documentation: one line without markup, and without characters that an XML reader rejects or a person
    /// cannot see.
    /// </summary>
    public static string Doc(string text)
    {
        int plain = 0;
        while (plain < text.Length && text[plain] is >= ' ' and < '\u007F' and not ('&' or '<' or '>'))
        {
            plain++;
        }

        // Most texts are plain.
        if (plain == text.Length)
        {
            return text;
        }

        StringBuilder result = new(text, 0, plain, text.Length);
        for (int i = plain; i < text.Length; i++)
        {
            char c = text[i];
            switch (c)
            {
                case '&': result.Append("&amp;"); break;
                case '<': result.Append("&lt;"); break;
                case '>': result.Append("&gt;"); break;
                case '\n' or '\r' or '\t' or '\u0085' or '\u2028' or '\u2029': result.Append(' '); break;
                default:
                    if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                    {
                        int code = char.ConvertToUtf32(c, text[++i]);
                        _ = UnseenCharacters.IsUnseen(code)
                            ? result.Append("U+").Append(code.ToString("X4", CultureInfo.InvariantCulture))
                            : result.Append(c).Append(text[i]);
                    }
                    else if (char.IsControl(c) || char.IsSurrogate(c) || c >= '\uFFFE' || (UnseenCharacters.IsUnseen(c) && !IsStyleOfEmoji(text, i))
                        || CharUnicodeInfo.GetUnicodeCategory(c)
                            is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                    {
                        result.Append("U+").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
                    }
                    else
                    {
                        result.Append(c);
                    }

                    break;
            }
        }

        return result.ToString();
    }

    /// <summary>Returns whether the character is a variation selector behind a visible symbol, as in emoji.</summary>
    private static bool IsStyleOfEmoji(string text, int at) =>
        text[at] is '\uFE0E' or '\uFE0F' && at > 0 && text[at - 1] > '\u007F' && !UnseenCharacters.IsUnseen(text[at - 1]);

    private static void AppendEscaped(StringBuilder result, char c)
    {
        switch (c)
        {
            case '"': result.Append("\\\""); break;
            case '\\': result.Append("\\\\"); break;
            case '\n': result.Append("\\n"); break;
            case '\r': result.Append("\\r"); break;
            case '\t': result.Append("\\t"); break;
            default:
                if (c is >= ' ' and < '\u007F')
                {
                    result.Append(c);
                }
                else
                {
                    result.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
                }

                break;
        }
    }
}
