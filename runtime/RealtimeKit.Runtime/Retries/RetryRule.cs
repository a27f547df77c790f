using RealtimeKit.Runtime.Credentials;

namespace RealtimeKit.Runtime.Retries;

/// <summary>Decides whether a failed attempt is followed by another, and when.</summary>
internal sealed class RetryRule(RetryOptions options, RetryBudget budget, int maxRetries, bool isIdempotent)
{
    /// <summary>How long to wait before the next attempt, or null where there is none.</summary>
    /// <param name="failure">What happened.</param>
    /// <param name="attempt">How many attempts there were, from 1.</param>
    /// <param name="leftOfCall">The time the call has left; a wait that does not fit is not begun.</param>
    public TimeSpan? Next(AttemptFailure failure, int attempt, TimeSpan leftOfCall)
    {
        if (attempt > maxRetries || !MayRepeat(failure) || AsksForTooMuch(failure))
        {
            return null;
        }

        // An expired secret costs nothing: the server is well, and refused before it did anything. A secret that was
        // never accepted does: a wrong configuration must not multiply every call.
        TimeSpan delay = Delay(failure, attempt);
        return delay < leftOfCall && (failure.Refresh == CredentialRefresh.Renewed || budget.TryWithdraw()) ? delay : null;
    }

    /// <summary>Whether repeating is safe and may help, leaving aside counts, time and budget.</summary>
    public bool MayRepeat(AttemptFailure failure)
    {
        if (!failure.CanResend)
        {
            return false;
        }

        if (failure.ServerDecides is { } decision)
        {
            return decision;
        }

        return failure.Refresh != CredentialRefresh.None
            || (failure.IsTransient && (isIdempotent || !failure.MayHaveBeenProcessed));
    }

    /// <summary>A shorter wait would only be refused again, and cost the server what it asked to be spared.</summary>
    private bool AsksForTooMuch(AttemptFailure failure) => failure.Refresh == CredentialRefresh.None && failure.RetryAfter > options.MaxRetryAfter;

    private TimeSpan Delay(AttemptFailure failure, int attempt)
    {
        if (failure.Refresh != CredentialRefresh.None)
        {
            return TimeSpan.Zero;
        }

        if (failure.RetryAfter is { } asked)
        {
            return asked;
        }

        // Full jitter: callers that failed together do not come back together.
        double bound = Math.Min(options.MaxDelay.TotalMilliseconds, options.BaseDelay.TotalMilliseconds * Math.Pow(2, attempt - 1));
        return TimeSpan.FromMilliseconds(Random.Shared.NextDouble() * bound);
    }
}
