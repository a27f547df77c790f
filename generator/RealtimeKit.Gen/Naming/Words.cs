using System.Globalization;
using System.Text;

namespace RealtimeKit.Gen.Naming;

/// <summary>
/// Cuts a wire name into words: at everything that is no letter or digit, and where the case says so
/// (<c>userId</c>, <c>HTTPServer</c>). Format characters vanish, as the C# compiler drops them from identifiers, and so do letters that nobody sees; and
/// letters are taken in their composed form (NFC), as two spellings of one letter are two names to it.
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

            // Other digits than the decimal ones (², ½ …) are no identifier characters.
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

    /// <summary><see cref="string.Normalize()"/> throws on lone surrogates and on what Unicode will never make a character.</summary>
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
