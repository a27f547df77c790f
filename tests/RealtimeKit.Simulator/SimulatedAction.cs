namespace RealtimeKit.Simulator;

/// <summary>What a caller may ask of a recording.</summary>
internal enum SimulatedAction
{
    Pause,
    Resume,
    Stop,
}
