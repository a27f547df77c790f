using System.Collections.Concurrent;
using System.Diagnostics;

namespace RealtimeKit.Runtime.Tests.Kit;

/// <summary>Records the activities of the calls to one host, since other tests run at the same time.</summary>
internal sealed class RecordedActivities : IDisposable
{
    private readonly ConcurrentQueue<Activity> _stopped = new();
    private readonly ActivityListener _listener;

    public RecordedActivities()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == RealtimeKitDiagnostics.ActivitySourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _stopped.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public Activity[] Of(string host) => _stopped.Where(activity => (string?)activity.GetTagItem("server.address") == host).ToArray();

    public void Dispose() => _listener.Dispose();
}
