using System.Text;
using RealtimeKit.Simulator;

namespace RealtimeKit.Client.Tests.Constructs;

/// <summary>A test of a client of one of the documents in this folder, against scripted answers over real HTTP.</summary>
public abstract class ConstructTest : IAsyncLifetime
{
    protected RecordingSimulator Simulator { get; private set; } = null!;

    protected static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Simulator = await RecordingSimulator.StartAsync(cancellationToken: CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Simulator.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The next answer.</summary>
    protected void Script(int status, string contentType, string body, params (string Name, string Value)[] headers) => Simulator.Script(new ScriptedAnswer
    {
        Answer = new Answer(status, contentType, Encoding.UTF8.GetBytes(body))
        {
            Headers = headers.ToDictionary(static header => header.Name, static header => header.Value),
        },
    });
}
