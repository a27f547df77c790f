using System.Globalization;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime;

/// <summary>
/// How failed attempts are repeated. Which operations may be repeated at all is not a setting: the document says so per
/// operation, and a request that may have reached the server is repeated only if its operation is idempotent.
/// </summary>
public sealed class RetryOptions
{
    private bool _frozen;
    private int _maxRetries = 2;
    private TimeSpan _baseDelay = TimeSpan.FromSeconds(0.5);
    private TimeSpan _maxDelay = TimeSpan.FromSeconds(8);
    private TimeSpan _maxRetryAfter = TimeSpan.FromSeconds(60);
    private double _budgetRatio = 0.1;
    private int _budgetReserve = 10;
    private string? _overrideHeader;

    /// <summary>Attempts after the first one; 0 to 10, 2 by default.</summary>
    public int MaxRetries
    {
        get => _maxRetries;
        set => Set(ref _maxRetries, value, value is >= 0 and <= 10, nameof(MaxRetries));
    }

    /// <summary>The bound of the first delay, 0.5 s by default; it doubles with each retry. Delays are random between nothing and the bound.</summary>
    public TimeSpan BaseDelay
    {
        get => _baseDelay;
        set => Set(ref _baseDelay, value, value >= TimeSpan.Zero && value <= TimeSpan.FromHours(1), nameof(BaseDelay));
    }

    /// <summary>The bound no delay grows beyond, 8 s by default.</summary>
    public TimeSpan MaxDelay
    {
        get => _maxDelay;
        set => Set(ref _maxDelay, value, value >= TimeSpan.Zero && value <= TimeSpan.FromHours(1), nameof(MaxDelay));
    }

    /// <summary>The longest <c>Retry-After</c> that is waited for, 60 s by default; where the server asks for more, the call fails at once.</summary>
    public TimeSpan MaxRetryAfter
    {
        get => _maxRetryAfter;
        set => Set(ref _maxRetryAfter, value, value >= TimeSpan.Zero && value <= TimeSpan.FromHours(1), nameof(MaxRetryAfter));
    }

    /// <summary>
    /// Retries allowed per call over time, 0.1 by default: a server that fails everything sees 10 % more requests, not
    /// three times as many. Shared by all calls of a client.
    /// </summary>
    public double BudgetRatio
    {
        get => _budgetRatio;
        set => Set(ref _budgetRatio, value, value is >= 0 and <= 10, nameof(BudgetRatio));
    }

    /// <summary>Retries allowed before the ratio counts, 10 by default; also how many come back each minute.</summary>
    public int BudgetReserve
    {
        get => _budgetReserve;
        set => Set(ref _budgetReserve, value, value is >= 0 and <= 1_000_000, nameof(BudgetReserve));
    }

    /// <summary>
    /// A response header such as <c>x-should-retry</c> by which the server decides: <c>true</c> repeats the call whatever
    /// its method, <c>false</c> forbids it. Null, the default, listens to none.
    /// </summary>
    public string? OverrideHeader
    {
        get => _overrideHeader;
        set => Set(ref _overrideHeader, value, value is null || HeaderText.IsToken(value), nameof(OverrideHeader));
    }

    /// <summary>The settings in one line.</summary>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{MaxRetries} retries, {BaseDelay.TotalSeconds}–{MaxDelay.TotalSeconds} s");

    internal void Freeze() => _frozen = true;

    private void Set<T>(ref T field, T value, bool isInRange, string name)
    {
        if (_frozen)
        {
            throw new InvalidOperationException("The options are in use by a client and cannot be changed; make new ones.");
        }

        field = isInRange ? value : throw new ArgumentOutOfRangeException(name, value, "The value is out of range.");
    }
}
