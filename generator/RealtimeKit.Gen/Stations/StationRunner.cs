using RealtimeKit.Gen.Diagnostics;

namespace RealtimeKit.Gen.Stations;

/// <summary>
/// Runs the work of one document and turns an exception into an error at that document. The compiler drops everything
/// that a generator emitted when an exception leaves one of its steps; here the clients of all other documents are emitted.
/// </summary>
/// <param name="entering">Called at each station with the document's path: tests provoke failures there.</param>
internal sealed class StationRunner(Action<Station, string>? entering = null)
{
    /// <param name="path">The path of the document. A failure is reported at its start.</param>
    /// <param name="first">The station that the work begins with.</param>
    /// <param name="run">The work.</param>
    /// <param name="onFailure">Returns the result for a failure.</param>
    /// <param name="cancellationToken">A token. Its cancellation is the only exception that is not caught.</param>
    public T Run<T>(string path, Station first, Func<StationProgress, T> run, Func<DiagnosticInfo, T> onFailure, CancellationToken cancellationToken)
    {
        StationProgress progress = new(path, entering);
        try
        {
            progress.Enter(first);
            return run(progress);
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            return onFailure(StationFailure.Describe(path, progress.Current, exception));
        }
    }
}
