using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace RealtimeKit.Runtime.Redaction;

/// <summary>
/// Removes what may be a secret from the text of a response. In JSON, or text that looks like it, only the structure, names,
/// short numbers and the values of properties that describe errors remain. In other text, long runs that could be keys and the
/// queries of URLs are removed. The call's own secrets are removed everywhere.
/// </summary>
internal static class Redactor
{
    public const int SnippetBytes = 1024;

    public const string Hidden = SecretText.Hidden;

    private const int LongestPlainRun = 23;
    private const int LongestSecret = 16 * 1024;

    private static readonly HashSet<string> _harmless = new(StringComparer.OrdinalIgnoreCase)
    {
        "code", "detail", "error", "error_description", "message", "reason", "status", "title", "type",

        // Ids by which the operator of a server finds a request.
        "correlationId", "correlation_id", "requestId", "request_id", "traceId", "trace_id",
    };

    /// <summary>Returns the first 1 KB of a body on one line, without secrets.</summary>
    public static string Snippet(ReadOnlySpan<byte> body, IReadOnlyList<string> secrets)
    {
        bool isCut = body.Length > SnippetBytes;
        int length = Encoding.UTF8.GetCharCount(isCut ? body[..SnippetBytes] : body);

        // Secrets are removed before the text is cut, so that no part of one remains at the cut.
        string text = SecretText.Hide(Encoding.UTF8.GetString(body[..Math.Min(body.Length, SnippetBytes + Reach(secrets))]), secrets, length);
        ReadOnlySpan<char> start = text.AsSpan().TrimStart(" \t\r\n\uFEFF");
        string shown = OneLine(IsJson(start.TrimEnd()) ? Json(text) : Plain(text));
        return isCut ? shown + "…" : shown;
    }

    /// <summary>Removes the call's own secrets from a text that the server sent.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Text(string? text, IReadOnlyList<string> secrets) => text is null ? null : SecretText.Hide(text, secrets);

    /// <summary>
    /// Returns the exception, or a replacement for it if its text contains a secret or cannot be read. .NET quotes status lines and headers that
    /// it cannot parse, and the server may have repeated a secret in them. It also quotes the address of a proxy with its password. Every
    /// exception of other code that becomes the inner one of a public exception goes through here.
    /// </summary>
    public static Exception? Inner(Exception? exception, IReadOnlyList<string> secrets)
    {
        if (exception is null)
        {
            return null;
        }

        Exception? inner = Inner(exception.InnerException, secrets);
        bool isHarmless = ReferenceEquals(inner, exception.InnerException)
            && ExceptionText.AllOf(exception) is { } texts
            && Array.TrueForAll(texts, text => HideQueries(Text(text, secrets)) == text);
        return isHarmless
            ? exception
            : new RedactedException($"{exception.GetType()}: {HideQueries(Text(ExceptionText.MessageOf(exception), secrets))}", inner);
    }

    /// <summary>Returns an error message of the server without secrets, and with URLs shortened to the parts that are not secret.</summary>
    public static string Message(string text, IReadOnlyList<string> secrets) => OneLine(HideQueries(Text(text, secrets)));

    /// <summary>
    /// Returns the largest number of characters after the cut that can belong to a secret that begins before the cut.
    /// </summary>
    private static int Reach(IReadOnlyList<string> secrets)
    {
        int longest = 0;
        foreach (string secret in secrets)
        {
            longest = Math.Max(longest, secret.Length);
        }

        return Math.Min(longest, LongestSecret) * SecretSpelling.LongestSpelling;
    }

    /// <summary>Returns whether the text begins like a JSON object, array or string, or is a number.</summary>
    private static bool IsJson(ReadOnlySpan<char> text)
        => text.Length > 0 && (text[0] is '{' or '[' or '"' || NumberLength(text) == text.Length);

    private static string Json(string text)
    {
        var shown = new StringBuilder(text.Length);
        string name = "";
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '"')
            {
                int length = NumberLength(text.AsSpan(i));
                _ = length >= SecretText.Shortest && !_harmless.Contains(name) ? shown.Append(Hidden) : shown.Append(text, i, Math.Max(1, length));
                i += Math.Max(1, length) - 1;
                continue;
            }

