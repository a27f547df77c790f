namespace RealtimeKit.Simulator;

/// <summary>Options for <see cref="RecordingSimulator"/>.</summary>
public sealed class RecordingSimulatorOptions
{
    /// <summary>Gets the only token that is accepted.</summary>
    public string ApiToken { get; init; } = "simulator-token";

    /// <summary>Gets the id of the only account.</summary>
    public string AccountId { get; init; } = "023e105f4ecef8ad9ca31a8372d0c353";

    /// <summary>Gets the id of the only app.</summary>
    public string AppId { get; init; } = "14a396e7-ca44-4937-bf1f-050a69118543";

    /// <summary>Gets the duration of the upload of a stopped recording.</summary>
    public TimeSpan UploadDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Gets the loopback port; 0 for any free port.</summary>
    public int Port { get; init; }

    /// <summary>
    /// Gets a function that returns the response to a request without a scripted response, by the number of the request from 1.
    /// Null for the usual response.
    /// </summary>
    public Func<long, ScriptedResponse>? Weather { get; init; }

    /// <summary>Gets whether received requests are stored. A long run under load does not store them.</summary>
    public bool KeepsRequests { get; init; } = true;

    /// <summary>Gets the clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
