using System.Collections.ObjectModel;
using System.Diagnostics;
using System.Globalization;
using RealtimeKit.Runtime.Addresses;
using RealtimeKit.Runtime.Credentials;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime;

/// <summary>
/// What a client is built from. A client freezes its options, so that nothing changes under calls in flight; setting a
/// property afterwards throws <see cref="InvalidOperationException"/>.
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

    /// <summary>The server and the path all operations start from. Required by the time a client is built.</summary>
    public Uri? BaseAddress { get => _baseAddress; set => Set(ref _baseAddress, value); }

    /// <summary>The credential sent with operations that ask for one. It goes to the origin of <see cref="BaseAddress"/> only.</summary>
    public ApiCredential? Credential { get => _credential; set => Set(ref _credential, value); }

    /// <summary>Credentials by the document's security scheme name; <see cref="Credential"/> stands in for those not listed.</summary>
    public IDictionary<string, ApiCredential> Credentials => _credentials;

    /// <summary>Further origins (scheme, host, port) that may be sent credentials. Empty by default.</summary>
    public IList<Uri> TrustedOrigins => _trustedOrigins;

    /// <summary>How long one attempt may take, from name resolution to the body's last byte; 30 s by default.</summary>
    public TimeSpan AttemptTimeout { get => _attemptTimeout; set => Set(ref _attemptTimeout, Positive(value, nameof(AttemptTimeout))); }

    /// <summary>How long a call may take with all its attempts and the waits between them; 100 s by default.</summary>
    public TimeSpan TotalTimeout { get => _totalTimeout; set => Set(ref _totalTimeout, Positive(value, nameof(TotalTimeout))); }

    /// <summary>How failed attempts are repeated.</summary>
    public RetryOptions Retry
    {
        get => _retry;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            Set(ref _retry, value);
        }
    }

    /// <summary>The most bytes of one response kept in memory, counted after decompression; 32 MiB by default. Streams handed over are not bounded.</summary>
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

    /// <summary>How deep JSON may nest; 1 to 1000, 64 by default.</summary>
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
    /// How many redirects are followed; 0, the default, to 20. No credential, cookie, extra header or body crosses an
    /// origin, and none is followed from https to http. A borrowed <see cref="HttpClient"/> may follow some by itself.
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

    /// <summary>Whether a plain http address other than loopback is accepted. Credentials are not sent there even so. False by default.</summary>
    public bool AllowPlainHttp { get => _allowPlainHttp; set => Set(ref _allowPlainHttp, value); }

    /// <summary>What the client calls itself, or null to say nothing.</summary>
    /// <exception cref="ArgumentException">The text is nothing that a client can be called: products as <c>Name/1.0</c>, comments in parentheses.</exception>
    public string? UserAgent
    {
        get => _userAgent;
        set
        {
            if (value is not null)
            {
                HeaderText.RequireValue("User-Agent", value, nameof(UserAgent));
                HeaderText.RequireAccepted("User-Agent", value, nameof(UserAgent));
            }

            Set(ref _userAgent, value);
        }
    }

    /// <summary>The header an idempotency key is sent in; <c>Idempotency-Key</c> by default.</summary>
    /// <exception cref="ArgumentException">The text is no header name, or the name of a header that no key can stand in, such as <c>Date</c>.</exception>
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
    /// Whether each call of an operation that is not idempotent carries a random key, the same on all its attempts. Set
    /// it for servers that honour such keys: it does not by itself make an operation repeatable. False by default.
    /// </summary>
    public bool SendIdempotencyKeys { get => _sendIdempotencyKeys; set => Set(ref _sendIdempotencyKeys, value); }

    /// <summary>
    /// Whether a response must be written exactly as the API description says. False by default: what servers often
    /// spell otherwise (<c>+0000</c> for an offset, <c>"5"</c> for a number, JSON under <c>text/plain</c>, null where the
    /// document cannot say that there is one) is read where
    /// nothing of it is lost. The README of the runtime lists all of it.
    /// </summary>
    public bool StrictReading { get => _strictReading; set => Set(ref _strictReading, value); }

    /// <summary>The clock behind deadlines and waits.</summary>
    public TimeProvider TimeProvider
    {
        get => _timeProvider;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            Set(ref _timeProvider, value);
        }
    }

    /// <summary>The settings in one line, without credentials and without the path of the address, which may hold ids.</summary>
    public override string ToString()
    {
        string server = BaseAddress is { IsAbsoluteUri: true } address && Origin.Exists(address) ? Origin.Of(address).ToString() : "no address";
        string credential = Credential is null && Credentials.Count == 0 ? "no credential" : "credential ***";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{GetType().Name} {{ {server}, {credential}, attempt {AttemptTimeout.TotalSeconds} s, total {TotalTimeout.TotalSeconds} s, {Retry} }}");
    }

    /// <summary>Checks what can be checked without a call. A client does it when it is built; do it earlier to fail earlier.</summary>
    /// <exception cref="ArgumentException">There is no address, or not one a client may call; or settings of a credential are incomplete.</exception>
    public virtual void Validate()
    {
        ServerUri.Require(
            BaseAddress ?? throw new ArgumentException("The options have no BaseAddress.", nameof(BaseAddress)), AllowPlainHttp, nameof(BaseAddress));
        if (TrustedOrigins.Any(static origin => origin is not { IsAbsoluteUri: true, Scheme: "http" or "https" } || !Origin.Exists(origin)))
        {
            throw new ArgumentException("A trusted origin is no absolute http or https URL.", nameof(TrustedOrigins));
        }

        foreach (CredentialText text in _texts.Values)
        {
            text.RequireComplete();
        }
    }

    /// <summary>Called by setters of derived options.</summary>
    /// <exception cref="InvalidOperationException">A client uses these options.</exception>
    protected void ThrowIfFrozen()
    {
        if (_frozen)
        {
            throw new InvalidOperationException("The options are in use by a client and cannot be changed; make new ones.");
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
            : throw new ArgumentOutOfRangeException(name, value, "A timeout is more than nothing and at most a day.");

    private void Set<T>(ref T field, T value)
    {
        ThrowIfFrozen();
        field = value;
    }
}
