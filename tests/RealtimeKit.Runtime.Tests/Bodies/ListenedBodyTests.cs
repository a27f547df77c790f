using System.Diagnostics;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Bodies;

/// <summary>
/// A listener for the events of .NET reads the body of a request, as that of OpenTelemetry can. Over the connections of the transport, this
/// sends nothing.
/// </summary>
public sealed class ListenedBodyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static MatrixTheoryData<BodyKind, string, bool, bool> Cases => new(
        Enum.GetValues<BodyKind>(), ["Start", "Stop"], [false, true], [false, true]);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_body_that_a_listener_reads_is_sent_once(BodyKind kind, string ending, bool copies, bool hasHandler)
    {
        var received = new List<string>();
        await using var server = RawServer.Start(async connection =>
        {
            while (await connection.ReadRequestAsync() is { } request)
            {
                received.Add(request.BodyText);
                await connection.WriteAsync(TestApi.Response());
            }
        });
        using HttpClient? client = hasHandler ? new HttpClient(new SingleSendHandler(ApiTransport.CreateHandler())) : null;
        using var transport = new ApiTransport(TestApi.Options(server), client);
        using var listener = new BodyListener(server.Address, ending, copies);
        ApiResponse<Thing> response = await transport.SendWithResponseAsync(TestApi.Post, TestApi.RequestWith(kind), cancellationToken: Cancellation);

        Assert.Equal((Thing.Sample, 1), (response.Value, response.Attempts));
        string body = Assert.Single(received);
        Assert.Equal([body, body], listener.Read);
    }

    /// <summary>
    /// Reads the body of each request to an address twice, until it is disposed. Afterwards, the server of another test can get the address.
    /// </summary>
    private sealed class BodyListener : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly Uri _address;
        private readonly string _ending;
        private readonly bool _copies;
        private readonly List<IDisposable> _subscriptions = [];

        public BodyListener(Uri address, string ending, bool copies)
        {
            (_address, _ending, _copies) = (address, ending, copies);
            _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public List<string> Read { get; } = [];

        public void Dispose() => _subscriptions.ForEach(static subscription => subscription.Dispose());

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "HttpHandlerDiagnosticListener")
            {
                _subscriptions.Add(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key.EndsWith(_ending, StringComparison.Ordinal)
                && value.Value?.GetType().GetProperty("Request")?.GetValue(value.Value) is HttpRequestMessage { Content: { } content } request
                && request.RequestUri!.Authority == _address.Authority)
            {
                Read.Add(TextOf(content));
                Read.Add(TextOf(content));
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        private string TextOf(HttpContent content)
        {
            if (!_copies)
            {
                return content.ReadAsStringAsync(Cancellation).GetAwaiter().GetResult();
            }

            var copy = new MemoryStream();
            content.CopyToAsync(copy, Cancellation).GetAwaiter().GetResult();
            return System.Text.Encoding.UTF8.GetString(copy.ToArray());
        }
    }
}
