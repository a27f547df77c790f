namespace RealtimeKit.Runtime.Handlers;

/// <summary>Recognizes the exceptions with which the handlers of .NET report that they could not connect, so that nothing was sent.</summary>
internal static class ConnectingFailure
{
    public static bool Is(Exception exception) => exception is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };
}
