using System.Diagnostics;

namespace RealtimeKit.Runtime.Tests.Kit;

/// <summary>Measures by how much the machine delays timers, for tests of deadlines.</summary>
internal sealed class Heartbeat : IDisposable
{
    private const int Interval = 10;

    private readonly Timer _timer;
    private long _last = Stopwatch.GetTimestamp();
    private long _latest;

    public Heartbeat() => _timer = new Timer(_ => Beat(), null, Interval, Interval);

    /// <summary>Gets the longest delay so far, in milliseconds.</summary>
    public long Latest => Volatile.Read(ref _latest);

    public void Dispose() => _timer.Dispose();

    private void Beat()
    {
        long now = Stopwatch.GetTimestamp();
        long before = Interlocked.Exchange(ref _last, now);
        long late = (long)Stopwatch.GetElapsedTime(before, now).TotalMilliseconds - Interval;
        if (late > Volatile.Read(ref _latest))
        {
            Volatile.Write(ref _latest, late);
        }
    }
}
