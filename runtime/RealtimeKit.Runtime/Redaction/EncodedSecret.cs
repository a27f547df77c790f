using System.Text;

namespace RealtimeKit.Runtime.Redaction;

/// <summary>
/// Computes the base64 and hexadecimal forms of secrets. Base64 encodes three bytes at once, so that a secret has three forms,
/// which depend on the length of the text before it. Characters that also depend on that text, or on the text behind, are left out.
/// </summary>
internal static class EncodedSecret
{
    /// <summary>
    /// The smallest number of bytes of a secret that is searched for in encoded form. A shorter secret would often be found by
    /// chance.
    /// </summary>
    private const int Shortest = 8;

    /// <summary>The smallest number of characters of an encoded secret.</summary>
    private const int ShortestForm = Shortest * 8 / 6;

    /// <summary>Returns the secrets, followed by their encoded forms if the text is one that can contain them.</summary>
    public static IReadOnlyList<string> WithForms(string text, IReadOnlyList<string> secrets)
    {
        if (!CanContainForm(text))
        {
            return secrets;
        }

        var all = new List<string>(secrets);
        foreach (string secret in secrets)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(secret);
            if (bytes.Length >= Shortest)
            {
                AddIfPossible(all, Convert.ToHexString(bytes), text);
                for (int before = 0; before < 3; before++)
                {
                    AddBase64(all, bytes, before, text);
                }
            }
        }

        return all;
    }

    private static void AddBase64(List<string> forms, byte[] secret, int before, string text)
    {
        string encoded = Convert.ToBase64String([.. new byte[before], .. secret]);
        int start = ((8 * before) + 5) / 6;
        string form = encoded[start..(8 * (before + secret.Length) / 6)];
        AddIfPossible(forms, form, text);
        string ofUrl = form.Replace('+', '-').Replace('/', '_');
        if (ofUrl != form)
        {
            AddIfPossible(forms, ofUrl, text);
        }
    }

    /// <summary>Adds a form unless the text does not contain its beginning. Only signs in it may be escaped.</summary>
    private static void AddIfPossible(List<string> forms, string form, string text)
    {
        ReadOnlySpan<char> beginning = form.AsSpan(0, SecretText.Shortest);
        if (beginning.ContainsAny("+/-_") || text.AsSpan().Contains(beginning, StringComparison.OrdinalIgnoreCase))
        {
            forms.Add(form);
        }
    }

    private static bool CanContainForm(string text)
    {
        int run = 0;
        foreach (char character in text)
        {
            // An escape may stand for a plus sign or a slash.
            run = char.IsAsciiLetterOrDigit(character) || character is '+' or '/' or '-' or '_' or '%' or '\\' ? run + 1 : 0;
            if (run == ShortestForm)
            {
                return true;
            }
        }

        return false;
    }
}
