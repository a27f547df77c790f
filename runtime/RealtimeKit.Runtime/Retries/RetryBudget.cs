namespace RealtimeKit.Runtime.Retries;

/// <summary>
/// Bounds retries to a share of calls, so that clients do not keep a failing server down. Each call earns a part of a
/// retry, each retry costs one, and each minute gives back up to the reserve.
/// </summary>
internal sealed class RetryBudget
{
    // The ceiling keeps a long good time from saving up a storm for the first bad minute.
    private const double CeilingReserves = 5;
    private const double LowestCeiling = 10;

    private static readonly TimeSpan _refillInterval = TimeSpan.FromMinutes(1);

    private readonly object _lock = new();
    private readonly TimeProvider _timeProvider;
    private readonly double _ratio;
    private readonly double _reserve;
    private double _balance;
    private long _lastRefill;

    public RetryBudget(RetryOptions options, TimeProvider timeProvider)
    {
        _timeProvider = timeProvider;
        _ratio = options.BudgetRatio;
        _reserve = options.BudgetReserve;
        _balance = _reserve;
        _lastRefill = timeProvider.GetTimestamp();
    }

    /// <summary>Earns a call's part.</summary>
    public void Deposit()
    {
        lock (_lock)
        {
            _balance = Math.Min(Math.Max(LowestCeiling, _reserve * CeilingReserves), _balance + _ratio);
        }
    }

    /// <summary>Pays for a retry, if there is enough.</summary>
    public bool TryWithdraw()
    {
        lock (_lock)
        {
            Refill();
            if (_balance < 1)
            {
                return false;
            }

            _balance--;
            return true;
        }
    }

    private void Refill()
    {
        long now = _timeProvider.GetTimestamp();
        if (_timeProvider.GetElapsedTime(_lastRefill, now) >= _refillInterval)
        {
            _balance = Math.Max(_balance, _reserve);
            _lastRefill = now;
        }
    }
}
