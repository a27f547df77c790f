using System.Net;

namespace RealtimeKit.Runtime.Addresses;

/// <summary>The scheme, host and port of an address. A credential belongs to one origin.</summary>
internal readonly record struct Origin(string Scheme, string Host, int Port)
{
    public bool IsHttps => Scheme == Uri.UriSchemeHttps;

    /// <summary>
    /// Gets whether the host is this machine: a loopback address, or <c>localhost</c>. Names below <c>.localhost</c> do not
    /// count, since .NET resolves them through DNS, which may return another machine.
    /// </summary>
    public bool IsLoopback
        => Host == "localhost"
            || (IPAddress.TryParse(Host, out IPAddress? address) && IPAddress.IsLoopback(address));

    /// <summary>Gets whether a secret may be sent to this origin, since nobody can read it on the way.</summary>
    public bool IsPrivate => IsHttps || IsLoopback;

    /// <summary>Returns the origin of an address for which <see cref="Exists"/> is true.</summary>
    public static Origin Of(Uri uri)
        => new(uri.Scheme, uri.IdnHost, uri.Port);

    /// <summary>Returns whether the host can be resolved. <see cref="Uri"/> accepts some hosts that cannot be converted to a DNS name.</summary>
    public static bool Exists(Uri uri)
    {
        try
        {
            return uri.IdnHost.Length > 0;
        }
        catch (UriFormatException)
        {
            return false;
        }
    }

    public override string ToString() => $"{Scheme}://{Host}:{Port}";
}
