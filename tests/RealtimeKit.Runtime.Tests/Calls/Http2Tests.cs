using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using RealtimeKit.Runtime.Tests.Kit;

namespace RealtimeKit.Runtime.Tests.Calls;

/// <summary>A borrowed HttpClient may use HTTP/2 with the transport's handler.</summary>
public sealed class Http2Tests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_go_over_HTTP_2_and_each_attempt_is_one_request()
    {
        int requests = 0;
        await using WebApplication server = await StartAsync(async context =>
        {
            Assert.Equal("HTTP/2", context.Request.Protocol);
            if (Interlocked.Increment(ref requests) > 20)
            {
                context.Abort();
                return;
            }

            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(TestApi.ThingBody, context.RequestAborted);
        });
        using var client = new HttpClient(ApiTransport.CreateHandler())
        {
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var transport = new ApiTransport(TestApi.Options(new Uri(server.Urls.Single())), client);

        Thing[] things = await Task.WhenAll(Enumerable.Range(0, 20).Select(call => call % 2 == 0
            ? transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: Cancellation)
            : transport.SendAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: Cancellation)));
        var get = await Assert.ThrowsAsync<ApiConnectionException>(
            () => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: Cancellation));
        int afterGet = requests;
        await Assert.ThrowsAsync<ApiConnectionException>(() => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(), cancellationToken: Cancellation));

        Assert.All(things, static thing => Assert.Equal("a thing", thing.Name));
        Assert.Equal((3, 23, 24), (get.Attempts, afterGet, requests));
    }

    private static async Task<WebApplication> StartAsync(RequestDelegate respond)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0, static listen => listen.Protocols = HttpProtocols.Http2));
        WebApplication server = builder.Build();
        server.Run(respond);
        await server.StartAsync(Cancellation);
        return server;
    }
}
