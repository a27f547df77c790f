using System.Runtime.ExceptionServices;

namespace RealtimeKit.Gen.Corpus.Judging;

/// <summary>Runs work on a stack of a known size: the machine's default is none of the document's business.</summary>
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
