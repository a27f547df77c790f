using System.Diagnostics;
using RealtimeKit.Runtime.Credentials;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime;

/// <summary>An API key, sent in a header, the query or a cookie.</summary>
public sealed class ApiKeyCredential : ApiCredential
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly Authorization _authorization;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="name">The name of the header, query parameter or cookie.</param>
    /// <param name="location">Where the key is sent.</param>
    /// <param name="key">The key.</param>
    /// <exception cref="ArgumentException">
    /// The name is empty, the key is empty or only white space, or one of them contains characters that cannot be sent there. In a header,
    /// the key cannot begin or end with a space or a tab.
    /// </exception>
    public ApiKeyCredential(string name, ApiKeyLocation location, string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        if (location == ApiKeyLocation.Header)
        {
            HeaderText.RequireToken(name, nameof(name));
            HeaderText.RequireWholeValue(name, key, nameof(key));
            HeaderText.RequireSendable(name, key, nameof(key));
        }

        _authorization = Authorize(WholeText.Require(name, nameof(name)), location, WholeText.Require(key, nameof(key)));
    }

    internal override string? Header => _authorization.Headers is [(string name, _), ..] ? name : null;

    internal override ValueTask<Authorization> AuthorizeAsync(CancellationToken cancellationToken) => new(_authorization);

    private static Authorization Authorize(string name, ApiKeyLocation location, string key)
    {
        string encoded = PercentEncoding.Encode(key);
        string[] secrets = [key, encoded];
        return location switch
        {
            ApiKeyLocation.Header => new() { Headers = [new(name, key)], Secrets = secrets },
            ApiKeyLocation.Query => new() { Query = [new(PercentEncoding.Encode(name), encoded)], Secrets = secrets },
            _ => new() { Cookies = [new(PercentEncoding.Encode(name), encoded)], Secrets = secrets },
        };
    }
}
