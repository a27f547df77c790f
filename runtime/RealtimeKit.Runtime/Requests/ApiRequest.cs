using System.ComponentModel;
using System.Text;
using RealtimeKit.Runtime.Bodies;
using RealtimeKit.Runtime.Parameters;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Wire;

/// <summary>One call's request: everything but what the transport adds. It is sent once and then used up.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ApiRequest
{
    private readonly List<KeyValuePair<string, string>> _headers = [];
    private readonly PathQuery _pathQuery;
    private StringBuilder? _query;
    private StringBuilder? _cookies;
    private List<string>? _secrets;
    private int _isClaimed;

    /// <summary>A request to a path below the operation's server.</summary>
    /// <exception cref="ArgumentException">A path parameter is absent, empty or a dot segment.</exception>
    public ApiRequest(ApiPath path)
    {
        string text = path.ToString();
        int query = text.IndexOf('?', StringComparison.Ordinal);
        Path = query < 0 ? text : text[..query];
        _pathQuery = new PathQuery(query < 0 ? "" : text[(query + 1)..]);
        _secrets = path.Secrets;
    }

    internal string Path { get; }

    internal string? QueryText => _pathQuery.And(_query);

    internal string? CookieText => _cookies?.ToString();

    internal IReadOnlyList<KeyValuePair<string, string>> Headers => _headers;

    internal RequestBody? Body { get; private set; }

    /// <summary>The sensitive strings of the request, to be left out of whatever is told about it.</summary>
    internal IEnumerable<string> Secrets => (_secrets ?? []).Concat(Body?.Secrets ?? []);

    internal string? AcceptedMediaTypes { get; private set; }

    internal string? ServerUrl { get; private set; }

    /// <summary>Adds a query parameter; null or absent is not sent. It takes the place of what the path's own query says under its name.</summary>
    /// <exception cref="ArgumentException">The parameter is required and has no value, or its style has no form for the value.</exception>
    public ApiRequest Query(
        string name, ParameterValue? value, ParameterStyle style = ParameterStyle.Form, bool explode = true, bool allowReserved = false, bool required = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        RequireValue("query", name, value, required);
        if (value is { IsAbsent: false } present)
        {
            present.RequireSendable(name);
            _pathQuery.Remove(name);
            present.CollectSecrets(ref _secrets);
            _query ??= new StringBuilder();
            new ParameterLayout(_query, name, allowReserved, encode: true).AppendPairs(present, style, explode, "&");
        }

        return this;
    }

    /// <summary>Adds a text that is the query as a whole; null or absent is not sent.</summary>
    /// <exception cref="ArgumentException">The parameter is required and has no value.</exception>
    public ApiRequest QueryString(ParameterValue? value, bool required = false)
    {
        RequireValue("query", "querystring", value, required);
        if (value is { IsAbsent: false } present)
        {
            present.RequireSendable("querystring");
            present.CollectSecrets(ref _secrets);
            _query ??= new StringBuilder();
            _query.Append(_query.Length == 0 ? "" : "&");
            string text = present.Primitive ?? throw new ArgumentException("Only text can be the query as a whole.", nameof(value));
            PercentEncoding.Append(_query, text, allowReserved: false);
        }

        return this;
    }

    /// <summary>Adds a header; null or absent is not sent.</summary>
    /// <exception cref="ArgumentException">
    /// The name is no token, the value holds what no header can carry, or the parameter is required and has no value.
    /// </exception>
    public ApiRequest Header(string name, ParameterValue? value, bool explode = false, bool required = false)
    {
        HeaderText.RequireToken(name, nameof(name));
        RequireValue("header", name, value, required);
        if (value is { IsAbsent: false } present)
        {
            present.RequireSendable(name);
            present.CollectSecrets(ref _secrets);
            var text = new StringBuilder();
            new ParameterLayout(text, name, allowReserved: false, encode: false).AppendBare(present, ParameterStyle.Simple, explode);
            string line = text.ToString();
            HeaderText.RequireValue(name, line, name);
            _headers.Add(new(name, line));
        }

        return this;
    }

    /// <summary>Adds a cookie; null or absent is not sent.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="explode">Whether a list or an object gives several cookies.</param>
    /// <param name="encode">Whether the value is percent-encoded; if not, it must hold nothing that a cookie cannot.</param>
    /// <param name="required">Whether the call fails without a value.</param>
    /// <exception cref="ArgumentException">The value is to be sent as it is, and cannot; or the parameter is required and has no value.</exception>
    public ApiRequest Cookie(string name, ParameterValue? value, bool explode = true, bool encode = true, bool required = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        RequireValue("cookie", name, value, required);
        if (value is { IsAbsent: false } present)
        {
            present.RequireSendable(name);
            present.CollectSecrets(ref _secrets);
            _cookies ??= new StringBuilder();
            int start = _cookies.Length;
            new ParameterLayout(_cookies, name, allowReserved: false, encode).AppendPairs(present, ParameterStyle.Form, explode, "; ");
            if (!encode)
            {
                RequireCookies(name, present, _cookies.ToString(start, _cookies.Length - start));
            }
        }

        return this;
    }

    /// <summary>Says which media types the caller understands, instead of those of the operation's results.</summary>
    public ApiRequest Accept(string mediaTypes)
    {
        HeaderText.RequireValue("Accept", mediaTypes, nameof(mediaTypes));
        AcceptedMediaTypes = mediaTypes;
        return this;
    }

    /// <summary>Sends this operation to another server: an absolute URL, or one relative to the configured address.</summary>
    public ApiRequest Server(string absoluteOrRelativeUrl)
    {
        ArgumentNullException.ThrowIfNull(absoluteOrRelativeUrl);
        ServerUrl = absoluteOrRelativeUrl;
        return this;
    }

    /// <summary>Takes the request for a call; its body is given back to the pool afterwards.</summary>
    /// <exception cref="InvalidOperationException">It was taken before.</exception>
    internal void Claim()
    {
        if (Interlocked.Exchange(ref _isClaimed, 1) != 0)
        {
            throw new InvalidOperationException("A request serves one call; make another one.");
        }
    }

    private static void RequireValue(string place, string name, ParameterValue? value, bool required)
    {
        if (required && value is not { IsAbsent: false })
        {
            throw new ArgumentNullException(name, $"The {place} parameter '{name}' is required, and has no value.");
        }
    }

    /// <summary>A semicolon within a value would begin another cookie.</summary>
    private static void RequireCookies(string name, ParameterValue value, string text)
    {
        HeaderText.RequireValue("Cookie", text, name);
        int cookies = value.Items?.Length ?? value.Members?.Length ?? 1;
        if (text.AsSpan().TrimStart("; ").Count(';') >= Math.Max(1, cookies))
        {
            throw new ArgumentException($"The value of the cookie '{name}' holds a semicolon, which no cookie can carry as it is.", name);
        }
    }
}
