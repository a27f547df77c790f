using System.Diagnostics;
using RealtimeKit.Runtime.Http;

namespace RealtimeKit.Runtime;

/// <summary>
/// A token sent as <c>Authorization: Bearer</c>: fixed, or got from a delegate. The delegate is asked once, by one call
/// for all that wait; its token is kept until the server answers 401 or it is older than asked for, and then asked again.
/// </summary>
public sealed class BearerTokenCredential : ApiCredential
{
    private static readonly TimeSpan _longestRequest = TimeSpan.FromSeconds(100);

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly Func<CancellationToken, ValueTask<string>>? _getToken;
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly object _lock = new();
    private readonly TimeSpan? _refreshAfter;
    private readonly TimeProvider _timeProvider;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private Task<string>? _token;
    private long _requested;

    /// <summary>A fixed token.</summary>
    /// <exception cref="ArgumentException">The token is empty or holds what no header can carry.</exception>
    public BearerTokenCredential(string token)
    {
        ArgumentException.ThrowIfNullOrEmpty(token);
        HeaderText.RequireValue("Authorization", token, nameof(token));
        _token = Task.FromResult(token);
        _timeProvider = TimeProvider.System;
    }

    /// <summary>A token from a delegate.</summary>
    /// <param name="getToken">Asked for a token; at most one request is under way. Its cancellation is a limit of 100 s, not a caller's: others may wait for the same token.</param>
    /// <param name="refreshAfter">How long a token is used before the delegate is asked again; null uses it until the server refuses it.</param>
    /// <param name="timeProvider">The clock for <paramref name="refreshAfter"/>; null for the system's.</param>
    public BearerTokenCredential(Func<CancellationToken, ValueTask<string>> getToken, TimeSpan? refreshAfter = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(getToken);
        if (refreshAfter < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(refreshAfter), refreshAfter, "A token's age is not negative.");
        }

        _getToken = getToken;
        _refreshAfter = refreshAfter;
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    internal override bool CanRefresh => _getToken is not null;

    internal override async ValueTask AuthorizeAsync(Authorization authorization, CancellationToken cancellationToken)
    {
        string token = await CurrentToken().WaitAsync(cancellationToken).ConfigureAwait(false);
        authorization.Headers.Add(new("Authorization", "Bearer " + token));
        authorization.Secrets.Add(token);
        if (CanRefresh)
        {
            authorization.Refreshable.Add((this, token));
        }
    }

    internal override void Refused(string secret)
    {
        lock (_lock)
        {
            // Only if it is still the one in use: another call may have brought a newer one meanwhile.
            if (_getToken is not null && _token is { IsCompletedSuccessfully: true } token && token.Result == secret)
            {
                _token = null;
            }
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
                _requested = _timeProvider.GetTimestamp();
                _token = Task.Run(RequestAsync);
            }

            return _token!;
        }
    }

    private bool IsTooOld() => _refreshAfter is { } age && _timeProvider.GetElapsedTime(_requested) >= age;

    private async Task<string> RequestAsync()
    {
        try
        {
            using var limit = new CancellationTokenSource(_longestRequest, _timeProvider);
            string token = await _getToken!(limit.Token).AsTask().WaitAsync(limit.Token).ConfigureAwait(false);
            if (string.IsNullOrEmpty(token))
            {
                throw new ApiCredentialException("The delegate gave no token.");
            }

            HeaderText.RequireValue("Authorization", token, "token");
            return token;
        }
        catch (Exception exception) when (exception is not ApiCredentialException)
        {
            throw new ApiCredentialException($"The token could not be had: {exception.GetType().Name}.", exception);
        }
    }
}
