using System.Net.Http.Headers;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Sending;

/// <summary>
/// Checks the default headers of an HttpClient that the caller owns. .NET adds them to every request, so a credential among
/// them could be sent to another server.
/// </summary>
internal static class DefaultHeaders
{
    private static readonly HashSet<string> _harmless = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Accept-Charset", "Accept-Encoding", "Accept-Language", "Cache-Control", "Connection", "Expect", "Pragma", "Prefer",
        "TE", "traceparent", "tracestate", "Trailer", "Transfer-Encoding", "Upgrade", "User-Agent", "Via",
    };

    /// <summary>
    /// Checks for line breaks, and for spaces and tabs at the ends, which HTTP removes. .NET sends headers that were added without validation
    /// unchanged.
    /// </summary>
    /// <exception cref="ArgumentException">A default header contains a line break or U+0000, or begins or ends with a space or a tab.</exception>
    public static void RequireLines(HttpClient client)
    {
        foreach ((string name, HeaderStringValues values) in client.DefaultRequestHeaders.NonValidated)
        {
            foreach (string value in values)
            {
                if (value.AsSpan().IndexOfAny('\r', '\n', '\0') >= 0)
                {
                    throw new ArgumentException(
                        $"The HttpClient's default header '{name}' contains a line break or U+0000, which is not allowed in headers.", name);
                }

                if (!HeaderText.IsWhole(value))
                {
                    throw new ArgumentException(
                        $"The HttpClient's default header '{name}' begins or ends with a space or a tab, which HTTP removes.", name);
                }
            }
        }
    }

    /// <summary>Checks that the headers may be sent to any server.</summary>
    /// <exception cref="ArgumentException">A default header of the client may be a secret.</exception>
    public static void RequireHarmless(HttpClient client)
    {
        foreach ((string name, _) in client.DefaultRequestHeaders.NonValidated)
        {
            if (!_harmless.Contains(name))
            {
                throw new ArgumentException(
                    $"The operation has its own server, to which the HttpClient's default header '{name}' would be sent. "
                    + "Remove the header, or add the server to TrustedOrigins.",
                    name);
            }
        }
    }
}
