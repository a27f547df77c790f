namespace RealtimeKit.Testing;

/// <summary>Specifies what a <see cref="FaultInjectionHandler"/> does with a request.</summary>
public enum InjectedFault
{
    /// <summary>The request is sent unchanged.</summary>
    None,

    /// <summary>The server cannot be reached and does not receive the request.</summary>
    ConnectionRefused,

    /// <summary>The server processes the request, but the connection breaks before the response.</summary>
    ConnectionLost,

    /// <summary>The server processes the request, but the connection breaks within the body of the response.</summary>
    BodyCut,

    /// <summary>The response has status 503. The server does not receive the request.</summary>
    Unavailable,

    /// <summary>The response has status 429 with <c>Retry-After: 0</c>. The server does not receive the request.</summary>
    RateLimited,

    /// <summary>The request is sent after <see cref="FaultInjectionHandler.Delay"/>.</summary>
    Slow,
}
