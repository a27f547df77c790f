using RealtimeKit;
using RealtimeKit.Runtime;
using RealtimeKit.Simulator;

namespace RecordingControl;

/// <summary>A recording from the first look at it until its file is there, on a simulator inside this program.</summary>
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

        // The address is a SensitiveString: printing it does not give it away.
        Console.WriteLine();
        Console.WriteLine($"{uploaded.OutputFileName}, {uploaded.FileSize} bytes, at {uploaded.DownloadUrl}");
    }

    /// <summary>Stopping does not wait for the file. Who wants the file asks again until the recording has come to its end.</summary>
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
