namespace RealtimeKit.Runtime.Text;

/// <summary>Names the floating-point values that are not numbers in JSON: NaN and the infinities.</summary>
internal static class NumberName
{
    /// <param name="value">A value that is not finite.</param>
    public static string Of(double value) => double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
}
