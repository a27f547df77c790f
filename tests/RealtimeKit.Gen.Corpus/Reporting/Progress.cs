using System.Diagnostics;
using RealtimeKit.Gen.Corpus.Compiling;

namespace RealtimeKit.Gen.Corpus.Reporting;

/// <summary>Shows on one line of the terminal how many documents are done. Writes nothing if the error output is redirected.</summary>
internal sealed class Progress(int total)
{
    private readonly bool _isTerminal = !Console.IsErrorRedirected;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly int[] _counts = new int[4];
    private int _done;

    public void Show(CompileResult result)
    {
        _done++;
        _counts[(int)result.Status]++;
        if (_isTerminal)
        {
            Console.Error.Write(
                $"\r\e[K{_done}/{total}  ok {_counts[0]}  partial {_counts[1]}  refused {_counts[2]}  failed {_counts[3]}  {_watch.Elapsed:mm\\:ss}");
        }
    }

    /// <summary>Clears the line, for a line of output.</summary>
    public void Clear()
    {
        if (_isTerminal)
        {
            Console.Error.Write("\r\e[K");
        }
    }
}
