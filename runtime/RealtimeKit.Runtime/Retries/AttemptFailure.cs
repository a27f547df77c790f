using RealtimeKit.Runtime.Credentials;

namespace RealtimeKit.Runtime.Retries;

/// <summary>Why an attempt failed, with everything that decides whether another may follow.</summary>
internal sealed class AttemptFailure(ApiException exception)
{
    public ApiException Exception { get; } = exception;

    /// <summary>Gets whether the failure may be temporary: a lost connection, a deadline or overload.</summary>
    public bool IsTransient { get; init; }

    /// <summary>Gets whether the server may have processed the request.</summary>
    public bool MayHaveBeenProcessed { get; init; } = true;

    /// <summary>Gets whether a server may have received the request, even if it rejected it.</summary>
    public bool WasSent => MayHaveBeenProcessed || Exception is ApiStatusException;

    /// <summary>Gets whether the body can be sent again.</summary>
    public bool CanResend { get; init; } = true;

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets the server's decision whether to retry, from the header that the options name, or null.</summary>
    public bool? ServerDecides { get; init; }

    /// <summary>Gets whether there is another secret in place of a rejected one. The next attempt then follows immediately.</summary>
    public CredentialRefresh Refresh { get; init; }
}
