using System.Net;
using Microsoft.Extensions.Time.Testing;
using RealtimeKit.Runtime.Credentials;
using RealtimeKit.Runtime.Retries;

namespace RealtimeKit.Runtime.Tests.Retries;

/// <summary>The budget of retries, and the waits between attempts.</summary>
public sealed class RetryRuleTests
{
    [Fact]
    public void A_budget_pays_out_what_it_holds_and_saves_up_no_more_than_its_ceiling()
    {
        var budget = new RetryBudget(new RetryOptions { BudgetReserve = 2, BudgetRatio = 0.5 }, new FakeTimeProvider());
        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(_ => budget.TryWithdraw()));
        budget.Deposit();
        Assert.False(budget.TryWithdraw());
        budget.Deposit();
        Assert.True(budget.TryWithdraw());
        for (int call = 0; call < 10_000; call++)
        {
            budget.Deposit();
        }

        Assert.Equal(10, Enumerable.Range(0, 100).Count(_ => budget.TryWithdraw()));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(2, 10)]
    [InlineData(4, 20)]
    public void A_budgets_ceiling_is_five_reserves_and_at_least_ten(int reserve, int ceiling)
    {
        var budget = new RetryBudget(new RetryOptions { BudgetReserve = reserve, BudgetRatio = 1 }, new FakeTimeProvider());
        for (int call = 0; call < 100; call++)
        {
            budget.Deposit();
        }

        Assert.Equal(ceiling, Enumerable.Range(0, 100).Count(_ => budget.TryWithdraw()));
    }

    [Fact]
    public void A_minute_gives_a_budget_its_reserve_back_once_and_takes_nothing_away()
    {
        var time = new FakeTimeProvider();
        var budget = new RetryBudget(new RetryOptions { BudgetReserve = 2, BudgetRatio = 1 }, time);
        Assert.Equal([true, true, false], Withdrawals(3));
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal([false], Withdrawals(1));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([true, true, false], Withdrawals(3));
        for (int call = 0; call < 5; call++)
        {
            budget.Deposit();
        }

        time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal([true, true, true, true, true, false], Withdrawals(6));

        bool[] Withdrawals(int count) => Enumerable.Range(0, count).Select(_ => budget.TryWithdraw()).ToArray();
    }

    [Fact]
    public void After_a_renewed_credential_the_next_attempt_follows_at_once_and_costs_no_budget()
    {
        var rule = new RetryRule(new RetryOptions(), new RetryBudget(new RetryOptions { BudgetReserve = 0 }, TimeProvider.System), 10, isIdempotent: false);
        var failure = new AttemptFailure(new ApiServerException(HttpStatusCode.Unauthorized))
        {
            Refresh = CredentialRefresh.Renewed,
            RetryAfter = TimeSpan.FromSeconds(5),
        };
        Assert.Equal(TimeSpan.Zero, rule.Next(failure, 1, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void Waits_are_random_between_nothing_and_a_bound_that_doubles()
    {
        var options = new RetryOptions();
        var rule = new RetryRule(options, new RetryBudget(new RetryOptions { BudgetReserve = 1_000_000 }, TimeProvider.System), 10, isIdempotent: true);
        var failure = new AttemptFailure(new ApiServerException(HttpStatusCode.BadGateway)) { IsTransient = true };
        double[] bounds = [0.5, 1, 2, 4, 8, 8, 8];
        for (int attempt = 1; attempt <= bounds.Length; attempt++)
        {
            double[] delays = Enumerable.Range(0, 500).Select(_ => rule.Next(failure, attempt, TimeSpan.MaxValue)!.Value.TotalSeconds).ToArray();
            Assert.All(delays, delay => Assert.InRange(delay, 0, bounds[attempt - 1]));
            Assert.InRange(delays.Average(), bounds[attempt - 1] * 0.35, bounds[attempt - 1] * 0.65);
            Assert.True(delays.Max() > bounds[attempt - 1] * 0.8 && delays.Min() < bounds[attempt - 1] * 0.2);
        }
    }
}
