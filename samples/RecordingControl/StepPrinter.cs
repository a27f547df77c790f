using System.Diagnostics;
using RealtimeKit;

namespace RecordingControl;

/// <summary>Runs steps and prints one line for each: <c>pause   RECORDING → PAUSED   12 ms</c>.</summary>
internal sealed class StepPrinter(TextWriter output)
{
    private string _status = "";

    public async Task<Recording> RunAsync(string step, Func<Task<Recording>> call)
    {
        long start = Stopwatch.GetTimestamp();
        Recording recording = await call();
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;

        // The status is an open enum. An unknown value is printed as the server sent it.
        string before = _status;
        _status = recording.Status.ToString().ToUpperInvariant();
        output.WriteLine($"{step,-8}{before,9} {(before is "" ? ' ' : '→')} {_status,-9} {milliseconds,7:0} ms");
        return recording;
    }
}
