using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Kit;

/// <summary>A client and its options as the generator emits them.</summary>
internal sealed class ThingsClient : IApiClient<ThingsClient>, IDisposable
{
    private readonly ApiTransport _transport;
    private readonly ThingsClientOptions _options;

    public ThingsClient(ThingsClientOptions options, HttpClient httpClient)
    {
        _options = options;
        _transport = new ApiTransport(options, httpClient);
    }

    public string? Tenant => _options.Tenant;

    public Task<Thing> GetAsync(CancellationToken cancellationToken) => SendAsync(TestApi.Get, cancellationToken);

    public Task<Thing> SendAsync(ApiOperation<Thing> operation, CancellationToken cancellationToken)
        => _transport.SendAsync(operation, new ApiRequest($"tenants/{_options.Tenant:tenant}/things/{42:thing_id}"), null, cancellationToken);

    public void Dispose() => _transport.Dispose();

    static ApiClientOptions IApiClient<ThingsClient>.CreateOptions() => new ThingsClientOptions();

    static ThingsClient IApiClient<ThingsClient>.Create(ApiClientOptions options, HttpClient httpClient) => new((ThingsClientOptions)options, httpClient);
}
