using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using RealtimeKit.Runtime.Calls;
using RealtimeKit.Runtime.Handlers;
using RealtimeKit.Runtime.Receiving;
using RealtimeKit.Runtime.Retries;
using RealtimeKit.Runtime.Sending;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime;

/// <summary>
/// Sends the calls of a client. One transport serves a whole process: it is thread-safe, and calls share its connections
/// and its retry budget.
/// </summary>
public sealed class ApiTransport : IDisposable
{
    private readonly ApiClientOptions _options;
    private readonly HttpClient _client;
    private readonly bool _ownsClient;
    private readonly CredentialRule _credentials;
    private readonly RetryBudget _budget;
    [SuppressMessage("Usage", "CA2213", Justification = "Calls that are being ended still look at it, and it holds no timer.")]
    private readonly CancellationTokenSource _closing = new();
    private int _disposed;

    /// <summary>A transport over its own connections, or over a client that stays the caller's.</summary>
    /// <param name="options">What it is built from; frozen by this.</param>
    /// <param name="httpClient">A client to borrow, or null. It keeps its own handler's rules on redirects, cookies and decompression; give it <see cref="CreateHandler"/> to have this transport's.</param>
    /// <exception cref="ArgumentException">The options name no usable address, or a default header of the client holds a line break.</exception>
    public ApiTransport(ApiClientOptions options, HttpClient? httpClient = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        options.Freeze();
        _options = options;
        _ownsClient = httpClient is null;
        _client = httpClient ?? CreateClient();
        DefaultHeaders.RequireLines(_client);
        _credentials = new CredentialRule(options);
        _budget = new RetryBudget(options.Retry, options.TimeProvider);
    }

    /// <summary>Under this key a handler finds the path template of a request: what it may tell of the path to a log.</summary>
    public static HttpRequestOptionsKey<string> UrlTemplate => CallPlan.UrlTemplate;

    /// <summary>
    /// A handler as the transport uses it: no redirects and no cookies of its own, all compressions, 10 s to connect, no
    /// proxy for plain http to this machine, and connections renewed every five minutes so that name changes are seen. In
    /// a browser there are no sockets: use <see cref="CreatePlatformHandler"/> where a program runs there as well.
    /// </summary>
    [UnsupportedOSPlatform("browser")]
    public static SocketsHttpHandler CreateHandler() => PlatformHandler.CreateSockets();

    /// <summary>
    /// A handler as the transport uses it on the platform that the program runs on: <see cref="CreateHandler"/>, but in a
    /// browser one over <c>fetch</c>, whose redirects, cookies and connections are the browser's.
    /// </summary>
    public static HttpMessageHandler CreatePlatformHandler() => PlatformHandler.Create();

    /// <summary>Makes a call.</summary>
    /// <exception cref="ApiStatusException">The server answered with an error.</exception>
    /// <exception cref="ApiConnectionException">The server could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">A deadline passed.</exception>
    /// <exception cref="ApiContentException">The answer is not what the document describes.</exception>
    /// <exception cref="ApiResponseTooLargeException">The answer is larger than allowed.</exception>
    /// <exception cref="ApiCredentialException">A credential could not be had.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; carries the caller's token.</exception>
    /// <exception cref="ObjectDisposedException">The transport was disposed, before or during the call.</exception>
    public async Task<T> SendAsync<T>(
        ApiOperation<T> operation, ApiRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => (await SendWithResponseAsync(operation, request, options, cancellationToken).ConfigureAwait(false)).Value;

    /// <summary>Makes a call and gives the answer as it is, an error status included; all else throws as in <see cref="SendAsync"/>.</summary>
    public Task<ApiResponse<T>> SendWithResponseAsync<T>(
        ApiOperation<T> operation, ApiRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(request);
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        var plan = CallPlan.Create(operation.Facts, request, options, _options, _closing.Token);
        return RunAsync(
            operation,
            plan,
            (exchange, failures) => SuccessReader.ReadAsync(
                operation.ResultFor(exchange.Response!)!, operation.RivalFor(exchange.Response!), exchange, plan, failures),
            cancellationToken);
    }

    /// <summary>
    /// Makes a call whose answer is a sequence: server-sent events, JSON lines or a JSON text sequence. The call is
    /// repeated as any other until the first byte of the body; after that <see cref="ApiClientOptions.TotalTimeout"/>
    /// bounds each wait for more, not the whole. Leaving the loop ends the connection.
    /// </summary>
    public async IAsyncEnumerable<T> StreamAsync<T>(
        ApiOperation<T> operation, ApiRequest request, RequestOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using ItemStream<T> items = await OpenAsync(operation, request, options, cancellationToken).ConfigureAwait(false);
        while (await items.MoveNextAsync(cancellationToken).ConfigureAwait(false))
        {
            if (items.HasValue)
            {
                yield return items.Current;
            }
        }
    }

    /// <summary>The same, but gives server-sent events with all their fields, those without data too.</summary>
    public async IAsyncEnumerable<ServerSentEvent<T>> StreamEventsAsync<T>(
        ApiOperation<T> operation, ApiRequest request, RequestOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using ItemStream<T> items = await OpenAsync(operation, request, options, cancellationToken).ConfigureAwait(false);
        while (await items.MoveNextAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return items.Event;
        }
    }

    /// <summary>
    /// Ends all calls, in whatever they wait, with an <see cref="ObjectDisposedException"/>, those over a borrowed client
    /// too, and the reads of streams that were handed over. Ends the transport's own connections; a borrowed client is left alone.
    /// </summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        // Not on this thread: what handlers below do when they are cancelled is no part of disposing.
        _ = _closing.CancelAsync();
        if (_ownsClient)
        {
            _client.Dispose();
        }
    }

    private async Task<ItemStream<T>> OpenAsync<T>(ApiOperation<T> operation, ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(request);
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        var plan = CallPlan.Create(operation.Facts, request, options, _options, _closing.Token);
        return (await RunAsync(
            operation,
            plan,
            (exchange, failures) => ItemStream<T>.OpenAsync(operation.ResultFor(exchange.Response!)!, exchange, plan, failures),
            cancellationToken).ConfigureAwait(false)).Value;
    }

    private Task<ApiResponse<TResult>> RunAsync<T, TResult>(
        ApiOperation<T> operation, CallPlan plan, Func<Exchange, FailureReader, Task<TResult>> readSuccess, CancellationToken cancellationToken)
        => new CallRunner<TResult>(_client, plan, _credentials, _budget, response => operation.ResultFor(response) is not null, readSuccess)
            .RunAsync(cancellationToken);

    [SuppressMessage("Reliability", "CA2000", Justification = "The client owns its handler, and the transport its client.")]
    private static HttpClient CreateClient() => new(CreatePlatformHandler(), disposeHandler: true)
    {
        // Deadlines are the transport's own: the client's would not cover the body.
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
