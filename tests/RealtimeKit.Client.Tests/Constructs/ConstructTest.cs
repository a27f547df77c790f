using System.Text;
using RealtimeKit.Simulator;

namespace RealtimeKit.Client.Tests.Constructs;

/// <summary>A test of the client of a document in this folder, with scripted responses over HTTP.</summary>
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

    /// <summary>Sets the next response.</summary>
    protected void Script(int status, string contentType, string body, params (string Name, string Value)[] headers) => Simulator.Script(new ScriptedResponse
    {
        Response = new SimulatedResponse(status, contentType, Encoding.UTF8.GetBytes(body))
        {
            Headers = headers.ToDictionary(static header => header.Name, static header => header.Value),
        },
    });

    /// <summary>The names and texts of a body's parts.</summary>
    protected static IEnumerable<(string Name, string Text)> Parts(string body)
    {
        string boundary = body[..body.IndexOf("\r\n", StringComparison.Ordinal)];
        foreach (string part in body.Split(boundary, StringSplitOptions.RemoveEmptyEntries)
            .Where(static part => part.Contains("name=", StringComparison.Ordinal)))
        {
            int end = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            yield return (part.Split("name=\"")[1].Split('"')[0], part[(end + 4)..].TrimEnd());
        }
    }
}
