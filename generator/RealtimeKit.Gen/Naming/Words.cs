using System.Globalization;
using System.Text;

namespace RealtimeKit.Gen.Naming;

/// <summary>
/// Splits a wire name into words, at every character that is not a letter or digit, and by case (<c>userId</c>,
/// <c>HTTPServer</c>). Format characters and invisible letters are dropped, as the compiler drops format characters from
/// identifiers. Letters are composed (NFC), because the compiler distinguishes the spellings of one letter.
/// </summary>
internal static class Words
{
    public static List<string> Split(string name)
    {
        string text = Compose(name);
        List<string> words = [];
        StringBuilder word = new();

        void End()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            UnicodeCategory category = CharUnicodeInfo.GetUnicodeCategory(c);
            if (category is UnicodeCategory.Format || UnseenCharacters.IsUnseen(c))
            {
                continue;
            }

            bool isMark = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
            if (!char.IsLetterOrDigit(c) && category != UnicodeCategory.LetterNumber && !(isMark && word.Length > 0))
            {
                if (c is '\'' or '\u2019' && word.Length > 0)
                {
                    continue;
                }

                End();
                continue;
            }

            // Digits that are not decimal (², ½ …) cannot be part of an identifier.
            if (category is UnicodeCategory.OtherNumber || char.IsSurrogate(c))
            {
                End();
                continue;
            }

            if (word.Length > 0 && char.IsUpper(c))
            {
                char before = word[word.Length - 1];
                bool afterLower = char.IsLower(before) || char.IsDigit(before);
                bool beforeLower = i + 1 < text.Length && char.IsLower(text[i + 1]) && char.IsUpper(before);
                if (afterLower || beforeLower)
                {
                    End();
                }
            }

            word.Append(c);
        }

        End();
        return words;
    }

    private static string Compose(string name)
    {
        foreach (char c in name)
        {
            if (c > '\u007F')
            {
                return IsInvalidUnicode(name) ? name : name.Normalize(NormalizationForm.FormC);
            }
        }

        return name;
    }

    /// <summary>
    /// Returns the composed form. <see cref="string.Normalize()"/> throws on lone surrogates and on code points that are never
    /// assigned.
    /// </summary>
    private static bool IsInvalidUnicode(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            int code = text[i];
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                code = char.ConvertToUtf32(text[i], text[++i]);
            }

            if (code is (>= 0xD800 and <= 0xDFFF) or (>= 0xFDD0 and <= 0xFDEF) || (code & 0xFFFE) == 0xFFFE)
            {
                return true;
            }
        }

        return false;
    }
}
