using System.Text.Json.Serialization;

namespace RealtimeKit.Gen.Benchmarks;

internal sealed record CallerTwin
{
    [JsonPropertyName("name"), Newtonsoft.Json.JsonProperty("name")]
    public string? Name { get; init; }

    [JsonPropertyName("type"), Newtonsoft.Json.JsonProperty("type")]
    public string? Type { get; init; }

    [JsonPropertyName("user_Id"), Newtonsoft.Json.JsonProperty("user_Id")]
    public Guid? UserId { get; init; }
}
