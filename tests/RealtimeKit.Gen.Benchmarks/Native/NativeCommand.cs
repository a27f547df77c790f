using System.Globalization;
using RealtimeKit.Gen.Benchmarks.Builds;
using RealtimeKit.Gen.Benchmarks.Loopback;

namespace RealtimeKit.Gen.Benchmarks.Native;

/// <summary>Measures the size, the time and the memory of natively compiled programs that make one call.</summary>
internal static class NativeCommand
{
    private const int Runs = 31;

    private const string ByHand = """
        using var http = new HttpClient();
        using HttpResponseMessage response = await http.GetAsync(new Uri(args[0]));
        Console.WriteLine((await response.Content.ReadAsByteArrayAsync()).Length);
        """;

    private const string Emitted = """
        using RealtimeKit;
        using RealtimeKit.Runtime;

        using var client = new RealtimeKitClient(new()
        {
            BaseAddress = new Uri(args[0]),
            Credential = new BearerTokenCredential("token"),
            AccountId = "account",
            AppId = "app",
        });
        Recording recording = await client.Recordings.GetAsync(Guid.Empty);
        Console.WriteLine(recording.OutputFileName);
        """;

    public static async Task RunAsync()
    {
        string root = Path.Combine(Path.GetTempPath(), "realtimekit-native-" + Path.GetRandomFileName());
        try
        {
            var packaged = new PackagedClients(Path.Combine(root, "packaged"));
            await packaged.PackAsync();
            var byHand = new NativeProgram(Path.Combine(root, "by-hand"));
            var emitted = new NativeProgram(Path.Combine(root, "packaged", "emitted"));
            foreach (string name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
            {
                File.WriteAllText(Path.Combine(root, name), "<Project />");
            }

            await byHand.PublishAsync("", ByHand);
            await emitted.PublishAsync(PackagedClients.Reference, Emitted);
            using ServerProcess server = await ServerProcess.StartAsync();
            (NativeCost plain, NativeCost client) = await MeasureAsync(byHand, emitted, server.Address);
            Print(plain, client);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task<(NativeCost ByHand, NativeCost Emitted)> MeasureAsync(NativeProgram byHand, NativeProgram emitted, Uri address)
    {
        var first = new List<(double Milliseconds, double Megabytes)>();
        var second = new List<(double Milliseconds, double Megabytes)>();
        for (int run = 0; run < Runs; run++)
        {
            first.Add(await byHand.RunAsync(address));
            second.Add(await emitted.RunAsync(address));
        }

        return (Cost(byHand, first), Cost(emitted, second));
    }

    private static NativeCost Cost(NativeProgram program, List<(double Milliseconds, double Megabytes)> runs) => new(
        program.Kilobytes,
        Median(runs.Select(static run => run.Milliseconds)),
        Median(runs.Select(static run => run.Megabytes)));

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static void Print(NativeCost byHand, NativeCost emitted)
    {
        Console.WriteLine($"{"native program with one call",-32}{"size",12}{"time",12}{"memory",12}");
        foreach ((string name, NativeCost cost) in (ReadOnlySpan<(string, NativeCost)>)[("HttpClient", byHand), ("emitted client", emitted)])
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{name,-32}{cost.Kilobytes,9:0} kB{cost.Milliseconds,9:0.0} ms{cost.Megabytes,9:0.0} MB"));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{"ratio",-32}{emitted.Kilobytes / byHand.Kilobytes,12:0.00}{emitted.Milliseconds / byHand.Milliseconds,12:0.00}{emitted.Megabytes / byHand.Megabytes,12:0.00}"));
    }
}
