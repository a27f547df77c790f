using Microsoft.Extensions.Time.Testing;
using RealtimeKit.Runtime.Calls;

namespace RealtimeKit.Runtime.Tests.Calls;

public sealed class AttemptDeadlineTests
{
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(1, 2, 1, ApiTimeoutKind.Attempt)]
    [InlineData(2, 1, 1, ApiTimeoutKind.Total)]
    [InlineData(1, 1, 1, ApiTimeoutKind.Total)]
    [InlineData(1, 0, 0, ApiTimeoutKind.Total)]
    [InlineData(1, -1, 0, ApiTimeoutKind.Total)]
    public void The_nearer_limit_counts_and_the_total_where_they_are_one(int attempt, int left, int due, ApiTimeoutKind kind)
    {
        var time = new FakeTimeProvider();
        using var deadline = new AttemptDeadline(time, attempt * _second, left * _second, CancellationToken.None);
        Assert.Equal(kind, deadline.Kind);
        if (due > 0)
        {
            time.Advance((due * _second) - TimeSpan.FromTicks(1));
            Assert.False(deadline.HasPassed || deadline.Token.IsCancellationRequested);
        }

        time.Advance(TimeSpan.FromTicks(1));
        Assert.True(deadline.HasPassed && deadline.Token.IsCancellationRequested);
    }

    [Fact]
    public void A_stopped_clock_does_not_advance_until_it_is_started_again()
    {
        var time = new FakeTimeProvider();
        using var deadline = new AttemptDeadline(time, _second, 9 * _second, CancellationToken.None);
        Assert.True(deadline.TryStop());
        time.Advance(100 * _second);
        Assert.False(deadline.HasPassed);
        deadline.Restart(2 * _second);
        time.Advance(_second);
        Assert.False(deadline.HasPassed);
        time.Advance(_second);
        Assert.True(deadline.HasPassed);
    }

    [Fact]
    public async Task A_caller_who_cancelled_is_no_deadline()
    {
        var time = new FakeTimeProvider();
        using var caller = new CancellationTokenSource();
        using var deadline = new AttemptDeadline(time, _second, _second, caller.Token);
        await caller.CancelAsync();
        Assert.True(deadline.Token.IsCancellationRequested);
        Assert.False(deadline.HasPassed);
        time.Advance(_second);
        Assert.False(deadline.HasPassed);
    }

    [Fact]
    public void Code_that_throws_when_it_is_cancelled_neither_ends_the_process_nor_keeps_other_code_waiting()
    {
        var time = new FakeTimeProvider();
        using var deadline = new AttemptDeadline(time, _second, 9 * _second, CancellationToken.None);
        bool isCancelled = false;
        using CancellationTokenRegistration first = deadline.Token.Register(() => isCancelled = true);
        using CancellationTokenRegistration second = deadline.Token.Register(static () => throw new InvalidOperationException());

        // The system's clock would throw it on a thread of the pool.
        time.Advance(_second);

        Assert.True(deadline.HasPassed && isCancelled);
    }

    [Fact]
    public void The_timer_of_a_caller_does_not_get_the_exception_of_code_that_throws_when_it_is_cancelled()
    {
        var time = new FakeTimeProvider();
        using var caller = new CancellationTokenSource(_second, time);
        using var closing = new CancellationTokenSource(2 * _second, time);
        using var ofCaller = new AttemptDeadline(time, 9 * _second, 9 * _second, caller.Token, closing.Token);
        using var ofClosing = new AttemptDeadline(time, 9 * _second, 9 * _second, CancellationToken.None, closing.Token);
        using CancellationTokenRegistration first = ofCaller.Token.Register(static () => throw new InvalidOperationException());
        using CancellationTokenRegistration second = ofClosing.Token.Register(static () => throw new InvalidOperationException());

        time.Advance(_second);
        time.Advance(_second);

        Assert.True(ofCaller.Token.IsCancellationRequested && ofClosing.Token.IsCancellationRequested);
    }

    [Fact]
    public void A_clock_cannot_be_stopped_when_the_time_is_over()
    {
        var time = new FakeTimeProvider();
        using var deadline = new AttemptDeadline(time, _second, _second, CancellationToken.None);
        time.Advance(_second);
        Assert.False(deadline.TryStop());
        deadline.Restart(_second);
        Assert.True(deadline.HasPassed);
    }

    [Fact]
    public void A_timer_that_fires_after_the_clock_was_stopped_ends_nothing()
    {
        var time = new LateTimers();
        using var deadline = new AttemptDeadline(time, _second, _second, CancellationToken.None);
        Assert.True(deadline.TryStop());
        time.Fire();
        Assert.False(deadline.HasPassed || deadline.Token.IsCancellationRequested);
    }

    [Fact]
    public void A_deadline_that_is_over_no_longer_passes()
    {
        var time = new LateTimers();
        var deadline = new AttemptDeadline(time, _second, _second, CancellationToken.None);
        deadline.Dispose();
        Assert.True(time.IsDisposed);
        time.Fire();
        Assert.False(deadline.HasPassed);
    }

    /// <summary>A timer that can fire after it was disposed, as a real timer can.</summary>
    private sealed class LateTimers : TimeProvider, ITimer
    {
        private Action? _fire;

        public bool IsDisposed { get; private set; }

        public void Fire() => _fire!();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _fire = () => callback(state);
            return this;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => IsDisposed = true;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
