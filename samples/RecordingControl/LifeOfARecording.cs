using RealtimeKit;
using RealtimeKit.Runtime;
using RealtimeKit.Simulator;

namespace RecordingControl;

/// <summary>Shows a recording from the first request until its file is uploaded, with a simulator in this program.</summary>
internal static class LifeOfARecording
{
    private static readonly TimeSpan _pollInterval = TimeSpan.FromMilliseconds(200);

    public static async Task ShowAsync(CancellationToken cancellationToken)
    {
        await using RecordingSimulator simulator = await RecordingSimulator.StartAsync(cancellationToken: cancellationToken);
        Guid recordingId = simulator.AddRecording().Id;

        using var realtimeKit = new RealtimeKitClient(new()
        {
            BaseAddress = simulator.BaseAddress,
            Credential = new BearerTokenCredential(simulator.Options.ApiToken),
            AccountId = simulator.Options.AccountId,
            AppId = simulator.Options.AppId,
        });

        Console.WriteLine($"recording {recordingId} at {simulator.BaseAddress} (simulated)");
        Console.WriteLine();

        var steps = new StepPrinter(Console.Out);
        await steps.RunAsync("get", () => realtimeKit.Recordings.GetAsync(recordingId, cancellationToken: cancellationToken));
        await steps.RunAsync("pause", () => realtimeKit.Recordings.PauseAsync(recordingId, cancellationToken));
        await steps.RunAsync("resume", () => realtimeKit.Recordings.ResumeAsync(recordingId, cancellationToken));
        await steps.RunAsync("stop", () => realtimeKit.Recordings.StopAsync(recordingId, cancellationToken));
        Recording uploaded = await steps.RunAsync("upload", () => UploadAsync(realtimeKit, recordingId, cancellationToken));

        // The URL is a SensitiveString, so printing it shows only asterisks.
        Console.WriteLine();
        Console.WriteLine($"{uploaded.OutputFileName}, {uploaded.FileSize} bytes, at {uploaded.DownloadUrl}");
    }

    /// <summary>Waits for the file. Stopping a recording does not wait for it, so the recording is requested until it is complete.</summary>
    private static async Task<Recording> UploadAsync(RealtimeKitClient realtimeKit, Guid recordingId, CancellationToken cancellationToken)
    {
        using var progress = new Progress(Console.Out);
        using var timer = new PeriodicTimer(_pollInterval);

        Recording recording;
        do
        {
            progress.Advance();
            await timer.WaitForNextTickAsync(cancellationToken);
            recording = await realtimeKit.Recordings.GetAsync(recordingId, cancellationToken: cancellationToken);
        }
        while (recording.Status != RecordingStatus.Uploaded && recording.Status != RecordingStatus.Errored);

        return recording;
    }
}
