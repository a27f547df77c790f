using System.Runtime.ExceptionServices;

namespace RealtimeKit.Gen.Corpus.Workers;

/// <summary>Runs work on a stack of a given size, so that a result does not depend on the default of the machine.</summary>
internal static class SizedStack
{
    public static T Run<T>(int kilobytes, Func<T> work)
    {
        T result = default!;
        ExceptionDispatchInfo? thrown = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = work();
                }
                catch (Exception exception)
                {
                    thrown = ExceptionDispatchInfo.Capture(exception);
                }
            },
            kilobytes * 1024);
        thread.Start();
        thread.Join();
        thrown?.Throw();
        return result;
    }
}
