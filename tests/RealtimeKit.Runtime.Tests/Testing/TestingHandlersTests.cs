using System.Net;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Testing;

namespace RealtimeKit.Runtime.Tests.Testing;

public sealed class TestingHandlersTests
{
    private static readonly Uri _address = new("https://api.example.com/v4/");

    [Fact]
    public async Task A_stub_answers_in_turn_and_records_what_was_asked()
    {
        StubHandler stub = new StubHandler()
            .Respond(HttpMethod.Put, "/things/{id}", """{"error":{"code":409,"message":"busy"}}""", HttpStatusCode.Conflict)
            .Respond(HttpMethod.Put, "/things/{id}", TestApi.ThingBody);
        using var client = new HttpClient(stub);
        using var transport = new ApiTransport(new ApiClientOptions { BaseAddress = _address }, client);

        await Assert.ThrowsAsync<ApiConflictException>(() => Put(transport));
        Assert.Equal(Thing.Sample, await Put(transport));
        Assert.Equal(Thing.Sample, await Put(transport));
        var nobody = await Assert.ThrowsAsync<ApiServerException>(() => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.NotImplemented, nobody.StatusCode);
        Assert.Equal(4, stub.Requests.Count);
        RecordedRequest request = stub.Requests[0];
        Assert.Equal("PUT /v4/things/42", request.ToString());
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.Equal("""{"id":"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e","name":"a thing","size":4711}""", request.Body);
    }

    [Theory]
    [InlineData(InjectedFault.ConnectionRefused, typeof(ApiConnectionException), 0)]
    [InlineData(InjectedFault.ConnectionLost, typeof(ApiConnectionException), 1)]
    [InlineData(InjectedFault.BodyCut, typeof(ApiConnectionException), 1)]
    [InlineData(InjectedFault.Unavailable, typeof(ApiServerException), 0)]
    [InlineData(InjectedFault.RateLimited, typeof(ApiRateLimitException), 0)]
    [InlineData(InjectedFault.Slow, typeof(ApiTimeoutException), 0)]
    [InlineData(InjectedFault.None, null, 1)]
    public async Task Each_fault_is_what_its_name_says(InjectedFault fault, Type? exception, int arrived)
    {
        StubHandler stub = new StubHandler().Respond(HttpMethod.Put, "things/{id}", TestApi.ThingBody);
        using var client = new HttpClient(new FaultInjectionHandler(1, fault == InjectedFault.None ? 0 : 1, fault) { InnerHandler = stub, Delay = TimeSpan.FromMinutes(1) });
        using var transport = new ApiTransport(new ApiClientOptions { BaseAddress = _address, AttemptTimeout = TimeSpan.FromMilliseconds(100), Retry = new RetryOptions { MaxRetries = 0 } }, client);

        Exception? thrown = await Record.ExceptionAsync(() => Put(transport));

        Assert.Equal(exception, thrown?.GetType());
        Assert.Equal(arrived, stub.Requests.Count);
    }

    [Fact]
    public async Task One_seed_gives_the_same_faults_every_time()
    {
        Assert.Equal(await FaultsAsync(7), await FaultsAsync(7));
        Assert.NotEqual(await FaultsAsync(7), await FaultsAsync(8));
    }

    private static async Task<IReadOnlyList<InjectedFault>> FaultsAsync(int seed)
    {
        var faults = new FaultInjectionHandler(seed, 0.5) { InnerHandler = new StubHandler().Respond(HttpMethod.Put, "things/{id}", TestApi.ThingBody), Delay = TimeSpan.Zero };
        using var client = new HttpClient(faults);
        using var transport = new ApiTransport(new ApiClientOptions { BaseAddress = _address, Retry = new RetryOptions { MaxRetries = 0 } }, client);
        for (int call = 0; call < 50; call++)
        {
            await Record.ExceptionAsync(() => Put(transport));
        }

        return faults.Injected;
    }

    private static Task<Thing> Put(ApiTransport transport)
        => transport.SendAsync(TestApi.Put, TestApi.ThingRequest(Thing.Sample), cancellationToken: TestContext.Current.CancellationToken);
}
