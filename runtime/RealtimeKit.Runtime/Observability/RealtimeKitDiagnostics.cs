using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace RealtimeKit.Runtime;

/// <summary>
/// Names under which clients report to OpenTelemetry or any other listener: one activity and one measurement per call,
/// with the attributes of the stable HTTP semantic conventions. Neither carries ids, paths, queries or secrets.
/// </summary>
public static class RealtimeKitDiagnostics
{
    /// <summary>The name of the activity source.</summary>
    public const string ActivitySourceName = "RealtimeKit.Runtime";

    /// <summary>The name of the meter.</summary>
    public const string MeterName = "RealtimeKit.Runtime";

    /// <summary>The histogram of whole calls with their retries, in seconds.</summary>
    public const string CallDurationName = "realtimekit.client.call.duration";

    internal static ActivitySource ActivitySource { get; } = new(ActivitySourceName);

    internal static Meter Meter { get; } = new(MeterName);

    internal static Histogram<double> CallDuration { get; } = Meter.CreateHistogram<double>(
        CallDurationName, unit: "s", description: "Duration of API calls with all their attempts and the waits between them.");
}
