using System.Net;
using RealtimeKit.Runtime.Tests.Kit;

namespace RealtimeKit.Runtime.Tests.Handlers;

/// <summary>.NET names a proxy with its user and password if the proxy does not open a tunnel. No exception shows them.</summary>
public sealed class ProxyPasswordTests
{
    [Theory]
    [InlineData("pxUser:pxPassword", "407 Proxy Authentication Required")]
    [InlineData("pxUser:pxPassword", "502 Bad Gateway")]
    [InlineData("pxUser:pxPassword", "204 No Content")]
    [InlineData("pxUser:a'pxPassword", "502 Bad Gateway")]
    [InlineData("pxUser:a%40pxPassword", "502 Bad Gateway")]
    public async Task An_exception_names_the_proxy_without_its_password(string login, string status)
    {
        await using var proxy = RawServer.Start(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync($"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        });
        SocketsHttpHandler handler = ApiTransport.CreateHandler();
        handler.Proxy = new WebProxy(new Uri($"http://{login}@{proxy.Address.Authority}"));
        using var client = new HttpClient(handler);
        using var transport = new ApiTransport(TestApi.Options(new Uri("https://api.example.com/v4/")), client);

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(
            () => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains(proxy.Address.Authority, exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("pxUser", exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("pxPassword", exception.ToString(), StringComparison.Ordinal);
    }
}
