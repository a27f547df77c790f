namespace RealtimeKit.Gen.Benchmarks.Loopback;

/// <summary>The measurements of one round.</summary>
/// <param name="PerSecond">Calls per second.</param>
/// <param name="Middle">The median of the latency in microseconds.</param>
/// <param name="Slow">The 99th percentile of the latency in microseconds.</param>
/// <param name="Bytes">The bytes that one call allocates.</param>
internal sealed record LoadResult(double PerSecond, double Middle, double Slow, double Bytes);
