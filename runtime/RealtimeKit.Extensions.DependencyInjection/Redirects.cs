namespace RealtimeKit.Extensions.DependencyInjection;

/// <summary>
/// Leaves redirects to the client. A handler that follows them itself sends keys, cookies and secret headers to whatever server the
/// redirect names.
/// </summary>
internal static class Redirects
{
    /// <summary>Turns off the redirects of the innermost handler, unless it has already sent a request.</summary>
    public static void TurnOff(HttpMessageHandler handler)
    {
        while (handler is DelegatingHandler { InnerHandler: { } inner })
        {
            handler = inner;
        }

        if (OperatingSystem.IsBrowser())
        {
            return;
        }

        try
        {
            switch (handler)
            {
                case SocketsHttpHandler { AllowAutoRedirect: true } sockets:
                    sockets.AllowAutoRedirect = false;
                    break;
                case HttpClientHandler { AllowAutoRedirect: true } client:
                    client.AllowAutoRedirect = false;
                    break;
            }
        }
        catch (InvalidOperationException)
        {
            // The program shares the handler with other clients, which use it already.
        }
    }
}
