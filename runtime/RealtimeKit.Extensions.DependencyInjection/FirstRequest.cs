namespace RealtimeKit.Extensions.DependencyInjection;

/// <summary>
/// The first request that a handler makes of a request that it was given. A hedging handler begins a second one beside it, and takes what ends
/// first. The second is not sent, so it must not end before the first. The responses that are hidden from the handler are kept here, since it may
/// drop them without disposing them.
/// </summary>
internal sealed class FirstRequest
{
    private readonly TaskCompletionSource<(bool IsHidden, HiddenFailureException? Failure)> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<HiddenResponse> _hidden = [];
    private int _begun;
    private bool _isOver;

    /// <summary>Gets whether the request has ended.</summary>
    public bool HasEnded => _end.Task.IsCompleted;

    /// <summary>Returns true on the first call, and false on all later ones.</summary>
    public bool TryBegin() => Interlocked.Exchange(ref _begun, 1) == 0;

    /// <summary>Hides a response from the handler.</summary>
    public HiddenResponse Hide(HttpResponseMessage response)
    {
        var hidden = new HiddenResponse(response);
        lock (_hidden)
        {
            if (!_isOver)
            {
                _hidden.Add(hidden);
                return hidden;
            }
        }

        hidden.Dispose();
        return hidden;
    }

    /// <summary>Disposes the responses that nobody has taken, when the handler has returned.</summary>
    public void DisposeHidden()
    {
        lock (_hidden)
        {
            _isOver = true;
        }

        _hidden.ForEach(static hidden => hidden.Dispose());
    }

    /// <summary>Ends the request.</summary>
    /// <param name="isHidden">True for a response that is hidden, since it is no success.</param>
    /// <param name="failure">A hidden exception, or null.</param>
    public void End(bool isHidden, HiddenFailureException? failure) => _end.TrySetResult((isHidden, failure));

    /// <summary>Waits until the request has ended, and returns how.</summary>
    public Task<(bool IsHidden, HiddenFailureException? Failure)> EndAsync(CancellationToken cancellationToken) => _end.Task.WaitAsync(cancellationToken);
}
