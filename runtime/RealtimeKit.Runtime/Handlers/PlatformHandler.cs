using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Runtime.Versioning;

namespace RealtimeKit.Runtime.Handlers;

/// <summary>The innermost handler on the platform that the program runs on.</summary>
internal static class PlatformHandler
{
    /// <summary>
    /// In a browser there are no sockets: requests go through <c>fetch</c>, where redirects, cookies and compression are the
    /// browser's own and cannot be set.
    /// </summary>
    [SuppressMessage("ApiDesign", "RS0030", Justification = "In a browser there is no other handler, and none of what it is banned for can be set.")]
    public static HttpMessageHandler Create() => OperatingSystem.IsBrowser() ? new HttpClientHandler() : CreateSockets();

    [UnsupportedOSPlatform("browser")]
    public static SocketsHttpHandler CreateSockets() => new()
    {
        AllowAutoRedirect = false,
        Proxy = new LoopbackBypass(),
        ConnectCallback = new ConnectionOpener(ConnectionOpener.DefaultLimit).OpenAsync,
        PlaintextStreamFilter = static (context, _) => ValueTask.FromResult(Filter(context)),
        UseCookies = false,
        MaxResponseHeadersLength = 64,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
    };

    /// <summary>
    /// HTTP/2 repeats only what the server says it has not seen. What asks a proxy for a tunnel does nothing at a server, and
    /// the tunnel's bytes are none of HTTP.
    /// </summary>
    [UnsupportedOSPlatform("browser")]
    private static Stream Filter(SocketsHttpPlaintextStreamFilterContext context)
        => context.NegotiatedHttpVersion.Major == 1 && context.InitialRequestMessage.Method != HttpMethod.Connect
            ? new SingleSendStream(context.PlaintextStream)
            : context.PlaintextStream;
}
