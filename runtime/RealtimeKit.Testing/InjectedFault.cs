namespace RealtimeKit.Testing;

/// <summary>What a <see cref="FaultInjectionHandler"/> does to a request.</summary>
public enum InjectedFault
{
    /// <summary>Nothing: it goes through.</summary>
    None,

    /// <summary>The server cannot be reached; it sees nothing.</summary>
    ConnectionRefused,

    /// <summary>The server acts, but the connection breaks before its answer.</summary>
    ConnectionLost,

    /// <summary>The server acts, but the connection breaks within its body.</summary>
    BodyCut,

    /// <summary>An answer of 503; the server sees nothing.</summary>
    Unavailable,

    /// <summary>An answer of 429 with <c>Retry-After: 0</c>; the server sees nothing.</summary>
    RateLimited,

    /// <summary>The request goes through after <see cref="FaultInjectionHandler.Delay"/>.</summary>
    Slow,
}
