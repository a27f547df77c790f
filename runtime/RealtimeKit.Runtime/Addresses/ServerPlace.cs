namespace RealtimeKit.Runtime.Addresses;

/// <summary>The part of a server's address that a variable is in.</summary>
internal enum ServerPlace
{
    /// <summary>The start of the address. The value contains at least the scheme and the host.</summary>
    Address,

    /// <summary>The scheme.</summary>
    Scheme,

    /// <summary>The whole host, optionally with the port.</summary>
    Authority,

    /// <summary>A part of the host.</summary>
    Host,

    /// <summary>The port.</summary>
    Port,

    /// <summary>The start of the path, directly after a complete host or port.</summary>
    PathStart,

    /// <summary>The path.</summary>
    Path,
}
