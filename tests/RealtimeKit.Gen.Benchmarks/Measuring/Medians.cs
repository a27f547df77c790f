namespace RealtimeKit.Gen.Benchmarks.Measuring;

/// <summary>Medians of measurements.</summary>
internal static class Medians
{
    /// <summary>Returns the middle one of the values.</summary>
    public static double Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
