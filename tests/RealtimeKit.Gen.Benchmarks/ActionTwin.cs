using System.Text.Json.Serialization;

namespace RealtimeKit.Gen.Benchmarks;

internal sealed record ActionTwin
{
    [JsonPropertyName("action")]
    public string? Action { get; init; }
}
