namespace RealtimeKit.Gen.Corpus.Judging;

/// <summary>
/// Cancels when this process has worked for that long. Processor time, since a document is no slower for what else the
/// machine does; and four times as much by the clock, since one that only waits must end too.
/// </summary>
internal sealed class ProcessorBudget : IDisposable
{
    public const int ClockFactor = 4;

    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _source;
    private readonly TimeSpan _end;
    private readonly Timer _timer;

    public ProcessorBudget(TimeSpan budget)
    {
        _source = new CancellationTokenSource(budget * ClockFactor);
        _end = Environment.CpuUsage.TotalTime + budget;
        _timer = new Timer(_ => Look(), state: null, _interval, _interval);
    }

    public CancellationToken Token => _source.Token;

    public bool IsSpent => _source.IsCancellationRequested;

    public void Dispose()
    {
        _timer.Dispose();
        _source.Dispose();
    }

    private void Look()
    {
        try
        {
            if (Environment.CpuUsage.TotalTime >= _end)
            {
                _source.Cancel();
            }
        }
        catch (ObjectDisposedException)
        {
            // The document ended between two looks.
        }
    }
}
