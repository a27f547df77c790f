namespace RealtimeKit.Simulator;

/// <summary>The status of a recording.</summary>
public enum SimulatedStatus
{
    /// <summary>Requested, but not yet recording.</summary>
    Invoked,

    /// <summary>Recording.</summary>
    Recording,

    /// <summary>Paused.</summary>
    Paused,

    /// <summary>Stopped; the file is being uploaded.</summary>
    Uploading,

    /// <summary>The file is uploaded. The status is final.</summary>
    Uploaded,

    /// <summary>An error occurred. The status is final.</summary>
    Errored,
}
