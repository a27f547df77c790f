namespace RealtimeKit.Simulator;

/// <summary>Where a recording is in its life.</summary>
public enum SimulatedStatus
{
    /// <summary>Asked for, not yet recording.</summary>
    Invoked,

    /// <summary>Recording.</summary>
    Recording,

    /// <summary>Paused.</summary>
    Paused,

    /// <summary>Stopped, the file is on its way.</summary>
    Uploading,

    /// <summary>The file is there. The end.</summary>
    Uploaded,

    /// <summary>Something went wrong for good. The end.</summary>
    Errored,
}
