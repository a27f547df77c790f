namespace RealtimeKit.Runtime.Tests.Kit;

/// <summary>Measures the largest amount of managed memory above that at the start, every millisecond.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private readonly long _before = GC.GetTotalMemory(forceFullCollection: true);
    private readonly Thread _thread;
    private volatile bool _stop;
    private long _peak;

    public MemoryWatch()
    {
        _thread = new Thread(Watch) { IsBackground = true };
        _thread.Start();
    }

    public long Stop()
    {
        _stop = true;
        _thread.Join();
        return _peak;
    }

    public void Dispose() => Stop();

    private void Watch()
    {
        while (!_stop)
        {
            _peak = Math.Max(_peak, GC.GetTotalMemory(forceFullCollection: false) - _before);
            Thread.Sleep(1);
        }
    }
}
