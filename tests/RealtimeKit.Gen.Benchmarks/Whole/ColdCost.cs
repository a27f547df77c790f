namespace RealtimeKit.Gen.Benchmarks.Whole;

/// <summary>What the first run of some work in a process costs.</summary>
/// <param name="Milliseconds">The processor time of the work in all threads, without the start of the process.</param>
/// <param name="AllocatedMegabytes">The bytes that the work allocates.</param>
/// <param name="PeakMegabytes">The most memory of the process, with the runtime and, for a generator, with the compiler.</param>
internal sealed record ColdCost(double Milliseconds, double AllocatedMegabytes, double PeakMegabytes);
