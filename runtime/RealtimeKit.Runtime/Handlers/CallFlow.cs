namespace RealtimeKit.Runtime.Handlers;

/// <summary>
/// The requests of a call, as long as it lasts. What a handler has started, such as a loop, may last longer, and keeps the flow of the call. It
/// must neither keep its requests nor send a copy of them.
/// </summary>
internal sealed class CallFlow
{
    private readonly List<CalledRequest> _requests = [];

    /// <summary>The number of those that have not left: the call, and what it has passed to handlers. A handler may outlast its call.</summary>
    private int _open = 1;

    /// <summary>Begins to pass a request to handlers. The caller is an asynchronous method, whose end restores the earlier request.</summary>
    public void Enter(CalledRequest request)
    {
        lock (_requests)
        {
            _open++;
            _requests.Add(request);
        }

        CalledRequest.Enter(request);
    }

    /// <summary>Records that the call has ended, or that the handlers have returned.</summary>
    public void Leave()
    {
        lock (_requests)
        {
            if (--_open == 0)
            {
                _requests.ForEach(static request => request.Forget());
                _requests.Clear();
            }
        }
    }
}
