using System.Text.Json.Serialization;

namespace RealtimeKit.Gen.Benchmarks.Transfers;

/// <summary>An event, for System.Text.Json.</summary>
internal sealed record EventTwin
{
    [JsonPropertyName("id")]
    public required long Id { get; init; }

    [JsonPropertyName("text")]
    public required string Text { get; init; }
}
