using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace RealtimeKit.Runtime.Tests.Kit;

/// <summary>Kestrel on a free port, which speaks HTTP/2 without TLS.</summary>
internal static class Http2Server
{
    public static async Task<WebApplication> StartAsync(RequestDelegate respond)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0, static listen => listen.Protocols = HttpProtocols.Http2));
        WebApplication server = builder.Build();
        server.Run(respond);
        await server.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }
}
