using System.Globalization;

namespace RealtimeKit.Simulator;

/// <summary>What the simulator does for one request instead of, or before, its usual response.</summary>
public sealed record ScriptedResponse
{
    /// <summary>Gets the usual response.</summary>
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

    /// <summary>Gets a response of a service that is unavailable.</summary>
    public static ScriptedResponse Unavailable { get; } = new() { Response = SimulatedResponse.KitError(503, "Service unavailable") };

    /// <summary>Gets an HTML response of a gateway that cannot reach the service.</summary>
    public static ScriptedResponse BadGateway { get; } = new() { Response = SimulatedResponse.Html(502) };

    /// <summary>Returns the usual response after a delay.</summary>
    public static ScriptedResponse Late(TimeSpan delay) => new() { Delay = delay };

    /// <summary>Returns the given JSON for any request.</summary>
    public static ScriptedResponse Json(string json, int status = 200) => new() { Response = SimulatedResponse.Json(status, json) };

    /// <summary>Gets the delay before the response.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Gets whether the connection is closed without a response.</summary>
    public bool ClosesConnection { get; init; }

    /// <summary>Gets the response; null for the usual one.</summary>
    public SimulatedResponse? Response { get; init; }
}
