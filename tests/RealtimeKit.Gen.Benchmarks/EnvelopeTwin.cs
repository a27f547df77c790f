using System.Text.Json.Serialization;

namespace RealtimeKit.Gen.Benchmarks;

/// <summary>Hand-written types for the same response. Their enums are strings, which are cheaper to read.</summary>
internal sealed record EnvelopeTwin
{
    [JsonPropertyName("success"), Newtonsoft.Json.JsonProperty("success")]
    public bool Success { get; init; }

    [JsonPropertyName("data"), Newtonsoft.Json.JsonProperty("data")]
    public RecordingTwin? Data { get; init; }
}
