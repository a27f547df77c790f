namespace RealtimeKit.Runtime.Calls;

/// <summary>
/// Waits for code that may ignore its cancellation: the handlers of the HttpClient, and the streams of requests and responses.
/// </summary>
internal static class ForeignCode
{
    // Cancelled code often throws an exception that contains more information, so it gets some time to do so.
    private static readonly TimeSpan _timeToEnd = TimeSpan.FromMilliseconds(250);

    // The shorter time for a wait within another wait, so that the inner one ends first.
    private static readonly TimeSpan _shortTimeToEnd = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until the task ends, or shortly after the cancellation. Does not throw.</summary>
    /// <param name="task">The task. If it has not ended, the caller must discard it with <see cref="Discard"/>.</param>
    /// <param name="isInner">True if the caller is itself waited for in this way.</param>
    /// <param name="cancellationToken">The token that was given to the code.</param>
    /// <returns>True if the task has ended.</returns>
    public static async ValueTask<bool> HasEndedAsync(Task task, bool isInner, CancellationToken cancellationToken)
    {
        if (!task.IsCompleted)
        {
            await task.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (!task.IsCompleted)
        {
            await task.WaitAsync(isInner ? _shortTimeToEnd : _timeToEnd, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return task.IsCompleted;
    }

    /// <summary>Ignores the exception of a task that nothing waits for.</summary>
    public static void Ignore(Task task)
        => task.ContinueWith(
            static failed => failed.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);

    /// <summary>Disposes an object of other code. An exception is ignored, since the result of the call does not depend on it.</summary>
    public static void Dispose(IDisposable? disposable)
    {
        try
        {
            disposable?.Dispose();
        }
        catch (Exception)
        {
            // A handler may have put any stream in the place of a response.
        }
    }

    /// <summary>Disposes the result of a task whose caller no longer waits, and ignores its exception.</summary>
    public static void Discard<T>(Task<T> task, Action<T> dispose)
        => task.ContinueWith(
            static (ended, state) =>
            {
                // Reading the exception marks it as observed.
                if (ended.Exception is null && ended.IsCompletedSuccessfully)
                {
                    ((Action<T>)state!)(ended.Result);
                }
            },
            dispose,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
}
