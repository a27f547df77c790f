using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using RealtimeKit.Gen.Benchmarks.Measuring;
using RealtimeKit.JsonCodecs;
using RealtimeKit.Runtime;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Gen.Benchmarks.Loopback;

/// <summary>
/// Measures calls over loopback, from 1 and from 64 callers, beside a bare <see cref="HttpClient"/> that reads the same bytes with
/// the same reader, without deadlines, retries, limits and telemetry. A second one also sends the same headers and decompresses.
/// </summary>
internal static class LoopbackCommand
{
    private const int Rounds = 15;
    private static readonly TimeSpan _round = TimeSpan.FromSeconds(1);
    private static readonly Guid _id = Guid.Parse("182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e");

    public static async Task RunAsync()
    {
        using ServerProcess server = await ServerProcess.StartAsync();
        var address = new Uri(server.Address, "client/v4/");
        using var client = new RealtimeKitClient(
            new RealtimeKitClientOptions { BaseAddress = address, Credential = new BearerTokenCredential("token"), AccountId = "account", AppId = "app" });
        using HttpClient bare = Authorized(new HttpClient(), address);
        using HttpClient alike = Authorized(new HttpClient(Decompressing()), address);
        alike.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        alike.DefaultRequestHeaders.UserAgent.ParseAdd("RealtimeKit.Runtime");
        (string Name, Func<Task> CallAsync)[] contenders =
        [
            ("HttpClient", () => BareAsync(bare)),
            ("HttpClient, same headers", () => BareAsync(alike)),
            ("emitted client", () => client.Recordings.GetAsync(_id)),
        ];

        Console.WriteLine($"{"GET over loopback",-38}{"calls/s",10}{"ratio",8}{"p50",10}{"p99",10}{"ratio",8}{"bytes",8}");
        foreach (int callers in (int[])[1, 64])
        {
            LoadResult[,] measured = await MeasureAsync([.. contenders.Select(static contender => contender.CallAsync)], callers);
            for (int index = 0; index < contenders.Length; index++)
            {
                Print($"{contenders[index].Name}, {callers} callers", measured, index);
            }
        }
    }

    private static SocketsHttpHandler Decompressing() => new() { AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli };

    private static HttpClient Authorized(HttpClient client, Uri address)
    {
        client.BaseAddress = address;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "token");
        return client;
    }

    private static async Task<LoadResult[,]> MeasureAsync(Func<Task>[] calls, int callers)
    {
        var measured = new LoadResult[calls.Length, Rounds];
        for (int round = -2; round < Rounds; round++)
        {
            for (int turn = 0; turn < calls.Length; turn++)
            {
                int index = (turn + round + 2) % calls.Length;
                LoadResult result = await LoadAsync(calls[index], callers);
                if (round >= 0)
                {
                    measured[index, round] = result;
                }
            }
        }

        return measured;
    }

    private static async Task<LoadResult> LoadAsync(Func<Task> call, int callers)
    {
        var times = new List<double>[callers];
        long before = GC.GetTotalAllocatedBytes();
        long start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            List<double> mine = times[caller] = new List<double>(100_000);
            while (Stopwatch.GetElapsedTime(start) < _round)
            {
                long begun = Stopwatch.GetTimestamp();
                await call();
                mine.Add(Stopwatch.GetElapsedTime(begun).TotalMicroseconds);
            }
        })));
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double bytes = GC.GetTotalAllocatedBytes() - before - (callers * 800_000L);
        double[] all = [.. times.SelectMany(static list => list).Order()];
        return new LoadResult(all.Length / seconds, all[all.Length / 2], all[(int)(all.Length * 0.99)], bytes / all.Length);
    }

    private static void Print(string name, LoadResult[,] measured, int index)
    {
        double Of(Func<LoadResult, double> value) => Median(round => value(measured[index, round]));
        double Ratio(Func<LoadResult, double> value) => Median(round => value(measured[index, round]) / value(measured[0, round]));
        string throughput = string.Create(CultureInfo.InvariantCulture, $"{Of(static r => r.PerSecond),10:0}{Ratio(static r => r.PerSecond),8:0.00}");
        string latency = string.Create(
            CultureInfo.InvariantCulture, $"{Of(static r => r.Middle),7:0} µs{Of(static r => r.Slow),7:0} µs{Ratio(static r => r.Slow),8:0.00}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-38}{throughput}{latency}{Of(static r => r.Bytes),8:0}"));
    }

    private static double Median(Func<int, double> value) => Medians.Of(Enumerable.Range(0, Rounds).Select(value));

    private static async Task<Recording> BareAsync(HttpClient client)
    {
        using HttpResponseMessage response = await client.GetAsync(new Uri($"accounts/account/realtime/kit/app/recordings/{_id}", UriKind.Relative));
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
