namespace RecordingControl;

/// <summary>What the user asked for: one of the three shapes below.</summary>
internal abstract record CommandLine
{
    public const string Usage = """
        Pauses, resumes and stops a recording through the generated RealtimeKit client.

          dotnet run --project samples/RecordingControl
              shows the life of a recording on a simulator inside this program

          dotnet run --project samples/RecordingControl -- <verb> <recording-id>
              acts on a recording of your own; <verb> is get, pause, resume or stop

        The second form reads
          CLOUDFLARE_API_TOKEN     an API token with the permission Realtime or Realtime Admin
          CLOUDFLARE_ACCOUNT_ID    the account
          REALTIMEKIT_APP_ID       the RealtimeKit app
          CLOUDFLARE_BASE_URL      where the API is, if not at Cloudflare (for example a simulator)

        Exit code: 0 done, 1 the API refused or could not be reached, 2 not understood, 130 Ctrl+C.
        """;

    private CommandLine()
    {
    }

    public static CommandLine Parse(string[] args) => args switch
    {
        [] => new Demonstrate(),
        ["-h" or "--help" or "help", ..] => new Help(),
        ["get" or "pause" or "resume" or "stop", var id] when Guid.TryParse(id, out Guid recordingId) => new Act(args[0], recordingId),
        ["get" or "pause" or "resume" or "stop", var id] => throw new UsageException($"'{id}' is not a recording id; a recording id is a UUID."),
        ["get" or "pause" or "resume" or "stop"] => throw new UsageException($"'{args[0]}' needs the id of a recording."),
        _ => throw new UsageException($"'{string.Join(' ', args)}' is not understood."),
    };

    /// <summary>Show the life of a recording on the simulator.</summary>
    public sealed record Demonstrate : CommandLine;

    /// <summary>Explain the program.</summary>
    public sealed record Help : CommandLine;

    /// <summary>Do one thing to one recording.</summary>
    public sealed record Act(string Verb, Guid RecordingId) : CommandLine;
}
