using RealtimeKit.Runtime.Addresses;
using RealtimeKit.Runtime.Bodies;
using RealtimeKit.Runtime.Handlers;
using RealtimeKit.Runtime.Operations;
using RealtimeKit.Runtime.Requests;
using RealtimeKit.Runtime.Text;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Calls;

/// <summary>A call, with everything that is the same for all its attempts.</summary>
internal sealed class CallPlan
{
    private CallPlan(OperationFacts operation, ApiRequest request, RequestOptions? options, ApiClientOptions client, Uri target, CancellationToken closing)
    {
        Closing = closing;
        Operation = operation;
        Request = request;
        Options = options;
        Client = client;
        Target = target;
        IsIdempotent = options?.IsIdempotent ?? operation.IsIdempotent;
        AttemptTimeout = options?.AttemptTimeout ?? client.AttemptTimeout;
        TotalTimeout = options?.TotalTimeout ?? client.TotalTimeout;
        MaxRetries = options?.MaxRetries ?? client.Retry.MaxRetries;
        MaxResponseContentLength = options?.MaxResponseContentLength ?? client.MaxResponseContentLength;
        IdempotencyKey = options?.IdempotencyKey ?? (client.SendIdempotencyKeys && !operation.IsIdempotent ? Guid.NewGuid().ToString() : null);

        // See EmptyBody: .NET would repeat a request without a body.
        Body = request.Body ?? (IsIdempotent && !NeedsLength(operation.Method) ? null : new EmptyBody());
        Flow = IsIdempotent && Body is null or { IsRepeatable: true } ? null : new CallFlow();
    }

    public OperationFacts Operation { get; }

    /// <summary>Gets the name of the call in messages: the method, path template and operation id.</summary>
    public string Name => $"{Operation.Method} {Operation.PathTemplate} ({Operation.OperationId})";

    public ApiRequest Request { get; }

    public RequestOptions? Options { get; }

    public ApiClientOptions Client { get; }

    public Uri Target { get; }

    /// <summary>Gets the origin that the call is sent to first.</summary>
    public Origin Origin => Origin.Of(Request.ServerUrl is null ? Client.BaseAddress! : Target);

    /// <summary>Gets the media types that the request accepts, or null for any.</summary>
    public string? Accept => Request.AcceptedMediaTypes ?? Operation.Accept;

    public RequestBody? Body { get; }

    public bool IsIdempotent { get; }

    /// <summary>Gets the requests of the call, or null if they may be sent several times.</summary>
    public CallFlow? Flow { get; }

    /// <summary>The name of the type that callers dispose, for an <see cref="ObjectDisposedException"/>.</summary>
    public const string DisposedObject = "RealtimeKit.Runtime.ApiTransport";

    /// <summary>Gets the key under which handlers find the path template of a request.</summary>
    public static HttpRequestOptionsKey<string> UrlTemplate { get; } = new("url.template");

    /// <summary>Gets the token that is cancelled when the client is disposed.</summary>
    public CancellationToken Closing { get; }

    public TimeSpan AttemptTimeout { get; }

    public TimeSpan TotalTimeout { get; }

    public int MaxRetries { get; }

    public long MaxResponseContentLength { get; }

    public string? IdempotencyKey { get; }

    /// <summary>
    /// Returns whether an address of this call is certainly at the origin of <see cref="ApiClientOptions.BaseAddress"/>. If not, compare the origins.
    /// </summary>
    public bool IsAtBase(Uri target) => ReferenceEquals(target, Target) && Request.ServerUrl is null;

    /// <summary>Creates the plan of a call.</summary>
    /// <exception cref="ArgumentException">A header, the path, the server or an option of the call is not valid.</exception>
    public static CallPlan Create(
        OperationFacts operation, ApiRequest request, RequestOptions? options, ApiClientOptions client, CancellationToken closing = default)
    {
        if (options?.Headers is { } headers)
        {
            foreach ((string name, string value) in headers)
            {
                HeaderText.RequireToken(name, nameof(RequestOptions.Headers));
                HeaderText.RequireWholeValue(name, value, nameof(RequestOptions.Headers));
            }
        }

        if (options?.IdempotencyKey is { } key)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(key, nameof(RequestOptions.IdempotencyKey));
            HeaderText.RequireWholeValue(client.IdempotencyKeyHeader, key, nameof(RequestOptions.IdempotencyKey));
        }

        if (options is { MaxResponseContentLength: <= 0 } or { MaxResponseContentLength: > int.MaxValue })
        {
            throw new ArgumentOutOfRangeException(
                nameof(RequestOptions.MaxResponseContentLength), options.MaxResponseContentLength, "The limit must be greater than zero and at most 2 GiB.");
        }

        if (options is { MaxRetries: < 0 or > 10 })
        {
            throw new ArgumentOutOfRangeException(
                nameof(RequestOptions.MaxRetries), options.MaxRetries, "The number of retries must be from 0 to 10.");
        }

        RequirePositive(options?.AttemptTimeout, nameof(RequestOptions.AttemptTimeout));
        RequirePositive(options?.TotalTimeout, nameof(RequestOptions.TotalTimeout));
        Uri target = RequestTarget.Build(client.BaseAddress!, request, client.AllowPlainHttp);
        request.Claim();
        return new CallPlan(operation, request, options, client, target, closing);
    }

    private static bool NeedsLength(HttpMethod method) => method == HttpMethod.Post || method == HttpMethod.Put || method == HttpMethod.Patch;

    private static void RequirePositive(TimeSpan? timeout, string name)
    {
        if (timeout is { } value && (value <= TimeSpan.Zero || value > TimeSpan.FromDays(1)))
        {
            throw new ArgumentOutOfRangeException(name, value, "A timeout must be greater than zero and at most one day.");
        }
    }
}
