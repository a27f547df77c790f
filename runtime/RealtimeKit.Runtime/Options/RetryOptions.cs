using System.Globalization;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime;

/// <summary>
/// The options for retries. They do not decide which operations may be retried: a request that the server may have received is
/// retried only if the API description makes its operation idempotent.
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

    /// <summary>Gets or sets the number of retries, from 0 to 10. The default is 2.</summary>
    public int MaxRetries
    {
        get => _maxRetries;
        set => Set(ref _maxRetries, value, value is >= 0 and <= 10, nameof(MaxRetries));
    }

    /// <summary>
    /// Gets or sets the upper bound of the first delay, from zero to one hour. The default is 0.5 s. The bound doubles with
    /// each retry, and each delay is a random time up to the bound.
    /// </summary>
    public TimeSpan BaseDelay
    {
        get => _baseDelay;
        set => Set(ref _baseDelay, value, value >= TimeSpan.Zero && value <= TimeSpan.FromHours(1), nameof(BaseDelay));
    }

    /// <summary>Gets or sets the longest delay before a retry, from zero to one hour. The default is 8 s. It does not limit <c>Retry-After</c>.</summary>
    public TimeSpan MaxDelay
    {
        get => _maxDelay;
        set => Set(ref _maxDelay, value, value >= TimeSpan.Zero && value <= TimeSpan.FromHours(1), nameof(MaxDelay));
    }

    /// <summary>
    /// Gets or sets the longest <c>Retry-After</c> that the client waits for, from zero to one hour. The default is 60 s. If
    /// the server asks for more, the call fails immediately.
    /// </summary>
    public TimeSpan MaxRetryAfter
    {
        get => _maxRetryAfter;
        set => Set(ref _maxRetryAfter, value, value >= TimeSpan.Zero && value <= TimeSpan.FromHours(1), nameof(MaxRetryAfter));
    }

    /// <summary>
    /// Gets or sets how many retries each call adds to the budget, from 0 to 10. The default is 0.1. If all requests to a
    /// server fail, it thus receives 10 % more requests, not three times as many. All calls of a client share the budget.
    /// </summary>
    public double BudgetRatio
    {
        get => _budgetRatio;
        set => Set(ref _budgetRatio, value, value is >= 0 and <= 10, nameof(BudgetRatio));
    }

    /// <summary>
    /// Gets or sets how many retries the budget contains at first, from 0 to 1,000,000. Each minute, it is raised to at least
    /// this number again. The default is 10.
    /// </summary>
    public int BudgetReserve
    {
        get => _budgetReserve;
        set => Set(ref _budgetReserve, value, value is >= 0 and <= 1_000_000, nameof(BudgetReserve));
    }

    /// <summary>
    /// Gets or sets the name of a response header by which the server decides, such as <c>x-should-retry</c>. <c>true</c>
    /// retries the call whatever its method; <c>false</c> prevents a retry. The default is null, for no such header.
    /// </summary>
    public string? OverrideHeader
    {
        get => _overrideHeader;
        set => Set(ref _overrideHeader, value, value is null || HeaderText.IsToken(value), nameof(OverrideHeader));
    }

    /// <summary>Returns the settings on one line.</summary>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{MaxRetries} retries, {BaseDelay.TotalSeconds:0.#######}–{MaxDelay.TotalSeconds:0.#######} s");

    internal void Freeze() => _frozen = true;

    private void Set<T>(ref T field, T value, bool isInRange, string name)
    {
        if (_frozen)
        {
            throw new InvalidOperationException("A client already uses these options, so they cannot be changed. Create new ones.");
        }

        field = isInRange ? value : throw new ArgumentOutOfRangeException(name, value, "The value is out of range.");
    }
}
