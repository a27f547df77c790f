namespace RealtimeKit.Simulator;

/// <summary>The actions on a recording.</summary>
internal enum SimulatedAction
{
    Pause,
    Resume,
    Stop,
}
