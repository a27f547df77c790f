namespace RealtimeKit.Runtime.Addresses;

/// <summary>The part of a server's address that a variable stands in.</summary>
internal enum ServerPlace
{
    /// <summary>The start of the address with nothing before it: the value is an address by itself.</summary>
    Address,

    /// <summary>The scheme.</summary>
    Scheme,

    /// <summary>All of the host, and the port with it.</summary>
    Authority,

    /// <summary>A part of the host.</summary>
    Host,

    /// <summary>The port.</summary>
    Port,

    /// <summary>Directly behind a host or port that is complete: the start of the path.</summary>
    PathStart,

    /// <summary>The path.</summary>
    Path,
}
