using System.Text.Json.Serialization;

namespace RealtimeKit.Gen.Benchmarks;

internal sealed record ReasonTwin
{
    [JsonPropertyName("caller"), Newtonsoft.Json.JsonProperty("caller")]
    public CallerTwin? Caller { get; init; }

    [JsonPropertyName("reason"), Newtonsoft.Json.JsonProperty("reason")]
    public string? Reason { get; init; }
}
