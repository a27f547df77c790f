namespace RealtimeKit.Runtime;

/// <summary>Where an API key is sent.</summary>
public enum ApiKeyLocation
{
    /// <summary>In a request header.</summary>
    Header,

    /// <summary>In the URL's query, where proxies and servers may log it.</summary>
    Query,

    /// <summary>In a cookie.</summary>
    Cookie,
}
