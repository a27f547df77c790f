using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using NSwag;
using RealtimeKit.Gen.Benchmarks.Generating;
using RealtimeKit.Gen.Testing.Packing;

namespace RealtimeKit.Gen.Benchmarks.Whole;

/// <summary>Does some work once, in a process that has not done it before.</summary>
internal static class ColdRun
{
    /// <summary>The argument of the command line that makes this program such a process.</summary>
    public const string Argument = "run-once";

    /// <summary>The side that emits a client.</summary>
    public const string Generator = "the generator";

    /// <summary>The side that reads a document with NSwag's parser.</summary>
    public const string NSwag = "NSwag's parser";

    private const double Mega = 1024 * 1024;

    /// <summary>Starts a process for one side, and returns what its work costs.</summary>
    public static async Task<ColdCost> StartAsync(string side, string path)
    {
        string program = typeof(ColdRun).Assembly.Location;
        string output = (await DotNetCommand.RunAsync(Path.GetTempPath(), CancellationToken.None, program, Argument, side, path)).Succeeded();
        double[] numbers = [.. output.Trim().Split('\n')[^1].Split(' ').Select(static number => double.Parse(number, CultureInfo.InvariantCulture))];
        return new(numbers[0], numbers[1], numbers[2]);
    }

    /// <summary>Does the work of one side, and prints what it costs.</summary>
    public static async Task RunAsync(string side, string path)
    {
        var document = MeasuredDocument.Read(path);
        Func<Task> work = side == Generator ? Generate(document) : () => OpenApiDocument.FromJsonAsync(document.Text);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan start = Environment.CpuUsage.TotalTime;
        await work();
        double milliseconds = (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
        double allocated = (GC.GetTotalAllocatedBytes(precise: true) - before) / Mega;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{milliseconds} {allocated} {Process.GetCurrentProcess().PeakWorkingSet64 / Mega}"));
    }

    private static Func<Task> Generate(MeasuredDocument document)
    {
        // The compiler of the SDK is compiled to native code, and the one of this process is not. A generator that does nothing runs
        // first, so that the time does not include compiling the compiler.
        var project = new MeasuredProject(document);
        project.CreateDriver(new IdleGenerator()).RunGenerators(project.Compilation);
        return () =>
        {
            GeneratorDriver driver = project.CreateDriver(PackedGenerator.CreateReadyToRun(), MeasuredProject.Metadata).RunGenerators(project.Compilation);
            return driver.GetRunResult().GeneratedTrees.Length > 0 ? Task.CompletedTask : throw new InvalidOperationException("Nothing was emitted.");
        };
    }
}
