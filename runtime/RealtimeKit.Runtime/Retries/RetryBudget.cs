namespace RealtimeKit.Runtime.Retries;

/// <summary>
/// Limits retries to a share of the calls, so that clients do not overload a failing server. Each call adds a part of a retry,
/// and each retry takes one. Each minute, the budget is raised to at least the reserve.
/// </summary>
internal sealed class RetryBudget
{
    // The upper limit prevents a long time without failures from collecting many retries for the first minute of an outage.
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

    /// <summary>Adds the part of a call.</summary>
    public void Deposit()
    {
        lock (_lock)
        {
            _balance = Math.Min(Math.Max(LowestCeiling, _reserve * CeilingReserves), _balance + _ratio);
        }
    }

    /// <summary>Takes a retry from the budget. Returns false if the budget is used up.</summary>
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
