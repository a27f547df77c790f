namespace RealtimeKit.Runtime.Handlers;

/// <summary>The sending of a content that is known before it begins. The call may look for it in the same moment.</summary>
internal sealed class KnownSending
{
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Gets the task that ends with the sending.</summary>
    public Task Task => _end.Task;

    /// <summary>Sends the content.</summary>
    public async Task RunAsync(Func<Task> send)
    {
        try
        {
            await send().ConfigureAwait(false);
            _end.SetResult();
        }
        catch (Exception exception)
        {
            _end.SetException(exception);

            // Reading the exception marks it as observed. It is thrown here.
            _ = _end.Task.Exception;
            throw;
        }
    }
}
