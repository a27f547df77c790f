using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Runtime.Versioning;
using System.Text;

namespace RealtimeKit.Runtime.Handlers;

/// <summary>Creates the innermost handler for the current platform.</summary>
internal static class PlatformHandler
{
    /// <summary>
    /// Creates the handler. In a browser there are no sockets, so requests use <c>fetch</c>. The browser controls redirects,
    /// cookies and compression, and they cannot be set.
    /// </summary>
    [SuppressMessage("ApiDesign", "RS0030", Justification = "A browser has no other handler, and not the settings for which this one is banned.")]
    public static HttpMessageHandler Create() => OperatingSystem.IsBrowser() ? new HttpClientHandler() : CreateSockets();

    [UnsupportedOSPlatform("browser")]
    public static SocketsHttpHandler CreateSockets() => new()
    {
        AllowAutoRedirect = false,
        Proxy = new LoopbackBypass(),
        ConnectCallback = new ConnectionOpener(ConnectionOpener.DefaultLimit).OpenAsync,
        PlaintextStreamFilter = static (context, _) => ValueTask.FromResult(Filter(context)),
        RequestHeaderEncodingSelector = Encode,
        UseCookies = false,
        MaxResponseHeadersLength = 64,

        // Deflate is left out, since its stream in .NET hides whether a body is complete. Servers that support deflate also support gzip.
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
    };

    /// <summary>
    /// Returns null, so that .NET encodes a header as it always does. Over every version of HTTP, this is called before a header is sent, also
    /// if the headers are sent before the body is asked for, as over HTTP/2, HTTP/3 and with <c>Expect: 100-continue</c>. So a request that may
    /// be sent only once is refused here.
    /// </summary>
    private static Encoding? Encode(string header, HttpRequestMessage request)
    {
        (request.Content as ISentContent)?.WritingHeader(header);
        return null;
    }

    /// <summary>
    /// Wraps HTTP/1.1 connections, also those of a CONNECT request to a proxy, which .NET repeats too. HTTP/2 repeats only requests that the
    /// server reports as unprocessed.
    /// </summary>
    [UnsupportedOSPlatform("browser")]
    private static Stream Filter(SocketsHttpPlaintextStreamFilterContext context)
        => context.NegotiatedHttpVersion.Major == 1
            ? new SingleSendStream(context.PlaintextStream, isTunnel: context.InitialRequestMessage.Method == HttpMethod.Connect)
            : context.PlaintextStream;
}
