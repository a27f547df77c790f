using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace RealtimeKit.Runtime;

/// <summary>
/// The names under which clients report to OpenTelemetry or another listener. Each call has one activity and one measurement,
/// with attributes of the stable HTTP semantic conventions. They contain no ids, paths, queries or secrets.
/// </summary>
public static class RealtimeKitDiagnostics
{
    /// <summary>The name of the activity source.</summary>
    public const string ActivitySourceName = "RealtimeKit.Runtime";

    /// <summary>The name of the meter.</summary>
    public const string MeterName = "RealtimeKit.Runtime";

    /// <summary>The name of the histogram for the duration of calls with all their attempts, in seconds.</summary>
    public const string CallDurationName = "realtimekit.client.call.duration";

    internal static ActivitySource ActivitySource { get; } = new(ActivitySourceName);

    internal static Meter Meter { get; } = new(MeterName);

    internal static Histogram<double> CallDuration { get; } = Meter.CreateHistogram<double>(
        CallDurationName, unit: "s", description: "Duration of API calls, with all attempts and the delays between them.");
}
