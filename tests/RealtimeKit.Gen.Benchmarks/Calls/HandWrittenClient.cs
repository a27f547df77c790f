using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace RealtimeKit.Gen.Benchmarks.Calls;

/// <summary>The client that a careful programmer writes by hand, without retries, limits and telemetry.</summary>
internal sealed class HandWrittenClient
{
    private readonly HttpClient _client;

    public HandWrittenClient(HttpMessageHandler handler, Uri address)
    {
        _client = new HttpClient(handler) { BaseAddress = address };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "token");
        _client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("hand-written");
    }

    public async Task<RecordingTwin> GetAsync(Guid id, CancellationToken cancellationToken = default)
        => (await _client.GetFromJsonAsync(Path(id), TwinSerializer.Default.EnvelopeTwin, cancellationToken))!.Data!;

    public async Task<RecordingTwin> StopAsync(Guid id, CancellationToken cancellationToken = default)
    {
        using HttpResponseMessage response = await _client.PutAsJsonAsync(
            Path(id), new ActionTwin { Action = "stop" }, TwinSerializer.Default.ActionTwin, cancellationToken);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync(TwinSerializer.Default.EnvelopeTwin, cancellationToken))!.Data!;
    }

    private static string Path(Guid id) => $"accounts/{Uri.EscapeDataString("account")}/realtime/kit/{Uri.EscapeDataString("app")}/recordings/{id}";
}
