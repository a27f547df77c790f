using RealtimeKit.Runtime;

namespace RecordingControl;

/// <summary>What the user is told when it does not work out: one line, no stack trace, nothing secret.</summary>
internal sealed record Failure(string Line, int ExitCode)
{
    /// <summary>Describes what is nobody's bug; anything else is left to crash, so that it gets reported.</summary>
    public static Failure? Describe(Exception exception) => exception switch
    {
        UsageException usage => new($"{usage.Message} See --help.", 2),
        ArgumentException argument => new($"{argument.Message.Split(" (Parameter")[0]} See --help.", 2), // From the environment.
        OperationCanceledException => new("Cancelled.", 130),
        ApiStatusException refusal => new($"The API refused: {(int)refusal.StatusCode} {Reasons(refusal)}", 1),
        ApiConnectionException => new("The API could not be reached. Is there a network?", 1),
        ApiTimeoutException => new("The API did not answer in time.", 1),
        ApiException other => new(other.Message.ReplaceLineEndings(" "), 1),
        _ => null,
    };

    private static string Reasons(ApiStatusException refusal) => refusal.Errors.Count > 0
        ? string.Join("; ", refusal.Errors.Select(static error => error.Message)).ReplaceLineEndings(" ")
        : refusal.StatusCode.ToString();
}
