namespace RealtimeKit.Gen.Corpus.Workers;

/// <summary>
/// Cancels a token when this process has used a given amount of processor time, which does not depend on what else the
/// machine does. It also cancels after four times as much by the clock, to end a check that only waits.
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
        _timer = new Timer(_ => CheckTime(), state: null, _interval, _interval);
    }

    public CancellationToken Token => _source.Token;

    public bool IsSpent => _source.IsCancellationRequested;

    public void Dispose()
    {
        _timer.Dispose();
        _source.Dispose();
    }

    private void CheckTime()
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
            // The check ended before this tick.
        }
    }
}
