namespace RealtimeKit.Gen.Benchmarks.Measuring;

/// <summary>The measurements of one contender.</summary>
/// <param name="Name">The name in the table.</param>
/// <param name="Nanoseconds">The median time of one run.</param>
/// <param name="Bytes">The bytes that one run allocates.</param>
/// <param name="TimeRatio">The median of the ratios to the first contender in the same round.</param>
internal sealed record Result(string Name, double Nanoseconds, double Bytes, double TimeRatio);
