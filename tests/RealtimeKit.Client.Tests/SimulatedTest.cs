using RealtimeKit.Runtime;
using RealtimeKit.Simulator;

namespace RealtimeKit.Client.Tests;

/// <summary>A test with a simulator and a client, which communicate over HTTP.</summary>
public abstract class SimulatedTest : IAsyncLifetime
{
    protected RecordingSimulator Simulator { get; private set; } = null!;

    protected RealtimeKitClient RealtimeKit { get; private set; } = null!;

    protected static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Simulator = await RecordingSimulator.StartAsync(new() { UploadDelay = TimeSpan.Zero }, CancellationToken);
        RealtimeKit = new(Options());
    }

    public async ValueTask DisposeAsync()
    {
        RealtimeKit.Dispose();
        await Simulator.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Options that fit the simulator, for a test that wants a client of another kind.</summary>
    protected RealtimeKitClientOptions Options(string? token = null) => new()
    {
        BaseAddress = Simulator.BaseAddress,
        Credential = new BearerTokenCredential(token ?? Simulator.Options.ApiToken),
        AccountId = Simulator.Options.AccountId,
        AppId = Simulator.Options.AppId,
    };

    /// <summary>Returns the recording that the client reads from <paramref name="json"/>.</summary>
    protected Task<Recording> GetAsync(string json)
    {
        Simulator.Script(ScriptedResponse.Json(json));
        return RealtimeKit.Recordings.GetAsync(Guid.NewGuid(), cancellationToken: CancellationToken);
    }
}
