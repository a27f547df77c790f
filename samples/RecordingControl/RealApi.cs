using RealtimeKit;
using RealtimeKit.Runtime;

namespace RecordingControl;

/// <summary>Controls a recording in the user's account.</summary>
internal static class RealApi
{
    public static async Task RunAsync(CommandLine.Act act, CancellationToken cancellationToken)
    {
        using var realtimeKit = new RealtimeKitClient(ReadOptions());
        RecordingsClient recordings = realtimeKit.Recordings;

        var steps = new StepPrinter(Console.Out);
        await steps.RunAsync(act.Verb, () => act.Verb switch
        {
            "pause" => recordings.PauseAsync(act.RecordingId, cancellationToken),
            "resume" => recordings.ResumeAsync(act.RecordingId, cancellationToken),
            "stop" => recordings.StopAsync(act.RecordingId, cancellationToken),
            _ => recordings.GetAsync(act.RecordingId, cancellationToken: cancellationToken),
        });
    }

    private static RealtimeKitClientOptions ReadOptions()
    {
        var options = new RealtimeKitClientOptions
        {
            Credential = new BearerTokenCredential(Required("CLOUDFLARE_API_TOKEN")),
            AccountId = Required("CLOUDFLARE_ACCOUNT_ID"),
            AppId = Required("REALTIMEKIT_APP_ID"),
        };

        if (Environment.GetEnvironmentVariable("CLOUDFLARE_BASE_URL") is { Length: > 0 } address)
        {
            options.BaseAddress = Uri.TryCreate(address.TrimEnd('/') + '/', UriKind.Absolute, out Uri? uri)
                ? uri
                : throw new UsageException("CLOUDFLARE_BASE_URL is not an absolute address.");
        }

        return options;
    }

    private static string Required(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
            ? value
            : throw new UsageException($"Set {variable} to use the real API, or run without arguments to use the simulator.");
}
