namespace RealtimeKit.Runtime.Addresses;

/// <summary>Checks the address of a server.</summary>
internal static class ServerUri
{
    /// <exception cref="ArgumentException">The URL is not absolute http or https, carries user information, or is plain http to another machine.</exception>
    public static void Require(Uri server, bool allowPlainHttp, string parameter)
    {
        if (!server.IsAbsoluteUri || server.Scheme is not ("http" or "https") || !Origin.Exists(server))
        {
            throw new ArgumentException("The address is no absolute http or https URL.", parameter);
        }

        if (server.UserInfo.Length > 0 || server.Fragment.Length > 0)
        {
            throw new ArgumentException("The address carries user information or a fragment; use a credential instead.", parameter);
        }

        if (!allowPlainHttp && !Origin.Of(server).IsPrivate)
        {
            throw new ArgumentException("The address is plain http, which anybody on the way can read; use https, or set AllowPlainHttp.", parameter);
        }
    }
}
