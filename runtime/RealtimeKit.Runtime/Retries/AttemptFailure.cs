using RealtimeKit.Runtime.Credentials;

namespace RealtimeKit.Runtime.Retries;

/// <summary>Why an attempt failed, and what decides whether another may follow.</summary>
internal sealed class AttemptFailure(ApiException exception)
{
    public ApiException Exception { get; } = exception;

    /// <summary>Whether the failure is one that may pass: lost connections, deadlines, overload.</summary>
    public bool IsTransient { get; init; }

    /// <summary>Whether the server may have acted on the request.</summary>
    public bool MayHaveBeenProcessed { get; init; } = true;

    /// <summary>Whether the body can be sent once more.</summary>
    public bool CanResend { get; init; } = true;

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What the server says of repeating, where the caller listens to it.</summary>
    public bool? ServerDecides { get; init; }

    /// <summary>Whether there is another secret in place of a refused one: then the next attempt follows at once.</summary>
    public CredentialRefresh Refresh { get; init; }
}
