namespace RealtimeKit.Runtime.Handlers;

/// <summary>Runs asynchronous code for a method that is not asynchronous.</summary>
internal static class Blocking
{
    /// <summary>Waits on this thread. Code that would continue on it, such as a stream of the caller, runs elsewhere, as it would never end.</summary>
    public static void Wait(Func<Task> run)
    {
        bool isFree = SynchronizationContext.Current is null && TaskScheduler.Current == TaskScheduler.Default;
        (isFree ? run() : Task.Run(run)).GetAwaiter().GetResult();
    }
}
