using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Globalization;
using RealtimeKit.Runtime;

namespace RealtimeKit.Gen.Benchmarks.Calls;

/// <summary>Lists the types of the objects that a call allocates, from samples of the garbage collector.</summary>
internal static class AllocationsCommand
{
    private const int Calls = 1_000_000;

    public static async Task RunAsync(string kind)
    {
        var id = Guid.NewGuid();
        var address = new Uri("https://api.example.com/client/v4/");
        var handler = new CannedHandler(RecordingResponse.Bytes);
        var byHand = new HandWrittenClient(handler, address);
        var emitted = new RealtimeKitClient(
            new RealtimeKitClientOptions { BaseAddress = address, Credential = new BearerTokenCredential("token"), AccountId = "account", AppId = "app" },
            new HttpClient(handler));
        Func<Task> call = kind switch
        {
            "hand-get" => () => byHand.GetAsync(id),
            "hand-put" => () => byHand.StopAsync(id),
            "put" => () => emitted.Recordings.StopAsync(id),
            _ => () => emitted.Recordings.GetAsync(id),
        };
        for (int i = 0; i < 20_000; i++)
        {
            await call();
        }

        long before = GC.GetTotalAllocatedBytes(precise: true);
        using var samples = new AllocationSamples();
        for (int i = 0; i < Calls; i++)
        {
            await call();
        }

        double perCall = (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Calls;
        samples.Print(perCall);
    }

    private sealed class AllocationSamples : EventListener
    {
        private readonly ConcurrentDictionary<string, long> _samples = [];

        protected override void OnEventSourceCreated(EventSource source)
        {
            if (source.Name == "Microsoft-Windows-DotNETRuntime")
            {
                EnableEvents(source, EventLevel.Verbose, (EventKeywords)1);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs e)
        {
            if (e.EventName?.StartsWith("GCAllocationTick", StringComparison.Ordinal) == true)
            {
                _samples.AddOrUpdate((string)e.Payload![5]!, 1, static (_, count) => count + 1);
            }
        }

        public void Print(double perCall)
        {
            double all = _samples.Values.Sum();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{perCall:0} bytes per call, {all} samples"));
            foreach ((string type, long count) in _samples.OrderByDescending(static pair => pair.Value).Take(45))
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count / all * perCall,8:0}  {type}"));
            }
        }
    }
}
