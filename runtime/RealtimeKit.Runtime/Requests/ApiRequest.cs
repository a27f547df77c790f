using System.ComponentModel;
using System.Text;
using RealtimeKit.Runtime.Bodies;
using RealtimeKit.Runtime.Parameters;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Wire;

/// <summary>The request of one call, without what the transport adds. It can be sent only once.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ApiRequest
{
    private readonly PathQuery _pathQuery;
    private List<KeyValuePair<string, string>>? _headers;
    private StringBuilder? _query;
    private StringBuilder? _cookies;
    private List<string>? _secrets;
    private int _isClaimed;

    /// <summary>Initializes a new instance with a path below the operation's server.</summary>
    /// <exception cref="ArgumentException">A path parameter is absent, empty or a dot segment.</exception>
    public ApiRequest(ApiPath path)
    {
        string text = path.End();
        int query = text.IndexOf('?', StringComparison.Ordinal);
        Path = query < 0 ? text : text[..query];
        _pathQuery = new PathQuery(query < 0 ? "" : text[(query + 1)..]);
        _secrets = path.Secrets;
    }

    internal string Path { get; }

    internal string? QueryText => _pathQuery.And(_query);

    internal string? CookieText => _cookies?.ToString();

    internal List<KeyValuePair<string, string>>? Headers => _headers;

    internal RequestBody? Body { get; private set; }

    /// <summary>Gets the secrets of the request, which must not appear in messages or logs.</summary>
    internal IEnumerable<string> Secrets => (_secrets ?? []).Concat(Body?.Secrets ?? []);

    internal string? AcceptedMediaTypes { get; private set; }

    internal string? ServerUrl { get; private set; }

    /// <summary>
    /// Adds a query parameter. Null or an absent value is not sent. The parameter replaces one with the same name in the query of the path.
    /// </summary>
    /// <exception cref="ArgumentException">The parameter is required and has no value, or its style has no format for the value.</exception>
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
            ReservedText reserved = allowReserved ? ReservedText.PlainInQuery : ReservedText.Encoded;
            new ParameterLayout(_query, name, reserved, encode: true).AppendPairs(present, style, explode, "&");
        }

        return this;
    }

    /// <summary>Adds a text that is the whole query. Null or an absent value is not sent.</summary>
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
            string text = present.Primitive ?? throw new ArgumentException("Only text can be the whole query.", nameof(value));
            PercentEncoding.Append(_query, text);
        }

        return this;
    }

    /// <summary>Adds a header. Null or an absent value is not sent.</summary>
    /// <exception cref="ArgumentException">
    /// The name is not a token, the value contains characters that are not allowed in headers, a text in it begins or ends with a space or a
    /// tab, or the parameter is required and has no value.
    /// </exception>
    public ApiRequest Header(
        string name, ParameterValue? value, bool explode = false, bool required = false, ParameterStyle style = ParameterStyle.Simple)
    {
        HeaderText.RequireToken(name, nameof(name));
        RequireValue("header", name, value, required);
        if (value is { IsAbsent: false } present)
        {
            present.RequireSendable(name);
            present.CollectSecrets(ref _secrets);
            present = present.InAscii();
            StringBuilder text = ShortText.Begin();
            new ParameterLayout(text, name, ReservedText.Encoded, encode: false).AppendBare(present, style, explode);
            string line = ShortText.End(text);
            HeaderText.RequireWholeValue(name, line, name);
            RequireWholeParts("header", name, present);
            (_headers ??= []).Add(new(name, line));
        }

        return this;
    }

    /// <summary>Adds a cookie. Null or an absent value is not sent.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <param name="explode">True if a list or an object becomes several cookies.</param>
    /// <param name="encode">True if the value is percent-encoded. Otherwise it may contain only characters that are allowed in cookies.</param>
    /// <param name="required">True if the call fails without a value.</param>
    /// <exception cref="ArgumentException">The value is not encoded and cannot be sent, or the parameter is required and has no value.</exception>
    public ApiRequest Cookie(string name, ParameterValue? value, bool explode = true, bool encode = true, bool required = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        RequireValue("cookie", name, value, required);
        if (value is { IsAbsent: false } present)
        {
            present.RequireSendable(name);
            present.CollectSecrets(ref _secrets);
            present = encode ? present : present.InAscii(';');
            _cookies ??= new StringBuilder();
            int start = _cookies.Length;
            new ParameterLayout(_cookies, name, ReservedText.Encoded, encode).AppendPairs(present, ParameterStyle.Form, explode, "; ");
            if (!encode)
            {
                RequireCookies(name, present, _cookies.ToString(start, _cookies.Length - start));
            }
        }

        return this;
    }

    /// <summary>Sets the media types that the caller accepts, instead of those of the operation's results.</summary>
    public ApiRequest Accept(string mediaTypes)
    {
        HeaderText.RequireValue("Accept", mediaTypes, nameof(mediaTypes));
        AcceptedMediaTypes = mediaTypes;
        return this;
    }

    /// <summary>Sends the request to another server: an absolute URL, or one relative to the configured address.</summary>
    public ApiRequest Server(string absoluteOrRelativeUrl)
    {
        ArgumentNullException.ThrowIfNull(absoluteOrRelativeUrl);
        ServerUrl = absoluteOrRelativeUrl;
        return this;
    }

    /// <summary>Marks the request as sent. Its body is returned to the pool after the call.</summary>
    /// <exception cref="InvalidOperationException">The request was sent before.</exception>
    internal void Claim()
    {
        if (Interlocked.Exchange(ref _isClaimed, 1) != 0)
        {
            throw new InvalidOperationException(
                "The request was already sent, and can be sent only once. Call the method again, also to enumerate its items again.");
        }
    }

    private static void RequireValue(string place, string name, ParameterValue? value, bool required)
    {
        if (required && value is not { IsAbsent: false })
        {
            throw new ArgumentNullException(name, $"The {place} parameter '{name}' is required, but has no value.");
        }
    }

    /// <summary>Checks each text of a value that is not encoded. Servers remove spaces and tabs beside the characters between the texts.</summary>
    private static void RequireWholeParts(string place, string name, ParameterValue value)
    {
        bool isWhole = value.Primitive is { } text ? HeaderText.IsWhole(text)
            : (value.Items ?? []).All(static item => IsWhole(item.Primitive))
                && (value.Members ?? []).All(static member => HeaderText.IsWhole(member.Name) && IsWhole(member.Value.Primitive));
        if (!isWhole)
        {
            throw new ArgumentException($"A text in the {place} '{name}' begins or ends with a space or a tab, which HTTP removes.", name);
        }
    }

    private static bool IsWhole(string? text) => text is null || HeaderText.IsWhole(text);

    /// <summary>Checks cookies that are not encoded. A semicolon in a value would begin another cookie.</summary>
    private static void RequireCookies(string name, ParameterValue value, string text)
    {
        HeaderText.RequireValue("Cookie", text, name);
        RequireWholeParts("cookie", name, value);
        int cookies = value.Items?.Length ?? value.Members?.Length ?? 1;
        if (text.AsSpan().TrimStart("; ").Count(';') >= Math.Max(1, cookies))
        {
            throw new ArgumentException($"The value of the cookie '{name}' contains a semicolon, which must be encoded in cookies.", name);
        }
    }
}
