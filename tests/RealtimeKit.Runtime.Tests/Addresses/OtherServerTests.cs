using System.Net;
using RealtimeKit.Runtime.Tests.Kit;

namespace RealtimeKit.Runtime.Tests.Addresses;

/// <summary>Headers and credentials of the client's server are sent neither to the server of an operation nor to a proxy.</summary>
public sealed class OtherServerTests
{
    private static readonly Uri _address = new("https://api.example.com/v4/");

    [Theory]
    [InlineData("Authorization")]
    [InlineData("Cookie")]
    [InlineData("X-Api-Key")]
    public async Task A_default_header_of_a_borrowed_client_does_not_go_to_an_operation_s_own_server(string name)
    {
        var handler = new FakeHandler(static (_, _) => FakeHandler.Response(TestApi.ThingBody));
        using var client = new HttpClient(handler);
        client.DefaultRequestHeaders.Add(name, "Bearer canary");
        using var transport = new ApiTransport(new ApiClientOptions { BaseAddress = _address }, client);

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(transport, "https://other.example.com/"));

        Assert.Equal((name, 0), (exception.ParamName, handler.Calls));
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_default_header_goes_to_the_own_origin_and_to_trusted_ones_and_a_harmless_one_everywhere()
    {
        var sent = new List<string>();
        using HttpClient client = FakeHandler.Client((request, _) =>
        {
            sent.Add($"{request.RequestUri!.Host} {request.Headers.Authorization}");
            return FakeHandler.Response(TestApi.ThingBody);
        });
        client.DefaultRequestHeaders.Add("Accept-Language", "en");
        var options = new ApiClientOptions { BaseAddress = _address };
        options.TrustedOrigins.Add(new Uri("https://trusted.example.com"));
        using var transport = new ApiTransport(options, client);
        await SendAsync(transport, "https://other.example.com/");
        client.DefaultRequestHeaders.Authorization = new("Bearer", "token");
        await SendAsync(transport, "/v5");
        await SendAsync(transport, "https://trusted.example.com/");

        Assert.Equal(["other.example.com ", "api.example.com Bearer token", "trusted.example.com Bearer token"], sent);
    }

    [Fact]
    public async Task A_token_for_a_plain_http_address_of_this_machine_passes_no_proxy()
    {
        await using var proxy = RawServer.Responding(System.Text.Encoding.ASCII.GetBytes(TestApi.Response()));
        await using var server = RawServer.Responding(System.Text.Encoding.ASCII.GetBytes(TestApi.Response()));
        IWebProxy before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new OneProxy(new Uri($"http://127.0.0.1:{proxy.Port}"));
        try
        {
            ApiClientOptions options = TestApi.Options(new Uri($"http://localhost:{server.Port}/"));
            options.Credential = new BearerTokenCredential("token");
            using var transport = new ApiTransport(options);
            await transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken);
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }

        Assert.Equal((0, 1), (proxy.Requests, server.Requests));
    }

    private static Task<Thing> SendAsync(ApiTransport transport, string server)
        => transport.SendAsync(TestApi.Get, TestApi.ThingRequest().Server(server), cancellationToken: TestContext.Current.CancellationToken);

    private sealed class OneProxy(Uri address) : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri GetProxy(Uri destination) => address;

        // Only the calls of this test count, since other tests run at the same time.
        public bool IsBypassed(Uri host) => host.Host != "localhost";
    }
}
