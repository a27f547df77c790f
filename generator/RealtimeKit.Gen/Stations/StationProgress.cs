namespace RealtimeKit.Gen.Stations;

/// <summary>Follows one document through the stations, so that a failure can name the one it came from.</summary>
/// <param name="path">The document.</param>
/// <param name="entering">Called at each station with the document's path; null for nobody.</param>
internal sealed class StationProgress(string path, Action<Station, string>? entering)
{
    public Station Current { get; private set; }

    public void Enter(Station station)
    {
        Current = station;
        entering?.Invoke(station, path);
    }
}
