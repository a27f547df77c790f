using System.Diagnostics;
using RealtimeKit;

namespace RecordingControl;

/// <summary>Runs one step after the other and says in one line what each did: <c>pause   RECORDING → PAUSED   12 ms</c>.</summary>
internal sealed class StepPrinter(TextWriter output)
{
    private string _status = "";

    public async Task<Recording> RunAsync(string step, Func<Task<Recording>> call)
    {
        long start = Stopwatch.GetTimestamp();
        Recording recording = await call();
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;

        // The status is an open enum: a value that this program has never heard of is printed as it came.
        string before = _status;
        _status = recording.Status.ToString().ToUpperInvariant();
        output.WriteLine($"{step,-8}{before,9} {(before is "" ? ' ' : '→')} {_status,-9} {milliseconds,7:0} ms");
        return recording;
    }
}
