using System.Globalization;
using System.Text;
using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Locking;

/// <summary>
/// Identifies a part of a document in a names file: a word for its kind, and texts of the document, separated by spaces. It
/// never depends on names in C# that could change, or on the order of the document.
/// </summary>
internal static class LockKey
{
    /// <summary>How an empty text is written.</summary>
    public const string Empty = "\"\"";

    public static string Of(string kind, params string[] texts) => kind + " " + string.Join(" ", texts.Select(Token));

    /// <summary>Returns whether a key is that of the record of a form.</summary>
    public static bool IsOfForm(string key) => key.StartsWith(LockKind.Form + " ", StringComparison.Ordinal);

    /// <summary>Returns whether a key is that of a type, or of the record of a form.</summary>
    public static bool IsOfType(string key) => key.StartsWith(LockKind.Type + " ", StringComparison.Ordinal) || IsOfForm(key);

    /// <summary>Returns what follows the kind in a key, which is the place of a type.</summary>
    public static string PlaceOf(string key) => key.Substring(key.IndexOf(' ') + 1);

    /// <summary>Returns the texts that identify an operation.</summary>
    public static string Operation(string method, string path) => Token(method.ToUpperInvariant()) + " " + Token(path);

    /// <summary>
    /// Returns a text without spaces, line breaks and invisible characters, which are written as <c>%20</c> or <c>%u2028</c>. No
    /// two texts have the same token. A backslash is encoded too, because MSBuild, which writes the file, replaces it by a slash.
    /// </summary>
    public static string Token(string text)
    {
        if (text.Length == 0)
        {
            return Empty;
        }

        StringBuilder? result = null;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool isPair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (isPair ? IsVisible(char.ConvertToUtf32(c, text[i + 1])) : !char.IsSurrogate(c) && IsPlain(c))
            {
                result?.Append(text, i, isPair ? 2 : 1);
                i += isPair ? 1 : 0;
                continue;
            }

            result ??= new StringBuilder(text, 0, i, text.Length + 8);
            result.Append('%').Append(c < 0x100 ? "" : "u").Append(((int)c).ToString(c < 0x100 ? "X2" : "X4", CultureInfo.InvariantCulture));
        }

        return result?.ToString() ?? text;
    }

    /// <summary>Returns the name of a member as a part of a path, in which colons and dots separate the parts.</summary>
    public static string Member(string name) => ":" + Token(name).Replace(":", "%3A").Replace(".", "%2E");

    /// <summary>Returns the last token of a key.</summary>
    public static string Last(string key) => key.Substring(key.LastIndexOf(' ') + 1);

    /// <summary>Returns the text of a token.</summary>
    public static string Text(string token)
    {
        if (token == Empty)
        {
            return "";
        }

        StringBuilder text = new(token.Length);
        for (int i = 0; i < token.Length; i++)
        {
            int length = token[i] != '%' ? 0 : i + 1 < token.Length && token[i + 1] == 'u' ? 4 : 2;
            int start = i + (length == 4 ? 2 : 1);
            if (length > 0
                && start + length <= token.Length
                && int.TryParse(token.Substring(start, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code))
            {
                text.Append((char)code);
                i = start + length - 1;
            }
            else
            {
                text.Append(token[i]);
            }
        }

        return text.ToString();
    }

    private static bool IsPlain(char c) =>
        c is not ('%' or '"' or '\\') && !char.IsWhiteSpace(c) && !char.IsControl(c) && IsVisible(c);

    private static bool IsVisible(int code) => !UnseenCharacters.IsUnseen(code);
}
