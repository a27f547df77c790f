namespace RealtimeKit.Gen.Benchmarks.Native;

/// <summary>What a natively compiled program costs that makes one call.</summary>
/// <param name="Kilobytes">The size of the executable file.</param>
/// <param name="Milliseconds">The median time from its start to its end.</param>
/// <param name="Megabytes">The most memory that it used.</param>
internal sealed record NativeCost(double Kilobytes, double Milliseconds, double Megabytes);
