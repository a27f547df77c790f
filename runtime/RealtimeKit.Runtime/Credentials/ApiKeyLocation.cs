namespace RealtimeKit.Runtime;

/// <summary>Specifies where an API key is sent.</summary>
public enum ApiKeyLocation
{
    /// <summary>In a header.</summary>
    Header,

    /// <summary>In the query of the URL. Proxies and servers may log it.</summary>
    Query,

    /// <summary>In a cookie.</summary>
    Cookie,
}
