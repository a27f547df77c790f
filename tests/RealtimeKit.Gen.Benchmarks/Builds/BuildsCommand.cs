using System.Globalization;

namespace RealtimeKit.Gen.Benchmarks.Builds;

/// <summary>
/// Measures what a cold build of a client costs with the package, and with the code that Kiota writes for the same document. Both
/// builds run the analyzers of the SDK, as those of users do.
/// </summary>
internal static class BuildsCommand
{
    private const int LinesOfFault = 4;

    public static async Task RunAsync(IReadOnlyList<string> documents)
    {
        string root = Path.Combine(Path.GetTempPath(), "realtimekit-builds-" + Path.GetRandomFileName());
        var packaged = new PackagedClients(Path.Combine(root, "packaged"));
        var kiota = new KiotaClients(Path.Combine(root, "kiota"));
        try
        {
            await packaged.PackAsync();
            await kiota.InstallAsync();
            Console.WriteLine($"{"document",-40}{"processor",12}{"Kiota",12}{"ratio",7}{"memory",10}{"ratio",7}{"DLL",11}{"ratio",7}");
            for (int i = 0; i < documents.Count; i++)
            {
                string document = Path.GetFullPath(documents[i]);
                string name = "build" + i.ToString(CultureInfo.InvariantCulture);
                Print(Path.GetFileName(document), await packaged.BuildAsync(document, name), await TryAsync(kiota.BuildAsync(document, name)));
            }
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    /// <summary>Returns the cost, or null if Kiota refuses the document or its code does not compile.</summary>
    private static async Task<BuildCost?> TryAsync(Task<BuildCost> build)
    {
        try
        {
            return await build;
        }
        catch (InvalidOperationException exception)
        {
            Console.Error.WriteLine(string.Join('\n', exception.Message.Split('\n').Take(LinesOfFault)));
            return null;
        }
    }

    private static void Print(string document, BuildCost packaged, BuildCost? kiota) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{document,-40}{packaged.ProcessorSeconds,10:0.0} s{kiota?.ProcessorSeconds,10:0.0} s{Ratio(packaged.ProcessorSeconds, kiota?.ProcessorSeconds)}"
        + $"{packaged.Megabytes,7:0} MB{Ratio(packaged.Megabytes, kiota?.Megabytes)}"
        + $"{packaged.AssemblyKilobytes,8:0} kB{Ratio(packaged.AssemblyKilobytes, kiota?.AssemblyKilobytes)}"));

    private static string Ratio(double value, double? beside) =>
        (beside is { } other ? (value / other).ToString("0.00", CultureInfo.InvariantCulture) : "-").PadLeft(7);
}
