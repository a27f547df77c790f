using System.Collections.ObjectModel;
using System.Diagnostics;
using System.Globalization;
using RealtimeKit.Runtime.Addresses;
using RealtimeKit.Runtime.Credentials;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime;

/// <summary>
/// The options of a client. They cannot be changed after a client has been created with them: setting a property then throws an
/// <see cref="InvalidOperationException"/>.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public partial class ApiClientOptions
{
    private bool _frozen;
    private IDictionary<string, ApiCredential> _credentials = new Dictionary<string, ApiCredential>(StringComparer.Ordinal);
    private IList<Uri> _trustedOrigins = [];
    private Uri? _baseAddress;
    private ApiCredential? _credential;
    private TimeSpan _attemptTimeout = TimeSpan.FromSeconds(30);
    private TimeSpan _totalTimeout = TimeSpan.FromSeconds(100);
    private RetryOptions _retry = new();
    private long _maxResponseContentLength = 32L * 1024 * 1024;
    private int _maxJsonDepth = 64;
    private int _maxRedirects;
    private bool _allowPlainHttp;
    private string? _userAgent = "RealtimeKit.Runtime";
    private string _idempotencyKeyHeader = "Idempotency-Key";
    private bool _sendIdempotencyKeys;
    private bool _strictReading;
    private TimeProvider _timeProvider = TimeProvider.System;

    /// <summary>
    /// Gets or sets the address of the server, with the path that all operations start with. A client cannot be created without it.
    /// </summary>
    public Uri? BaseAddress { get => _baseAddress; set => Set(ref _baseAddress, value); }

    /// <summary>
    /// Gets or sets the credential. Every operation sends it, also one for which the API description names no security scheme, because
    /// many descriptions omit it. An operation whose own <c>security</c> is empty does not send it. It is sent only to the origin of
    /// <see cref="BaseAddress"/> and to <see cref="TrustedOrigins"/>.
    /// </summary>
    public ApiCredential? Credential { get => _credential; set => Set(ref _credential, value); }

    /// <summary>
    /// Gets the credentials by the name of their security scheme in the API description. <see cref="Credential"/> is used for
    /// schemes that are not in this dictionary.
    /// </summary>
    public IDictionary<string, ApiCredential> Credentials => _credentials;

    /// <summary>Gets further origins (scheme, host and port) to which credentials may be sent. Empty by default.</summary>
    public IList<Uri> TrustedOrigins => _trustedOrigins;

    /// <summary>
    /// Gets or sets how long one attempt may take, from name resolution to the last byte of the body. The default is 30 s, the
    /// maximum one day.
    /// </summary>
    public TimeSpan AttemptTimeout { get => _attemptTimeout; set => Set(ref _attemptTimeout, Positive(value, nameof(AttemptTimeout))); }

    /// <summary>
    /// Gets or sets how long a call may take, with all attempts and the delays between them. The default is 100 s, the maximum one day.
    /// </summary>
    public TimeSpan TotalTimeout { get => _totalTimeout; set => Set(ref _totalTimeout, Positive(value, nameof(TotalTimeout))); }

    /// <summary>Gets or sets how failed attempts are retried.</summary>
    public RetryOptions Retry
    {
        get => _retry;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            Set(ref _retry, value);
        }
    }

    /// <summary>
    /// Gets or sets the maximum number of bytes of a response in memory, counted after decompression. The default is 32 MiB.
    /// Streams that are returned to the caller are not limited.
    /// </summary>
    public long MaxResponseContentLength
    {
        get => _maxResponseContentLength;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Array.MaxLength);
            Set(ref _maxResponseContentLength, value);
        }
    }

    /// <summary>
    /// Gets or sets the maximum number of levels of nested JSON, from 1 to 1000. The default is 64. Each level of a recursive type takes space on the
    /// stack of the thread: 1000 levels need the usual stack of 1.5 MiB, and end the process on a thread with a much smaller one.
    /// </summary>
    public int MaxJsonDepth
    {
        get => _maxJsonDepth;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1000);
            Set(ref _maxJsonDepth, value);
        }
    }

    /// <summary>
    /// Gets or sets how many redirects are followed, from 0 to 20. The default is 0. No credential, cookie, extra header or
    /// body is sent to another origin, and no redirect from https to http is followed. The handler of an <see
    /// cref="HttpClient"/> that the caller owns may follow redirects itself.
    /// </summary>
    public int MaxRedirects
    {
        get => _maxRedirects;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 20);
            Set(ref _maxRedirects, value);
        }
    }

    /// <summary>
    /// Gets or sets whether the client accepts an address with plain http on another machine. Credentials are not sent there in
    /// any case. The default is false.
    /// </summary>
    public bool AllowPlainHttp { get => _allowPlainHttp; set => Set(ref _allowPlainHttp, value); }

    /// <summary>
    /// Gets or sets the User-Agent header, or null to send none. It is sent as it is given, instead of that of an <see cref="HttpClient"/> that
    /// the caller owns. Set null to send that one. The default is <c>RealtimeKit.Runtime</c>.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The text is empty, begins or ends with a space or a tab, or contains characters that are not allowed in headers.
    /// </exception>
    public string? UserAgent
    {
        get => _userAgent;
        set
        {
            if (value is not null)
            {
                HeaderText.RequireWholeValue("User-Agent", value, nameof(UserAgent));
                ArgumentException.ThrowIfNullOrEmpty(value, nameof(UserAgent));
            }

            Set(ref _userAgent, value);
        }
    }

    /// <summary>Gets or sets the name of the header for idempotency keys. The default is <c>Idempotency-Key</c>.</summary>
    /// <exception cref="ArgumentException">
    /// The text is not the name of a header, or is the name of a header that cannot contain a key, such as <c>Date</c>.
    /// </exception>
    public string IdempotencyKeyHeader
    {
        get => _idempotencyKeyHeader;
        set
        {
            HeaderText.RequireToken(value, nameof(IdempotencyKeyHeader));
            HeaderText.RequireAccepted(value, Guid.Empty.ToString(), nameof(IdempotencyKeyHeader));
            Set(ref _idempotencyKeyHeader, value);
        }
    }

    /// <summary>
    /// Gets or sets whether each call of an operation that is not idempotent sends a random key, the same in all its attempts.
    /// Set it for servers that support such keys. It does not make an operation retryable by itself. The default is false.
    /// </summary>
    public bool SendIdempotencyKeys { get => _sendIdempotencyKeys; set => Set(ref _sendIdempotencyKeys, value); }

    /// <summary>Gets or sets whether a response must be written exactly as the API description says. The default is false.</summary>
    /// <remarks>
    /// If false, common variants are accepted if their meaning is certain, such as <c>+0000</c> as an offset, <c>"5"</c> as a
    /// number, or JSON with the media type <c>text/plain</c>. Null is also accepted where descriptions usually cannot express it. The
    /// README of the runtime lists all variants.
    /// </remarks>
    public bool StrictReading { get => _strictReading; set => Set(ref _strictReading, value); }

    /// <summary>Gets or sets the clock for deadlines and delays.</summary>
    public TimeProvider TimeProvider
    {
        get => _timeProvider;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            Set(ref _timeProvider, value);
        }
    }

    /// <summary>Returns the settings on one line, without credentials, and without the path of the address, which may contain ids.</summary>
    public override string ToString()
    {
        string server = BaseAddress is { IsAbsoluteUri: true } address && Origin.Exists(address) ? Origin.Of(address).ToString() : "no address";
        string credential = Credential is null && Credentials.Count == 0 ? "no credential" : "credential ***";
        string timeouts = string.Create(
            CultureInfo.InvariantCulture,
            $"attempt {AttemptTimeout.TotalSeconds:0.#######} s, total {TotalTimeout.TotalSeconds:0.#######} s");
        return $"{GetType().Name} {{ {server}, {credential}, {timeouts}, {Retry} }}";
    }

    /// <summary>
    /// Checks the options without making a call. The client calls this method when it is created. Call it earlier to find errors earlier.
    /// </summary>
    /// <exception cref="ArgumentException">The address is missing or not valid, or settings of a credential are missing.</exception>
    public virtual void Validate()
    {
        ServerUri.Require(
            BaseAddress ?? throw new ArgumentException("The options have no BaseAddress.", nameof(BaseAddress)), AllowPlainHttp, nameof(BaseAddress));
        if (TrustedOrigins.Any(static origin => origin is not { IsAbsoluteUri: true, Scheme: "http" or "https" } || !Origin.Exists(origin)))
        {
            throw new ArgumentException("A trusted origin is not an absolute http or https URL.", nameof(TrustedOrigins));
        }

        foreach (CredentialText text in _texts.Values)
        {
            text.RequireComplete();
        }
    }

    /// <summary>Throws an exception if the options can no longer be changed. Setters of derived options call this method.</summary>
    /// <exception cref="InvalidOperationException">A client already uses the options.</exception>
    protected void ThrowIfFrozen()
    {
        if (_frozen)
        {
            throw new InvalidOperationException("A client already uses these options, so they cannot be changed. Create new ones.");
        }
    }

    internal void Freeze()
    {
        if (!_frozen)
        {
            _frozen = true;
            _retry.Freeze();
            _credentials = new ReadOnlyDictionary<string, ApiCredential>(new Dictionary<string, ApiCredential>(_credentials, StringComparer.Ordinal));
            _trustedOrigins = new ReadOnlyCollection<Uri>([.. _trustedOrigins]);
        }
    }

    private static TimeSpan Positive(TimeSpan value, string name)
        => value > TimeSpan.Zero && value <= TimeSpan.FromDays(1)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "A timeout must be greater than zero and at most one day.");

    private void Set<T>(ref T field, T value)
    {
        ThrowIfFrozen();
        field = value;
    }
}
