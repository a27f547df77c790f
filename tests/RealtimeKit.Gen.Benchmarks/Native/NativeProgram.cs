using System.Diagnostics;
using System.Globalization;
using RealtimeKit.Gen.Testing.Packing;

namespace RealtimeKit.Gen.Benchmarks.Native;

/// <summary>A program that is compiled to native code and makes one call to the address in its argument.</summary>
internal sealed class NativeProgram(string folder)
{
    private const string Name = "Program";

    /// <summary>The program writes the most memory that it used, as the system counts it, in its last line.</summary>
    private const string End = """
        Console.WriteLine(System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64);
        """;

    private string Executable => Path.Combine(folder, "native", Name);

    /// <summary>Writes the project and publishes it.</summary>
    /// <param name="items">The items of the project file.</param>
    /// <param name="call">The statements that make the call.</param>
    public async Task PublishAsync(string items, string call)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, Name + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <PublishAot>true</PublishAot>
                <InvariantGlobalization>true</InvariantGlobalization>
              </PropertyGroup>
              <ItemGroup>
                {items}
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, Name + ".cs"), call + "\n" + End);
        (await DotNetCommand.RunAsync(folder, CancellationToken.None, "publish", "-v:quiet", "-o", "native")).Succeeded();
    }

    public double Kilobytes => new FileInfo(Executable).Length / 1024.0;

    /// <summary>Runs the program once, and returns its time and its memory.</summary>
    public async Task<(double Milliseconds, double Megabytes)> RunAsync(Uri address)
    {
        var start = new ProcessStartInfo(Executable, address.AbsoluteUri) { RedirectStandardOutput = true };
        long began = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        double milliseconds = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        return process.ExitCode == 0
            ? (milliseconds, long.Parse(output.Trim().Split('\n')[^1], CultureInfo.InvariantCulture) / 1024.0 / 1024.0)
            : throw new InvalidOperationException($"The program in {folder} failed.\n{output}");
    }
}
