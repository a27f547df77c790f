namespace RecordingControl;

/// <summary>The parsed command line: one of the three types below.</summary>
internal abstract record CommandLine
{
    public const string Usage = """
        Pauses, resumes and stops a recording through the generated RealtimeKit client.

          dotnet run --project samples/RecordingControl
              shows the life of a recording, with a simulator in this program

          dotnet run --project samples/RecordingControl -- <verb> <recording-id>
              controls a recording in your account; <verb> is get, pause, resume or stop

        The second form reads these environment variables:
          CLOUDFLARE_API_TOKEN     an API token with the permission Realtime or Realtime Admin
          CLOUDFLARE_ACCOUNT_ID    the id of the account
          REALTIMEKIT_APP_ID       the id of the RealtimeKit app
          CLOUDFLARE_BASE_URL      the address of another API, for example a simulator (optional)

        Exit codes: 0 success, 1 the call failed, 2 invalid arguments, 130 Ctrl+C.
        """;

    private CommandLine()
    {
    }

    public static CommandLine Parse(string[] args) => args switch
    {
        [] => new Demonstrate(),
        ["-h" or "--help" or "help", ..] => new Help(),
        ["get" or "pause" or "resume" or "stop", var id] when Guid.TryParse(id, out Guid recordingId) => new Act(args[0], recordingId),
        ["get" or "pause" or "resume" or "stop", var id] => throw new UsageException($"'{id}' is not a recording id, which must be a UUID."),
        ["get" or "pause" or "resume" or "stop"] => throw new UsageException($"'{args[0]}' requires the id of a recording."),
        _ => throw new UsageException($"'{string.Join(' ', args)}' is not a valid command."),
    };

    /// <summary>Shows the life of a recording, with the simulator.</summary>
    public sealed record Demonstrate : CommandLine;

    /// <summary>Shows the help.</summary>
    public sealed record Help : CommandLine;

    /// <summary>Controls one recording.</summary>
    public sealed record Act(string Verb, Guid RecordingId) : CommandLine;
}
