using System.Globalization;
using System.Reflection;
using RealtimeKit.Gen.Testing.Packing;

namespace RealtimeKit.Gen.Benchmarks.Builds;

/// <summary>
/// Builds a project in a process of its own. The system adds up what all ended child processes used, so that every measurement
/// needs a new parent.
/// </summary>
internal static class MeasuredBuild
{
    /// <summary>The argument of the command line that makes this program the parent of one build.</summary>
    public const string Parent = "build-once";

    private static readonly string[] _arguments =
        ["build", "--no-restore", "--no-incremental", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-v:quiet"];

    /// <summary>Builds the only project of a folder, whose packages are restored, and returns what it cost.</summary>
    public static async Task<BuildCost> RunAsync(string folder, string assembly)
    {
        string program = Assembly.GetExecutingAssembly().Location;
        string output = (await DotNetCommand.RunAsync(folder, CancellationToken.None, program, Parent, folder)).Succeeded();
        string[] numbers = output.Trim().Split('\n')[^1].Split(' ');
        return new(
            double.Parse(numbers[0], CultureInfo.InvariantCulture),
            double.Parse(numbers[1], CultureInfo.InvariantCulture),
            new FileInfo(Path.Combine(folder, "bin", "Debug", "net10.0", assembly)).Length / 1024.0);
    }

    /// <summary>Runs as the parent: builds, and prints what the build used.</summary>
    public static async Task RunAsParentAsync(string folder)
    {
        (await DotNetCommand.RunAsync(folder, CancellationToken.None, _arguments)).Succeeded();
        (double seconds, double megabytes) = ProcessUsage.OfChildren();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds} {megabytes}"));
    }
}
