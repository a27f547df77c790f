using RealtimeKit.Gen.Testing;
using RealtimeKit.Gen.Testing.Packing;

namespace RealtimeKit.Gen.Benchmarks.Generating;

/// <summary>The assemblies of the generator with native code, which the package contains for Linux.</summary>
internal static class ReadyToRunPackage
{
    /// <summary>Creates them in <see cref="PackedGenerator.ReadyToRunFolder"/>.</summary>
    public static async Task CreateAsync() =>
        (await DotNetCommand.RunAsync(
            Repository.PathOf("generator", "RealtimeKit.Gen"), CancellationToken.None,
            "build", "-c", "Release", "-v:quiet", "-t:CompileAnalyzerFolder")).Succeeded();
}
