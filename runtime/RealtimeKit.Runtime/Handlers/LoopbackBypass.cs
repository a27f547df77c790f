using System.Net;
using System.Runtime.Versioning;
using RealtimeKit.Runtime.Addresses;

namespace RealtimeKit.Runtime.Handlers;

/// <summary>
/// The system proxy, except for plain http to this machine. A credential is sent to such an address only because it does not
/// leave the machine, so no proxy may receive it.
/// </summary>
[UnsupportedOSPlatform("browser")]
internal sealed class LoopbackBypass : IWebProxy
{
    public ICredentials? Credentials
    {
        get => HttpClient.DefaultProxy.Credentials;
        set => throw new NotSupportedException("The system proxy has its own credentials.");
    }

    public Uri? GetProxy(Uri destination) => IsLocal(destination) ? null : HttpClient.DefaultProxy.GetProxy(destination);

    public bool IsBypassed(Uri host) => IsLocal(host) || HttpClient.DefaultProxy.IsBypassed(host);

    private static bool IsLocal(Uri address)
    {
        Origin origin = Origin.Of(address);
        return !origin.IsHttps && origin.IsLoopback;
    }
}
