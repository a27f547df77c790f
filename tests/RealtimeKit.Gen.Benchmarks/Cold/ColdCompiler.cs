using System.Diagnostics;
using RealtimeKit.Gen.Benchmarks.Builds;
using RealtimeKit.Gen.Testing.Packing;

namespace RealtimeKit.Gen.Benchmarks.Cold;

/// <summary>Runs the compiler of the SDK in a new process, without its server.</summary>
internal sealed class ColdCompiler(string folder)
{
    private static readonly string _framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <summary>Writes the arguments of a compilation, and returns their file.</summary>
    /// <param name="name">The name of the compilation.</param>
    /// <param name="arguments">The arguments for the generator.</param>
    public string Prepare(string name, IEnumerable<string> arguments)
    {
        string response = Path.Combine(folder, name + ".rsp");
        string code = Path.Combine(folder, "Consumer.cs");
        File.WriteAllText(code, "internal static class Consumer;");
        File.WriteAllLines(
            response,
            [
                "/noconfig", "/nostdlib", "/deterministic", "/target:library", "/langversion:14", "/debug-", "/nologo", $"/out:\"{Path.Combine(folder, name)}.dll\"",
                .. References().Select(static path => $"/reference:\"{path}\""),
                .. arguments,
                $"\"{code}\"",
            ]);
        return response;
    }

    /// <summary>Compiles once, and returns the time of the process and its processor time, in milliseconds.</summary>
    public async Task<(double Elapsed, double Processor)> RunAsync(string response)
    {
        double before = ProcessUsage.OfChildren().Seconds;
        long start = Stopwatch.GetTimestamp();
        (await DotNetCommand.RunAsync(folder, CancellationToken.None, "exec", Compiler(), "@" + response)).Succeeded();
        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, (ProcessUsage.OfChildren().Seconds - before) * 1000);
    }

    private static IEnumerable<string> References() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(static path => Path.GetDirectoryName(path) == _framework)
        .Append(Path.Combine(AppContext.BaseDirectory, "RealtimeKit.Runtime.dll"));

    /// <summary>Returns the compiler of the newest SDK beside the runtime of this process.</summary>
    private static string Compiler() => Directory
        .EnumerateDirectories(Path.GetFullPath(Path.Combine(_framework, "..", "..", "..", "sdk")))
        .Order(StringComparer.Ordinal)
        .Select(static sdk => Path.Combine(sdk, "Roslyn", "bincore", "csc.dll"))
        .Last(File.Exists);
}
