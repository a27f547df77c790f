using System.Net;
using System.Runtime.Versioning;
using RealtimeKit.Runtime.Addresses;

namespace RealtimeKit.Runtime.Handlers;

/// <summary>
/// The platform's proxy for every address but plain http to this machine: a proxy elsewhere would see the credential,
/// which such an address is only sent because it stays on this machine.
/// </summary>
[UnsupportedOSPlatform("browser")]
internal sealed class LoopbackBypass : IWebProxy
{
    public ICredentials? Credentials
    {
        get => HttpClient.DefaultProxy.Credentials;
        set => throw new NotSupportedException("The platform's proxy has its own credentials.");
    }

    public Uri? GetProxy(Uri destination) => IsLocal(destination) ? null : HttpClient.DefaultProxy.GetProxy(destination);

    public bool IsBypassed(Uri host) => IsLocal(host) || HttpClient.DefaultProxy.IsBypassed(host);

    private static bool IsLocal(Uri address)
    {
        Origin origin = Origin.Of(address);
        return !origin.IsHttps && origin.IsLoopback;
    }
}
