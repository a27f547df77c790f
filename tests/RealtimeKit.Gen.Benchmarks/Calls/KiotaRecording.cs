using Microsoft.Kiota.Abstractions.Serialization;

namespace RealtimeKit.Gen.Benchmarks.Calls;

/// <summary>A recording, as Kiota generates it.</summary>
internal sealed class KiotaRecording : IParsable
{
    public Guid? Id { get; set; }

    public string? AudioDownloadUrl { get; set; }

    public string? DownloadUrl { get; set; }

    public DateTimeOffset? DownloadUrlExpiry { get; set; }

    public double? FileSize { get; set; }

    public DateTimeOffset? InvokedTime { get; set; }

    public string? OutputFileName { get; set; }

    public Guid? SessionId { get; set; }

    public DateTimeOffset? StartedTime { get; set; }

    public string? Status { get; set; }

    public DateTimeOffset? StoppedTime { get; set; }

    public long? RecordingDuration { get; set; }

    public KiotaReason? StartReason { get; set; }

    public KiotaReason? StopReason { get; set; }

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        ["id"] = node => Id = node.GetGuidValue(),
        ["audio_download_url"] = node => AudioDownloadUrl = node.GetStringValue(),
        ["download_url"] = node => DownloadUrl = node.GetStringValue(),
        ["download_url_expiry"] = node => DownloadUrlExpiry = node.GetDateTimeOffsetValue(),
        ["file_size"] = node => FileSize = node.GetDoubleValue(),
        ["invoked_time"] = node => InvokedTime = node.GetDateTimeOffsetValue(),
        ["output_file_name"] = node => OutputFileName = node.GetStringValue(),
        ["session_id"] = node => SessionId = node.GetGuidValue(),
        ["started_time"] = node => StartedTime = node.GetDateTimeOffsetValue(),
        ["status"] = node => Status = node.GetStringValue(),
        ["stopped_time"] = node => StoppedTime = node.GetDateTimeOffsetValue(),
        ["recording_duration"] = node => RecordingDuration = node.GetLongValue(),
        ["start_reason"] = node => StartReason = node.GetObjectValue(static _ => new KiotaReason()),
        ["stop_reason"] = node => StopReason = node.GetObjectValue(static _ => new KiotaReason()),
    };

    public void Serialize(ISerializationWriter writer) => throw new NotSupportedException();
}
