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
/// Sends the calls of a client. The transport is thread-safe, and one instance is enough for a process. Its calls share
/// connections and a retry budget.
/// </summary>
public sealed class ApiTransport : IDisposable
{
    private readonly ApiClientOptions _options;
    private readonly HttpSender _http;
    private readonly AttemptSender _sender;
    private readonly RetryBudget _budget;
    [SuppressMessage("Usage", "CA2213", Justification = "Calls that are ending still read the token, and the source has no timer.")]
    private readonly CancellationTokenSource _closing = new();
    private int _disposed;

    /// <summary>Initializes a new instance, either with its own connections or with a client that the caller owns.</summary>
    /// <param name="options">The options. They cannot be changed afterwards.</param>
    /// <param name="httpClient">
    /// A client that the caller owns, or null. Redirects, cookies and decompression then depend on the handler of the client.
    /// Create the client with <see cref="CreateHandler"/> to get the behavior of this transport.
    /// </param>
    /// <exception cref="ArgumentException">The options contain no valid address, or a default header of the client contains a line break.</exception>
    public ApiTransport(ApiClientOptions options, HttpClient? httpClient = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        options.Freeze();
        _options = options;
        if (httpClient is not null)
        {
            DefaultHeaders.RequireLines(httpClient);
        }

        _http = httpClient is null ? new HttpSender(CreatePlatformHandler()) : new HttpSender(httpClient);
        _sender = new AttemptSender(_http, new CredentialRule(options));
        _budget = new RetryBudget(options.Retry, options.TimeProvider);
    }

    /// <summary>
    /// Gets the key under which a handler finds the path template of a request. Log the template instead of the path, which may
    /// contain secrets.
    /// </summary>
    public static HttpRequestOptionsKey<string> UrlTemplate => CallPlan.UrlTemplate;

    /// <summary>
    /// Gets the key under which a handler sets true before it throws an <see cref="HttpRequestException"/> for a failed connection, if
    /// it is certain that no server received the request. A request that is not idempotent is then retried.
    /// </summary>
    public static HttpRequestOptionsKey<bool> NotSent => SendRecord.NotSent;

    /// <summary>
    /// Creates a handler as the transport uses it: without redirects and cookies, with decompression, with a limit of 10 s to
    /// connect, and without a proxy for plain http to this machine. Connections are renewed every five minutes, so that DNS
    /// changes take effect. Sockets are not available in a browser; a program that also runs there uses <see
    /// cref="CreatePlatformHandler"/>.
    /// </summary>
    [UnsupportedOSPlatform("browser")]
    public static SocketsHttpHandler CreateHandler() => PlatformHandler.CreateSockets();

    /// <summary>
    /// Creates a handler as the transport uses it on the current platform. This is <see cref="CreateHandler"/>, except in a
    /// browser. There the handler uses <c>fetch</c>, and the browser controls redirects, cookies and connections.
    /// </summary>
    public static HttpMessageHandler CreatePlatformHandler() => PlatformHandler.Create();

    /// <summary>Makes a call.</summary>
    /// <exception cref="ApiStatusException">The server returned an error status.</exception>
    /// <exception cref="ApiConnectionException">The server could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">A deadline passed.</exception>
    /// <exception cref="ApiContentException">The body of the response differs from the API description.</exception>
    /// <exception cref="ApiResponseTooLargeException">The response is larger than allowed.</exception>
    /// <exception cref="ApiCredentialException">No credential could be obtained.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled the call. The exception has the caller's token.</exception>
    /// <exception cref="ObjectDisposedException">The transport was disposed before or during the call.</exception>
    public async Task<T> SendAsync<T>(
        ApiOperation<T> operation, ApiRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        CallResult<T> result = await RunAsync(operation, request, options, ReadWholeAsync, cancellationToken).ConfigureAwait(false);
        return result.Error is null ? result.Value : throw result.Error;
    }

    /// <summary>Makes a call and returns the response, also for an error status. Throws the other exceptions of <see cref="SendAsync"/>.</summary>
    public async Task<ApiResponse<T>> SendWithResponseAsync<T>(
        ApiOperation<T> operation, ApiRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        CallResult<T> result = await RunAsync(operation, request, options, ReadWholeAsync, cancellationToken).ConfigureAwait(false);
        return result.Response is { } response
            ? new(result.Value, response.StatusCode, response.Headers, RequestId.Read(response.Headers), result.Attempts, response.Content.Headers)
            : new(result.Error!);
    }

    /// <summary>
    /// Makes a call whose response is a sequence: server-sent events, JSON lines or a JSON text sequence. The call is retried
    /// like any other until its status and headers have arrived. From then on, <see cref="ApiClientOptions.TotalTimeout"/> limits each
    /// wait for an item, but not the whole sequence. Leaving the loop closes the connection.
    /// </summary>
    public async IAsyncEnumerable<T> StreamAsync<T>(
        ApiOperation<T> operation, ApiRequest request, RequestOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using ItemStream<T> items = await OpenAsync(operation, request, options, cancellationToken).ConfigureAwait(false);
        while (await items.MoveNextAsync(withEmpty: false, cancellationToken).ConfigureAwait(false))
        {
            yield return items.Current;
        }
    }

    /// <summary>
    /// Makes a call as <see cref="StreamAsync"/> does, but returns server-sent events with all their fields, including those without data.
    /// </summary>
    public async IAsyncEnumerable<ServerSentEvent<T>> StreamEventsAsync<T>(
        ApiOperation<T> operation, ApiRequest request, RequestOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using ItemStream<T> items = await OpenAsync(operation, request, options, cancellationToken).ConfigureAwait(false);
        while (await items.MoveNextAsync(withEmpty: true, cancellationToken).ConfigureAwait(false))
        {
            yield return items.Event;
        }
    }

    /// <summary>
    /// Ends all calls with an <see cref="ObjectDisposedException"/>, whatever they are waiting for. This includes calls over a
    /// client that the caller owns, and reads of response streams. Closes the connections of the transport, but does not
    /// dispose a client that the caller owns.
    /// </summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        // Handlers may run code when they are cancelled. It must not delay the caller of Dispose.
        ForeignCode.Ignore(_closing.CancelAsync());
        _http.Dispose();
    }

    private async ValueTask<ItemStream<T>> OpenAsync<T>(
        ApiOperation<T> operation, ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        CallResult<ItemStream<T>> result = await RunAsync(operation, request, options, OpenItemsAsync, cancellationToken).ConfigureAwait(false);
        return result.Error is null ? result.Value : throw result.Error;
    }

    private ValueTask<CallResult<TValue>> RunAsync<T, TValue>(
        ApiOperation<T> operation,
        ApiRequest request,
        RequestOptions? options,
        Func<ApiOperation<T>, ApiResult<T>, Exchange, ValueTask<TValue>> readSuccess,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(request);
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        var plan = CallPlan.Create(operation.Facts, request, options, _options, _closing.Token);
        return new CallRunner<T, TValue>(operation, plan, _sender, _budget, readSuccess).RunAsync(cancellationToken);
    }

    private static ValueTask<T> ReadWholeAsync<T>(ApiOperation<T> operation, ApiResult<T> success, Exchange exchange)
        => SuccessReader.ReadAsync(success, operation.RivalFor(exchange.Response!), exchange);

    private static ValueTask<ItemStream<T>> OpenItemsAsync<T>(ApiOperation<T> operation, ApiResult<T> success, Exchange exchange)
        => ItemStream<T>.OpenAsync(success, exchange);
}
