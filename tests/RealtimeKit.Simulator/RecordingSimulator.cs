using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace RealtimeKit.Simulator;

/// <summary>
/// Simulates the recording API over HTTP on the loopback address. It implements the states of a recording, returns the errors of
/// the real service in the same form, and misbehaves on request.
/// </summary>
public sealed class RecordingSimulator : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Guid, SimulatedRecording> _recordings = new();
    private readonly ConcurrentQueue<ScriptedResponse> _script = new();
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();
    private readonly RecordingApi _api;
    private readonly WebApplication _server;
    private long _received;

    private RecordingSimulator(RecordingSimulatorOptions options)
    {
        Options = options;
        _api = new(options, _recordings);

        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        // A client with an open connection must not delay the end of a test.
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        _server = builder.Build();
        _server.Run(RespondAsync);
    }

    /// <summary>Gets the options of the simulator.</summary>
    public RecordingSimulatorOptions Options { get; }

    /// <summary>Gets the base address of the API, including the version: <c>http://127.0.0.1:port/client/v4/</c>.</summary>
    public Uri BaseAddress => new(new Uri(_server.Urls.First()), "/client/v4/");

    /// <summary>Gets the received requests, in order.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => [.. _requests];

    /// <summary>Starts a simulator.</summary>
    public static async Task<RecordingSimulator> StartAsync(RecordingSimulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        var simulator = new RecordingSimulator(options ?? new());
        await simulator._server.StartAsync(cancellationToken);
        return simulator;
    }

    /// <summary>Adds a recording in the given status.</summary>
    public SimulatedRecording AddRecording(SimulatedStatus status = SimulatedStatus.Recording, Guid? id = null)
    {
        var recording = new SimulatedRecording(id ?? Guid.NewGuid(), status, Options.TimeProvider, Options.UploadDelay);
        _recordings[recording.Id] = recording;
        return recording;
    }

    /// <summary>Sets the responses to the next requests, one for each. After them, the simulator responds as usual.</summary>
    public void Script(params ReadOnlySpan<ScriptedResponse> responses)
    {
        foreach (ScriptedResponse response in responses)
        {
            _script.Enqueue(response);
        }
    }

    /// <summary>Runs until the process is asked to end.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) => _server.WaitForShutdownAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        await _server.DisposeAsync();
    }

    private async Task RespondAsync(HttpContext http)
    {
        ReceivedRequest request = await ReceivedRequest.ReadAsync(http.Request, http.RequestAborted);
        if (Options.KeepsRequests)
        {
            _requests.Enqueue(request);
        }

        long number = Interlocked.Increment(ref _received);
        ScriptedResponse scripted = _script.TryDequeue(out ScriptedResponse? next) ? next : Options.Weather?.Invoke(number) ?? ScriptedResponse.Usual;
        if (scripted.Delay > TimeSpan.Zero)
        {
            await Task.Delay(scripted.Delay, Options.TimeProvider, http.RequestAborted);
        }

        if (scripted.ClosesConnection)
        {
            http.Abort();
            return;
        }

        await (scripted.Response ?? _api.Respond(request)).WriteAsync(http.Response, http.RequestAborted);
    }
}
