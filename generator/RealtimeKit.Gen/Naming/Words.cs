using System.Globalization;
using System.Text;

namespace RealtimeKit.Gen.Naming;

/// <summary>
/// Splits a wire name into words, at every character that is not a letter or digit, and by case (<c>userId</c>,
/// <c>HTTPServer</c>). The plural of an abbreviation is one word (<c>URLs</c>), and a version behind it is another
/// (<c>TLSv1</c>). Format characters and invisible letters are dropped,
/// as the compiler drops format characters from identifiers. Letters are composed (NFC), because the compiler distinguishes the
/// spellings of one letter.
/// </summary>
internal static class Words
{
    private const int FewestCapitals = 3;

    public static List<string> Split(string name)
    {
        string text = Compose(name);
        List<string> words = [];
        char[] word = new char[text.Length];
        int length = 0;

        void End()
        {
            if (length > 0)
            {
                words.Add(new string(word, 0, length));
                length = 0;
            }
        }

        for (int i = 0; i < text.Length; i++)
        {
            bool isInWord = length > 0;
            if (IsDropped(text[i], isInWord) || (isInWord && IsBeforePossessive(text, i)))
            {
                continue;
            }

            bool isPart = IsPart(text[i], isInWord);
            if (!isPart || (isInWord && (IsStart(text, i, word[length - 1]) || IsVersion(text, i))))
            {
                End();
            }

            if (isPart)
            {
                word[length++] = text[i];
            }
        }

        End();
        return words;
    }

    /// <summary>Returns a name without the characters that make the <c>s</c> of a possessive a word (<c>owner'-s-pets</c> is <c>owners-pets</c>).</summary>
    public static string JoinPossessives(string name) => name.IndexOfAny(['\'', '\u2019']) < 0
        ? name
        : string.Concat(name.Where((c, index) => c is not ('\'' or '\u2019') && !IsBeforePossessive(name, index)));

    /// <summary>Returns whether a character is left out without ending the word before it.</summary>
    private static bool IsDropped(char c, bool isInWord) => c <= '\u007F'
        ? c == '\'' && isInWord
        : CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format || UnseenCharacters.IsUnseen(c) || (c == '\u2019' && isInWord);

    /// <summary>Returns whether a separator precedes the <c>s</c> of a possessive, as in <c>owner'-s-pets</c>.</summary>
    private static bool IsBeforePossessive(string text, int index) => index > 0
        && (text[index - 1] is '\'' or '\u2019')
        && !char.IsLetterOrDigit(text[index])
        && index + 1 < text.Length
        && text[index + 1] == 's'
        && (index + 2 == text.Length || !char.IsLetterOrDigit(text[index + 2]));

    /// <summary>
    /// Returns whether a character can be part of a word. Digits that are not decimal (², ½ …) cannot, because an identifier
    /// cannot contain them.
    /// </summary>
    private static bool IsPart(char c, bool isInWord) => char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.LetterNumber => true,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => isInWord,
        _ => false,
    };

    /// <summary>Returns whether a capital letter starts a word within a text, as in <c>userId</c> and <c>HTTPServer</c>.</summary>
    private static bool IsStart(string text, int index, char before) => char.IsUpper(text[index])
        && (char.IsLower(before)
            || char.IsDigit(before)
            || (char.IsUpper(before) && index + 1 < text.Length && char.IsLower(text[index + 1]) && !IsEnd(text, index + 1)));

    /// <summary>Returns whether a small letter after capitals is not the second letter of a word.</summary>
    private static bool IsEnd(string text, int index) => IsPluralMark(text, index) || IsVersion(text, index);

    /// <summary>
    /// Returns whether a single small letter begins a word between an abbreviation and a digit, as in <c>TLSv1</c>. Two capitals and
    /// such a letter are one abbreviation (<c>IPv4</c>).
    /// </summary>
    private static bool IsVersion(string text, int index) => index >= FewestCapitals && index + 1 < text.Length
        && char.IsLower(text[index])
        && char.IsDigit(text[index + 1])
        && AreCapitals(text, index - FewestCapitals, index);

    private static bool AreCapitals(string text, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (!char.IsUpper(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Returns whether an <c>s</c> after a capital letter ends the word, as in <c>URLs</c>.</summary>
    private static bool IsPluralMark(string text, int index) =>
        text[index] == 's' && (index + 1 == text.Length || !char.IsLower(text[index + 1]));

    /// <summary>Returns the composed form of a name, or the name itself if it has none.</summary>
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
    /// Returns whether a text has lone surrogates or code points that are never assigned. <see cref="string.Normalize()"/> throws
    /// for them.
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
