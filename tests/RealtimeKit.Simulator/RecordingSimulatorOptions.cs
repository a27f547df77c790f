namespace RealtimeKit.Simulator;

/// <summary>What a simulator starts with.</summary>
public sealed class RecordingSimulatorOptions
{
    /// <summary>The one token that is let in.</summary>
    public string ApiToken { get; init; } = "simulator-token";

    /// <summary>The one account there is.</summary>
    public string AccountId { get; init; } = "023e105f4ecef8ad9ca31a8372d0c353";

    /// <summary>The one app there is.</summary>
    public string AppId { get; init; } = "14a396e7-ca44-4937-bf1f-050a69118543";

    /// <summary>How long a stopped recording is uploaded.</summary>
    public TimeSpan UploadDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The port on loopback; 0 takes any that is free.</summary>
    public int Port { get; init; }

    /// <summary>What happens to each request, by its number from 1, where no script says otherwise; null for the usual.</summary>
    public Func<long, ScriptedResponse>? Weather { get; init; }

    /// <summary>Whether requests are kept to be looked at; a long run under load keeps none.</summary>
    public bool KeepsRequests { get; init; } = true;

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
