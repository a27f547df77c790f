using RealtimeKit.Runtime;

namespace RecordingControl;

/// <summary>An error as the user sees it: one line, without a stack trace or secrets.</summary>
internal sealed record Failure(string Line, int ExitCode)
{
    /// <summary>Describes an expected failure. Returns null for a bug, which is not caught and ends the program.</summary>
    public static Failure? Describe(Exception exception) => exception switch
    {
        UsageException usage => new($"{usage.Message} See --help.", 2),
        ArgumentException argument => new($"{argument.Message.Split(" (Parameter")[0]} See --help.", 2), // An environment variable is not valid.
        OperationCanceledException => new("Cancelled.", 130),
        ApiStatusException refusal => new($"The API returned an error: {(int)refusal.StatusCode} {Reasons(refusal)}", 1),
        ApiConnectionException => new("The API could not be reached. Is there a network?", 1),
        ApiTimeoutException => new("The API did not respond in time.", 1),
        ApiException other => new(other.Message.ReplaceLineEndings(" "), 1),
        _ => null,
    };

    private static string Reasons(ApiStatusException refusal) => refusal.Errors.Count > 0
        ? string.Join("; ", refusal.Errors.Select(static error => error.Message)).ReplaceLineEndings(" ")
        : refusal.StatusCode.ToString();
}
