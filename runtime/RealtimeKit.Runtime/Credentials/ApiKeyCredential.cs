using System.Diagnostics;
using RealtimeKit.Runtime.Credentials;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime;

/// <summary>An API key, sent in a header, the query or a cookie.</summary>
public sealed class ApiKeyCredential : ApiCredential
{
    private readonly string _name;
    private readonly ApiKeyLocation _location;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _key;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="name">The name of the header, query parameter or cookie.</param>
    /// <param name="location">Where the key is sent.</param>
    /// <param name="key">The key.</param>
    /// <exception cref="ArgumentException">
    /// The name is empty, the key is empty or only white space, or one of them contains characters that cannot be sent there.
    /// </exception>
    public ApiKeyCredential(string name, ApiKeyLocation location, string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        if (location == ApiKeyLocation.Header)
        {
            HeaderText.RequireToken(name, nameof(name));
            HeaderText.RequireValue(name, key, nameof(key));
            HeaderText.RequireAccepted(name, key, nameof(key));
        }

        _name = WholeText.Require(name, nameof(name));
        _location = location;
        _key = WholeText.Require(key, nameof(key));
    }

    internal override ValueTask AuthorizeAsync(Authorization authorization, CancellationToken cancellationToken)
    {
        authorization.Secrets.Add(_key);
        authorization.Secrets.Add(PercentEncoding.Encode(_key));
        switch (_location)
        {
            case ApiKeyLocation.Header:
                authorization.Headers.Add(new(_name, _key));
                break;
            case ApiKeyLocation.Query:
                authorization.Query.Add(new(PercentEncoding.Encode(_name), PercentEncoding.Encode(_key)));
                break;
            default:
                authorization.Cookies.Add(new(PercentEncoding.Encode(_name), PercentEncoding.Encode(_key)));
                break;
        }

        return ValueTask.CompletedTask;
    }
}
