using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RealtimeKit.Gen.Benchmarks.Loopback;

/// <summary>
/// Runs the server of the measurements over loopback, in its own process, so that its memory and its threads are not those of the clients.
/// </summary>
internal static class ServeCommand
{
    public static async Task RunAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(static options => options.Limits.MaxRequestBodySize = null);
        await using WebApplication server = builder.Build();
        server.MapGet("/bytes/{count:long}", SendBytesAsync);
        server.MapGet("/events/{count:int}", SendEventsAsync);
        server.MapPost("/upload", ReceiveAsync);
        server.MapPost("/upload-form", ReceiveAsync);
        server.MapFallback(static context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = RecordingResponse.Bytes.Length;
            return context.Response.Body.WriteAsync(RecordingResponse.Bytes).AsTask();
        });
        await server.StartAsync();

        // The parent process reads the address, and closes the input when it has finished.
        Console.WriteLine(server.Urls.Single());
        await Console.In.ReadToEndAsync();
        await server.StopAsync();
    }

    private static async Task SendBytesAsync(HttpContext context, long count)
    {
        context.Response.ContentType = "application/octet-stream";
        context.Response.ContentLength = count;
        byte[] piece = new byte[64 * 1024];
        for (long sent = 0; sent < count; sent += piece.Length)
        {
            await context.Response.Body.WriteAsync(piece.AsMemory(0, (int)Math.Min(piece.Length, count - sent)));
        }
    }

    private static async Task SendEventsAsync(HttpContext context, int count)
    {
        context.Response.ContentType = "text/event-stream";
        byte[] piece = "data: {\"id\":1,\"text\":\"an event\"}\n\n"u8.ToArray();
        for (int i = 0; i < count; i++)
        {
            piece.CopyTo(context.Response.BodyWriter.GetSpan(piece.Length));
            context.Response.BodyWriter.Advance(piece.Length);
            if (i % 100 == 99)
            {
                await context.Response.BodyWriter.FlushAsync();
            }
        }
    }

    private static async Task ReceiveAsync(HttpContext context)
    {
        byte[] buffer = new byte[64 * 1024];
        long received = 0;
        for (int read; (read = await context.Request.Body.ReadAsync(buffer)) > 0;)
        {
            received += read;
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(received.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
