using System.Net;

namespace RealtimeKit.Runtime.Addresses;

/// <summary>Scheme, host and port: what a credential belongs to.</summary>
internal readonly record struct Origin(string Scheme, string Host, int Port)
{
    public bool IsHttps => Scheme == Uri.UriSchemeHttps;

    /// <summary>
    /// Whether the host is this machine: by a loopback address, or as <c>localhost</c>. Names below <c>.localhost</c> are
    /// not: the platform asks the name server for them, which may lead elsewhere.
    /// </summary>
    public bool IsLoopback
        => Host == "localhost"
            || (IPAddress.TryParse(Host, out IPAddress? address) && IPAddress.IsLoopback(address));

    /// <summary>Whether a secret may travel there: nobody between can read it.</summary>
    public bool IsPrivate => IsHttps || IsLoopback;

    /// <summary>The origin of an address that has been found to have one.</summary>
    public static Origin Of(Uri uri)
        => new(uri.Scheme, uri.IdnHost, uri.Port);

    /// <summary>Whether the host is one that the platform can ask a name server for: it parses more hosts than it can spell.</summary>
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
