using System.Globalization;

namespace RealtimeKit.Simulator;

/// <summary>What is to happen to one request instead of, or before, the usual.</summary>
public sealed record ScriptedAnswer
{
    /// <summary>Nothing unusual: keeps its place in a script.</summary>
    public static ScriptedAnswer Usual { get; } = new();

    /// <summary>Closes the connection without an answer.</summary>
    public static ScriptedAnswer Hangup { get; } = new() { ClosesConnection = true };

    /// <summary>Too many requests; try again after <paramref name="retryAfter"/>.</summary>
    public static ScriptedAnswer TooManyRequests(TimeSpan retryAfter) => new()
    {
        Answer = Answer.GatewayError(429, 971, "Please wait and consider throttling your request speed") with
        {
            Headers = new Dictionary<string, string>
            {
                ["Retry-After"] = ((int)Math.Ceiling(retryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture),
            },
        },
    };

    /// <summary>The service is out of order.</summary>
    public static ScriptedAnswer Unavailable { get; } = new() { Answer = Answer.KitError(503, "Service unavailable") };

    /// <summary>The edge does not reach the service, and says so in HTML.</summary>
    public static ScriptedAnswer BadGateway { get; } = new() { Answer = Answer.Html(502) };

    /// <summary>The usual answer, after a while.</summary>
    public static ScriptedAnswer Late(TimeSpan delay) => new() { Delay = delay };

    /// <summary>The given JSON, whatever was asked.</summary>
    public static ScriptedAnswer Json(string json, int status = 200) => new() { Answer = Answer.Json(status, json) };

    /// <summary>How long to wait first.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Whether the connection is closed without an answer.</summary>
    public bool ClosesConnection { get; init; }

    /// <summary>The answer to give; without one, the usual.</summary>
    public Answer? Answer { get; init; }
}
