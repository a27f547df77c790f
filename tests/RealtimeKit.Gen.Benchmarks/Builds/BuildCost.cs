namespace RealtimeKit.Gen.Benchmarks.Builds;

/// <summary>What one build of a client costs.</summary>
/// <param name="ProcessorSeconds">The processor time of the build and of all processes that it starts.</param>
/// <param name="Megabytes">The largest memory of one of these processes.</param>
/// <param name="AssemblyKilobytes">The size of the compiled client.</param>
internal sealed record BuildCost(double ProcessorSeconds, double Megabytes, double AssemblyKilobytes);