            int end = EndOfString(text, i);
            string content = text[(i + 1)..Math.Min(end, text.Length)];
            if (end < text.Length && IsName(text, end))
            {
                name = content;
                shown.Append('"').Append(content).Append('"');
            }
            else
            {
                shown.Append('"').Append(_harmless.Contains(name) ? HideQueries(content) : Hidden).Append('"');
            }

            i = end;
        }

        return shown.ToString();
    }

    private static int NumberLength(ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAnyExcept("0123456789+-.eE");
        int length = end < 0 ? text.Length : end;
        return text[..length].ContainsAnyInRange('0', '9') ? length : 0;
    }

    private static int EndOfString(string text, int start)
    {
        int i = start + 1;
        while (i < text.Length && text[i] != '"')
        {
            i += text[i] == '\\' ? 2 : 1;
        }

        return i;
    }

    private static bool IsName(string text, int end)
    {
        int i = end + 1;
        while (i < text.Length && char.IsWhiteSpace(text[i]))
        {
            i++;
        }

        return i < text.Length && text[i] == ':';
    }

    private static string Plain(string text)
    {
        var shown = new StringBuilder(text.Length);
        int i = 0;
        while (i < text.Length)
        {
            int end = i;
            while (end < text.Length && IsKeyCharacter(text[end]))
            {
                end++;
            }

            if (end == i)
            {
                shown.Append(text[i++]);
                continue;
            }

            _ = end - i > LongestPlainRun && text.AsSpan(i, end - i).IndexOfAnyInRange('0', '9') >= 0
                ? shown.Append(Hidden)
                : shown.Append(text, i, end - i);
            i = end;
        }

        return HideQueries(shown.ToString());
    }

    private static bool IsKeyCharacter(char character)
        => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '+' or '/' or '=' or '.' or '~' or '%';

    private static string HideQueries(string text)
    {
        int at = text.IndexOf("://", StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var shown = new StringBuilder(text.Length);
        int copied = 0;
        while (at >= 0)
        {
            int host = AfterUserInformation(text, at + 3);
            int end = host;
            while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '\'' or '<' or '>'))
            {
                end++;
            }

            shown.Append(text, copied, at + 3 - copied).Append(Address(text[host..end]));
            copied = end;
            at = text.IndexOf("://", end, StringComparison.Ordinal);
        }

        return shown.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>Returns where the host of a URL begins. The user information before it may contain quotes.</summary>
    private static int AfterUserInformation(string text, int start)
    {
        int host = start;
        for (int i = start; i < text.Length && !char.IsWhiteSpace(text[i]) && text[i] is not ('/' or '?' or '#' or '"' or '<' or '>'); i++)
        {
            host = text[i] == '@' ? i + 1 : host;
        }

        return host;
    }

    /// <summary>
    /// Returns a URL, from its host on, without the parts that may be secret: the query, and long path segments, such as those of
    /// webhooks. The rest is enough to open a page of documentation.
    /// </summary>
    private static string Address(string url)
    {
        int path = url.IndexOfAny(['/', '?', '#']);
        int query = url.IndexOf('?', StringComparison.Ordinal);
        int fragment = url.IndexOf('#', StringComparison.Ordinal);
        int end = query >= 0 ? query : fragment >= 0 && url.IndexOf('=', fragment) >= 0 ? fragment : url.Length;
        string rest = path < 0 ? "" : string.Join('/', url[path..end].Split('/').Select(static segment => IsLikeKey(segment) ? Hidden : segment));
        return (path < 0 ? url : url[..path]) + rest + (end < url.Length ? url[end] + Hidden : "");
    }

    private static bool IsLikeKey(string run) => run.Length > LongestPlainRun && run.AsSpan().IndexOfAnyInRange('0', '9') >= 0;

    private static string OneLine(string text)
        => string.Create(text.Length, text, static (span, source) =>
        {
            for (int i = 0; i < span.Length; i++)
            {
                span[i] = char.IsControl(source[i]) || source[i] is '\u2028' or '\u2029' ? ' ' : source[i];
            }
        });
}
