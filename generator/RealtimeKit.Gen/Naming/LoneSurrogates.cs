using System.Text;

namespace RealtimeKit.Gen.Naming;

/// <summary>Finds halves of surrogate pairs without the other half, which JSON can write and UTF-8 cannot express.</summary>
internal static class LoneSurrogates
{
    public static bool AreIn(string text) => !string.Equals(Replace(text), text, StringComparison.Ordinal);

    /// <summary>Returns the text with U+FFFD in place of each lone surrogate.</summary>
    public static string Replace(string text)
    {
        StringBuilder? result = null;
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
                continue;
            }

            result ??= new StringBuilder(text);
            result[i] = '\uFFFD';
        }

        return result?.ToString() ?? text;
    }
}
