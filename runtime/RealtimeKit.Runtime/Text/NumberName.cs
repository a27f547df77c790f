namespace RealtimeKit.Runtime.Text;

/// <summary>What stands in text for the floating-point values that JSON has no number for.</summary>
internal static class NumberName
{
    /// <param name="value">One that is not finite.</param>
    public static string Of(double value) => double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
}
