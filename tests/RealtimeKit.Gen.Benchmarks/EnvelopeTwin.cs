using System.Text.Json.Serialization;

namespace RealtimeKit.Gen.Benchmarks;

/// <summary>What a careful user would write by hand for the same response. Enums are strings here, which is the easier job.</summary>
internal sealed record EnvelopeTwin
{
    [JsonPropertyName("success"), Newtonsoft.Json.JsonProperty("success")]
    public bool Success { get; init; }

    [JsonPropertyName("data"), Newtonsoft.Json.JsonProperty("data")]
    public RecordingTwin? Data { get; init; }
}
