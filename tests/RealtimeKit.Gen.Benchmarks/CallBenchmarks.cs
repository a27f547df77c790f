using System.Net.Http.Headers;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using RealtimeKit.JsonCodecs;
using RealtimeKit.Runtime;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Gen.Benchmarks;

/// <summary>
/// Compares a call through the emitted client with the same request through a plain <see cref="HttpClient"/>, over loopback.
/// </summary>
public class CallBenchmarks
{
    private readonly Guid _id = Guid.Parse("182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e");
    private WebApplication _server = null!;
    private RealtimeKitClient _client = null!;
    private HttpClient _bare = null!;

    [GlobalSetup]
    public async Task SetupAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(static context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = RecordingResponse.Bytes.Length;
            return context.Response.Body.WriteAsync(RecordingResponse.Bytes).AsTask();
        });
        await _server.StartAsync();

        var address = new Uri(_server.Urls.Single() + "/client/v4/");
        _client = new RealtimeKitClient(
            new RealtimeKitClientOptions { BaseAddress = address, Credential = new BearerTokenCredential("token"), AccountId = "account", AppId = "app" });
        _bare = new HttpClient { BaseAddress = address };
        _bare.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "token");
    }

    [GlobalCleanup]
    public async Task CleanupAsync()
    {
        _client.Dispose();
        _bare.Dispose();
        await _server.DisposeAsync();
    }

    [Benchmark]
    public Task<Recording> Emitted_client() => _client.Recordings.GetAsync(_id);

    /// <summary>The minimum: no deadline, no retry, no limit and no telemetry, but the same reader.</summary>
    [Benchmark(Baseline = true)]
    public async Task<Recording> Bare_HttpClient()
    {
        using HttpResponseMessage response = await _bare.GetAsync(new Uri($"accounts/account/realtime/kit/app/recordings/{_id}", UriKind.Relative));
        response.EnsureSuccessStatusCode();
        return Read(await response.Content.ReadAsByteArrayAsync());
    }

    private static Recording Read(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        reader.Read();
        return JsonReading.Envelope(ref reader, "data"u8, RecordingJson.Read);
    }
}
