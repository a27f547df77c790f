using RealtimeKit.Gen.Benchmarks.Measuring;
using RealtimeKit.Runtime;

namespace RealtimeKit.Gen.Benchmarks.Calls;

/// <summary>Measures one GET and one PUT over a handler in memory, without a network.</summary>
internal static class CallsCommand
{
    private static readonly Uri _address = new("https://api.example.com/client/v4/");
    private static readonly Guid _id = Guid.Parse("182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e");

    public static async Task RunAsync()
    {
        var handler = new CannedHandler(RecordingResponse.Bytes);
        var byHand = new HandWrittenClient(handler, _address);
        RealtimeKitClient emitted = Emitted(handler);
        IRefitRecordings refit = RefitRecordings.Create(handler, _address);
        KiotaRecordings kiota = KiotaRecordings.Create(handler, _address);

        RatioTable.Print("GET, canned response", await Contest.RunAsync(
            new("HttpClient + source-generated JSON", async () => await byHand.GetAsync(_id)),
            new("emitted client", async () => await emitted.Recordings.GetAsync(_id)),
            new("Refit", async () => await refit.GetAsync(_id)),
            new("Kiota", async () => await kiota.GetAsync(_id))));
        RatioTable.Print("PUT, canned response", await Contest.RunAsync(
            new("HttpClient + source-generated JSON", async () => await byHand.StopAsync(_id)),
            new("emitted client", async () => await emitted.Recordings.StopAsync(_id)),
            new("Refit", async () => await refit.ActAsync(_id, new ActionTwin { Action = "stop" })),
            new("Kiota", async () => await kiota.ActAsync(_id, new KiotaAction { Action = "stop" }))));
    }

    /// <summary>The emitted client with its default options: deadlines, retries and telemetry are on.</summary>
    private static RealtimeKitClient Emitted(HttpMessageHandler handler) => new(
        new RealtimeKitClientOptions { BaseAddress = _address, Credential = new BearerTokenCredential("token"), AccountId = "account", AppId = "app" },
        new HttpClient(handler));
}
