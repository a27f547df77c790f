using System.Text.Json.Serialization;

namespace RealtimeKit.Gen.Benchmarks;

internal sealed record RecordingTwin
{
    [JsonPropertyName("id"), Newtonsoft.Json.JsonProperty("id")]
    public Guid Id { get; init; }

    [JsonPropertyName("audio_download_url"), Newtonsoft.Json.JsonProperty("audio_download_url")]
    public Uri? AudioDownloadUrl { get; init; }

    [JsonPropertyName("download_url"), Newtonsoft.Json.JsonProperty("download_url")]
    public Uri? DownloadUrl { get; init; }

    [JsonPropertyName("download_url_expiry"), Newtonsoft.Json.JsonProperty("download_url_expiry")]
    public DateTimeOffset? DownloadUrlExpiry { get; init; }

    [JsonPropertyName("file_size"), Newtonsoft.Json.JsonProperty("file_size")]
    public double? FileSize { get; init; }

    [JsonPropertyName("invoked_time"), Newtonsoft.Json.JsonProperty("invoked_time")]
    public DateTimeOffset InvokedTime { get; init; }

    [JsonPropertyName("output_file_name"), Newtonsoft.Json.JsonProperty("output_file_name")]
    public string? OutputFileName { get; init; }

    [JsonPropertyName("session_id"), Newtonsoft.Json.JsonProperty("session_id")]
    public Guid? SessionId { get; init; }

    [JsonPropertyName("started_time"), Newtonsoft.Json.JsonProperty("started_time")]
    public DateTimeOffset? StartedTime { get; init; }

    [JsonPropertyName("status"), Newtonsoft.Json.JsonProperty("status")]
    public string? Status { get; init; }

    [JsonPropertyName("stopped_time"), Newtonsoft.Json.JsonProperty("stopped_time")]
    public DateTimeOffset? StoppedTime { get; init; }

    [JsonPropertyName("recording_duration"), Newtonsoft.Json.JsonProperty("recording_duration")]
    public long? RecordingDuration { get; init; }

    [JsonPropertyName("start_reason"), Newtonsoft.Json.JsonProperty("start_reason")]
    public ReasonTwin? StartReason { get; init; }

    [JsonPropertyName("stop_reason"), Newtonsoft.Json.JsonProperty("stop_reason")]
    public ReasonTwin? StopReason { get; init; }
}
