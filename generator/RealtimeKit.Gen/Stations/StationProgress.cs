namespace RealtimeKit.Gen.Stations;

/// <summary>Records the current station of a document, so that a failure can name it.</summary>
/// <param name="path">The document.</param>
/// <param name="entering">Called at each station with the document's path; or null.</param>
internal sealed class StationProgress(string path, Action<Station, string>? entering)
{
    public Station Current { get; private set; }

    public void Enter(Station station)
    {
        Current = station;
        entering?.Invoke(station, path);
    }
}
