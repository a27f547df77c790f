using System.Net.Http.Headers;

namespace RealtimeKit.Runtime.Sending;

/// <summary>
/// The default headers of a borrowed client. The platform adds them to every request, wherever it goes, and a credential
/// among them would reach a server it does not belong to.
/// </summary>
internal static class DefaultHeaders
{
    private static readonly HashSet<string> _harmless = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Accept-Charset", "Accept-Encoding", "Accept-Language", "Cache-Control", "Connection", "Expect", "Pragma", "Prefer",
        "TE", "traceparent", "tracestate", "Trailer", "Transfer-Encoding", "Upgrade", "User-Agent", "Via",
    };

    /// <summary>The platform sends what was added without validation as it is, line breaks among it.</summary>
    /// <exception cref="ArgumentException">A default header of the client would add a line, or cut one.</exception>
    public static void RequireLines(HttpClient client)
    {
        foreach ((string name, HeaderStringValues values) in client.DefaultRequestHeaders.NonValidated)
        {
            foreach (string value in values)
            {
                if (value.AsSpan().IndexOfAny('\r', '\n', '\0') >= 0)
                {
                    throw new ArgumentException($"The HttpClient's default header '{name}' holds a line break or U+0000, which no header can carry.", name);
                }
            }
        }
    }

    /// <exception cref="ArgumentException">A default header of the client may be a secret.</exception>
    public static void RequireHarmless(HttpClient client)
    {
        foreach ((string name, _) in client.DefaultRequestHeaders.NonValidated)
        {
            if (!_harmless.Contains(name))
            {
                throw new ArgumentException(
                    $"The operation has a server of its own, and the HttpClient's default header '{name}' would go there. Remove the header, or add the server to TrustedOrigins.", name);
            }
        }
    }
}
