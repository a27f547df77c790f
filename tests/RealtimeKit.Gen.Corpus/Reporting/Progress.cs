using System.Diagnostics;
using RealtimeKit.Gen.Corpus.Judging;

namespace RealtimeKit.Gen.Corpus.Reporting;

/// <summary>One line on the terminal that says how far the run is; nothing where nobody looks.</summary>
internal sealed class Progress(int total)
{
    private readonly bool _isSeen = !Console.IsErrorRedirected;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly int[] _counts = new int[4];
    private int _done;

    public void Show(DocumentReport report)
    {
        _done++;
        _counts[(int)report.Verdict]++;
        if (_isSeen)
        {
            Console.Error.Write($"\r\e[K{_done}/{total}  ok {_counts[0]}  partial {_counts[1]}  refused {_counts[2]}  failed {_counts[3]}  {_watch.Elapsed:mm\\:ss}");
        }
    }

    /// <summary>Makes way for a line of output.</summary>
    public void Clear()
    {
        if (_isSeen)
        {
            Console.Error.Write("\r\e[K");
        }
    }
}
