using System.Globalization;

namespace RealtimeKit.Simulator;

/// <summary>What is to happen to one request instead of, or before, the usual.</summary>
public sealed record ScriptedResponse
{
    /// <summary>Nothing unusual: keeps its place in a script.</summary>
    public static ScriptedResponse Usual { get; } = new();

    /// <summary>Closes the connection without a response.</summary>
    public static ScriptedResponse Hangup { get; } = new() { ClosesConnection = true };

    /// <summary>Too many requests; try again after <paramref name="retryAfter"/>.</summary>
    public static ScriptedResponse TooManyRequests(TimeSpan retryAfter) => new()
    {
        Response = SimulatedResponse.GatewayError(429, 971, "Please wait and consider throttling your request speed") with
        {
            Headers = new Dictionary<string, string>
            {
                ["Retry-After"] = ((int)Math.Ceiling(retryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture),
            },
        },
    };

    /// <summary>The service is out of order.</summary>
    public static ScriptedResponse Unavailable { get; } = new() { Response = SimulatedResponse.KitError(503, "Service unavailable") };

    /// <summary>The edge does not reach the service, and says so in HTML.</summary>
    public static ScriptedResponse BadGateway { get; } = new() { Response = SimulatedResponse.Html(502) };

    /// <summary>The usual response, after a while.</summary>
    public static ScriptedResponse Late(TimeSpan delay) => new() { Delay = delay };

    /// <summary>The given JSON, whatever was asked.</summary>
    public static ScriptedResponse Json(string json, int status = 200) => new() { Response = SimulatedResponse.Json(status, json) };

    /// <summary>How long to wait first.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Whether the connection is closed without a response.</summary>
    public bool ClosesConnection { get; init; }

    /// <summary>The response to give; without one, the usual.</summary>
    public SimulatedResponse? Response { get; init; }
}
