using System.Globalization;
using RealtimeKit.Gen.Benchmarks.Builds;
using RealtimeKit.Gen.Benchmarks.Loopback;
using RealtimeKit.Gen.Benchmarks.Measuring;

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

    private const string Decompressing = """
        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.All });
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
            foreach (string name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
            {
                Directory.CreateDirectory(root);
                File.WriteAllText(Path.Combine(root, name), "<Project />");
            }

            var packaged = new PackagedClients(Path.Combine(root, "packaged"));
            await packaged.PackAsync();
            (string Name, NativeProgram Program)[] programs =
            [
                ("HttpClient", await PublishAsync(Path.Combine(root, "by-hand"), "", ByHand)),
                ("HttpClient with decompression", await PublishAsync(Path.Combine(root, "decompressing"), "", Decompressing)),
                ("emitted client", await PublishAsync(Path.Combine(root, "packaged", "emitted"), PackagedClients.Reference, Emitted)),
            ];
            using ServerProcess server = await ServerProcess.StartAsync();
            string[] names = [.. programs.Select(static program => program.Name)];
            Print(names, await MeasureAsync([.. programs.Select(static program => program.Program)], server.Address));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task<NativeProgram> PublishAsync(string folder, string items, string call)
    {
        var program = new NativeProgram(folder);
        await program.PublishAsync(items, call);
        return program;
    }

    private static async Task<NativeCost[]> MeasureAsync(NativeProgram[] programs, Uri address)
    {
        List<(double Milliseconds, double Megabytes)>[] runs = [.. programs.Select(static _ => new List<(double, double)>())];
        for (int run = 0; run < Runs; run++)
        {
            for (int i = 0; i < programs.Length; i++)
            {
                runs[i].Add(await programs[i].RunAsync(address));
            }
        }

        return [.. programs.Select((program, index) => Cost(program, runs[index]))];
    }

    private static NativeCost Cost(NativeProgram program, List<(double Milliseconds, double Megabytes)> runs) => new(
        program.Kilobytes,
        Medians.Of(runs.Select(static run => run.Milliseconds)),
        Medians.Of(runs.Select(static run => run.Megabytes)));

    /// <summary>Prints the costs, and their ratios to those of the first program.</summary>
    private static void Print(string[] names, NativeCost[] costs)
    {
        Console.WriteLine($"{"native program with one call",-32}{"size",12}{"ratio",7}{"time",12}{"ratio",7}{"memory",12}{"ratio",7}");
        for (int i = 0; i < names.Length; i++)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{names[i],-32}{costs[i].Kilobytes,9:0} kB{costs[i].Kilobytes / costs[0].Kilobytes,7:0.00}"
                + $"{costs[i].Milliseconds,9:0.0} ms{costs[i].Milliseconds / costs[0].Milliseconds,7:0.00}"
                + $"{costs[i].Megabytes,9:0.0} MB{costs[i].Megabytes / costs[0].Megabytes,7:0.00}"));
        }
    }
}
