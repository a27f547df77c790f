using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RealtimeKit.Extensions.DependencyInjection;
using RealtimeKit.Runtime.Tests.Kit;

namespace RealtimeKit.Runtime.Tests.Handlers;

/// <summary>Tests several handlers that send once, one below the other. The inner one must not take the request of the outer one for a repetition.</summary>
public sealed class NestedSingleSendTests
{
    private static readonly Uri _address = new("https://api.example.com/v4/");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_handler_that_a_program_adds_to_a_registered_client_does_not_wait_for_itself()
    {
        var inner = new FakeHandler(static (_, _) => FakeHandler.Response(TestApi.ThingBody));
        var services = new ServiceCollection();
        services.AddTransient<SingleSendHandler>();
        services.AddApiClient<ThingsClient, ThingsClientOptions>(static options => options.Tenant = "t1")
            .AddHttpMessageHandler<SingleSendHandler>()
            .ConfigurePrimaryHttpMessageHandler(() => inner);
        using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<ThingsClient>().SendAsync(TestApi.Post, Cancellation).WaitAsync(TimeSpan.FromSeconds(10), Cancellation);

        Assert.Equal(1, inner.Calls);
    }

    [Theory]
    [InlineData("above both")]
    [InlineData("between")]
    [InlineData("below a hidden one")]
    public async Task A_handler_that_repeats_requests_sends_one_wherever_it_is(string place)
    {
        var inner = new FakeHandler(static (_, _) => FakeHandler.Response("{}", HttpStatusCode.BadGateway));
        HttpMessageHandler handler = place switch
        {
            "above both" => new RepeatingHandler(new SingleSendHandler(new SingleSendHandler(inner))),
            "between" => new SingleSendHandler(new RepeatingHandler(new SingleSendHandler(inner))),
            _ => new SingleSendHandler(new HidingHandler(new RepeatingHandler(new SingleSendHandler(inner)))),
        };
        using var client = new HttpClient(handler);
        using var transport = new ApiTransport(TestApi.Options(_address), client);

        var exception = await Assert.ThrowsAsync<ApiServerException>(
            () => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(), cancellationToken: Cancellation).WaitAsync(TimeSpan.FromSeconds(10), Cancellation));

        Assert.Equal((HttpStatusCode.BadGateway, 1), (exception.StatusCode, inner.Calls));
    }

    private sealed class RepeatingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode ? response : await base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>A handler whose inner handler cannot be seen from outside.</summary>
    private sealed class HidingHandler(HttpMessageHandler inner) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _inner = new(inner);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => _inner.SendAsync(request, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            _inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
