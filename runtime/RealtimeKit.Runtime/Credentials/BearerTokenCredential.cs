using System.Diagnostics;
using RealtimeKit.Runtime.Cancellation;
using RealtimeKit.Runtime.Credentials;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime;

/// <summary>
/// A token sent as <c>Authorization: Bearer</c>. It is either fixed, or obtained from a delegate. A token from a delegate is
/// used until it reaches the given age, or until the server returns 401. Calls that wait for a token share one call of the
/// delegate. After a 401 the delegate is called once. If it returns the rejected token again, the call is not retried, and the
/// delegate is not called for that token again for a minute.
/// </summary>
public sealed class BearerTokenCredential : ApiCredential
{
    private static readonly TimeSpan _longestRequest = TimeSpan.FromSeconds(100);
    private static readonly TimeSpan _pauseAfterSameToken = TimeSpan.FromMinutes(1);

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly Func<CancellationToken, ValueTask<string>>? _getToken;
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly object _lock = new();
    private readonly TimeSpan? _refreshAfter;
    private readonly TimeProvider _timeProvider;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private Task<string>? _token;
    private long _requested;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private Authorization? _authorization;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string? _accepted;
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string? _refused;
    private long _refusedAt;

    /// <summary>Initializes a new instance with a fixed token.</summary>
    /// <exception cref="ArgumentException">
    /// The token is empty, begins or ends with a space or a tab, or contains characters that are not allowed in headers.
    /// </exception>
    public BearerTokenCredential(string token)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        RequireToken(token);
        _token = Task.FromResult(token);
        _timeProvider = TimeProvider.System;
    }

    /// <summary>Initializes a new instance with a delegate that returns tokens.</summary>
    /// <param name="getToken">
    /// Returns a token. It is not called again before it completes. Its cancellation token ends after 100 s; it does not belong
    /// to one caller, since several may wait for the same token.
    /// </param>
    /// <param name="refreshAfter">
    /// How long a token is used before the delegate is called again, or null to use it until the server rejects it.
    /// </param>
    /// <param name="timeProvider">The clock for <paramref name="refreshAfter"/>, or null for the system clock.</param>
    public BearerTokenCredential(Func<CancellationToken, ValueTask<string>> getToken, TimeSpan? refreshAfter = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(getToken);
        if (refreshAfter < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(refreshAfter), refreshAfter, "The age of a token cannot be negative.");
        }

        _getToken = getToken;
        _refreshAfter = refreshAfter;
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    internal override string? Header => "Authorization";

    internal override async ValueTask<Authorization> AuthorizeAsync(CancellationToken cancellationToken)
    {
        string token = await CurrentToken().WaitAsync(cancellationToken).ConfigureAwait(false);
        Authorization? last = Volatile.Read(ref _authorization);
        if (last is null || !ReferenceEquals(last.Secrets[0], token))
        {
            last = new Authorization
            {
                Headers = [new("Authorization", "Bearer " + token)],
                Secrets = [token],
                Refreshable = _getToken is null ? [] : [(this, token)],
            };
            Volatile.Write(ref _authorization, last);
        }

        return last;
    }

    internal override void Accepted(string secret)
    {
        if (!ReferenceEquals(Volatile.Read(ref _accepted), secret))
        {
            Volatile.Write(ref _accepted, secret);
        }
    }

    internal override async ValueTask<CredentialRefresh> RefreshAsync(string refused, CancellationToken cancellationToken)
    {
        bool wasAccepted = Volatile.Read(ref _accepted) == refused;
        if (_getToken is null || TokenAfter(refused) is not { } next)
        {
            return CredentialRefresh.None;
        }

        try
        {
            return await next.WaitAsync(cancellationToken).ConfigureAwait(false) == refused ? CredentialRefresh.None
                : wasAccepted ? CredentialRefresh.Renewed
                : CredentialRefresh.Replaced;
        }
        catch (ApiCredentialException)
        {
            // The rejection is the result of this call. The next call asks the delegate again and reports its exception.
            return CredentialRefresh.None;
        }
    }

    /// <summary>Returns the token that follows a rejected one, or null if the delegate returned that one again less than a minute ago.</summary>
    private Task<string>? TokenAfter(string refused)
    {
        lock (_lock)
        {
            if (_token is { IsCompletedSuccessfully: true } token && token.Result == refused)
            {
                if (_refused == refused && _timeProvider.GetElapsedTime(_refusedAt) < _pauseAfterSameToken)
                {
                    return null;
                }

                _refused = refused;
                _refusedAt = _timeProvider.GetTimestamp();
                Request();
            }

            return _token;
        }
    }

    private Task<string> CurrentToken()
    {
        if (_getToken is null)
        {
            return _token!;
        }

        lock (_lock)
        {
            bool isUsable = _token is { } token && (!token.IsCompleted || (token.IsCompletedSuccessfully && !IsTooOld()));
            if (!isUsable)
            {
                Request();
            }

            return _token!;
        }
    }

    private void Request()
    {
        _requested = _timeProvider.GetTimestamp();
        _token = Task.Run(RequestAsync);

        // All callers may have stopped waiting by the time the task fails. Then no other code observes its exception.
        Observe(_token);
    }

    private static void Observe(Task task) => _ = task.ContinueWith(
        static failed => failed.Exception,
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);

    private static void RequireToken(string token)
    {
        HeaderText.RequireWholeValue("Authorization", token, nameof(token));
        HeaderText.RequireAccepted("Authorization", "Bearer " + token, nameof(token));
    }

    private bool IsTooOld() => _refreshAfter is { } age && _timeProvider.GetElapsedTime(_requested) >= age;

    private async Task<string> RequestAsync()
    {
        try
        {
            using var limit = new QuietSource();
            using ITimer timer = _timeProvider.CreateTimer(
                static state => ((QuietSource)state!).CancelQuietly(), limit, _longestRequest, Timeout.InfiniteTimeSpan);
            Task<string> given = _getToken!(limit.Token).AsTask();
            Observe(given);
            string token = await given.WaitAsync(limit.Token).ConfigureAwait(false);
            if (string.IsNullOrWhiteSpace(token))
            {
                throw new ApiCredentialException("The delegate returned no token.");
            }

            RequireToken(token);
            return token;
        }
        catch (Exception exception) when (exception is not ApiCredentialException)
        {
            throw new ApiCredentialException($"No token could be obtained: {exception.GetType().Name}.", exception);
        }
    }
}
