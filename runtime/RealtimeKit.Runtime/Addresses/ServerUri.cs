namespace RealtimeKit.Runtime.Addresses;

/// <summary>Checks the address of a server.</summary>
internal static class ServerUri
{
    /// <summary>Checks that the client may send requests to an address.</summary>
    /// <exception cref="ArgumentException">
    /// The address is not an absolute http or https URL, contains user information or a fragment, or uses plain http to another machine.
    /// </exception>
    public static void Require(Uri server, bool allowPlainHttp, string parameter)
    {
        if (!server.IsAbsoluteUri || server.Scheme is not ("http" or "https") || !Origin.Exists(server))
        {
            throw new ArgumentException("The address is not an absolute http or https URL.", parameter);
        }

        if (server.UserInfo.Length > 0 || server.Fragment.Length > 0)
        {
            throw new ArgumentException("The address contains user information or a fragment. Use a credential instead.", parameter);
        }

        if (!allowPlainHttp && !Origin.Of(server).IsPrivate)
        {
            throw new ArgumentException("The address uses plain http, which others can read on the way. Use https, or set AllowPlainHttp.", parameter);
        }
    }
}
