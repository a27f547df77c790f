using System.Globalization;
using System.Text.Json;

namespace RealtimeKit.Simulator;

/// <summary>Writes a recording as the service does.</summary>
internal static class RecordingResponse
{
    public static SimulatedResponse Of(SimulatedRecording recording) => SimulatedResponse.Json(200, writer =>
    {
        writer.WriteStartObject();
        writer.WriteBoolean("success", true);
        writer.WritePropertyName("data");
        Write(writer, recording);
        writer.WriteEndObject();
    });

    /// <summary>Returns the status as the service spells it.</summary>
    public static string Word(SimulatedStatus status) => status.ToString().ToUpperInvariant();

    private static void Write(Utf8JsonWriter writer, SimulatedRecording recording)
    {
        // The status is read once, because it can change when it is read again.
        SimulatedStatus status = recording.Status;
        bool uploaded = status is SimulatedStatus.Uploaded;
        string address = $"https://storage.example/{recording.Id}";

        writer.WriteStartObject();
        writer.WriteString("id", recording.Id);
        WriteText(writer, "audio_download_url", uploaded ? $"{address}.mp3?signature=simulated" : null);
        WriteText(writer, "download_url", uploaded ? $"{address}.mp4?signature=simulated" : null);
        WriteText(writer, "download_url_expiry", uploaded ? Instant(recording.StoppedAt?.AddDays(7)) : null);
        if (recording.FileSize is { } size && uploaded)
        {
            writer.WriteNumber("file_size", size);
        }
        else
        {
            writer.WriteNull("file_size");
        }

        WriteText(writer, "invoked_time", Instant(recording.InvokedAt));
        writer.WriteString("output_file_name", $"meeting_{recording.InvokedAt.ToUnixTimeMilliseconds()}.mp4");
        writer.WriteString("session_id", recording.SessionId);
        WriteText(writer, "started_time", Instant(recording.StartedAt));
        writer.WriteString("status", Word(status));
        WriteText(writer, "stopped_time", Instant(recording.StoppedAt));
        writer.WriteNumber("recording_duration", (long)recording.Recorded.TotalSeconds);
        WriteReason(writer, "start_reason");
        if (recording.StoppedByCall)
        {
            WriteReason(writer, "stop_reason");
        }

        writer.WriteNull("storage_config");
        writer.WriteEndObject();
    }

    private static void WriteReason(Utf8JsonWriter writer, string name)
    {
        writer.WriteStartObject(name);
        writer.WriteStartObject("caller");
        writer.WriteString("name", "Simulated organization");
        writer.WriteString("type", "ORGANIZATION");
        writer.WriteString("user_Id", "5a7d1c0e-0000-4000-8000-000000000001");
        writer.WriteEndObject();
        writer.WriteString("reason", "API_CALL");
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is null)
        {
            writer.WriteNull(name);
        }
        else
        {
            writer.WriteString(name, value);
        }
    }

    private static string? Instant(DateTimeOffset? instant) =>
        instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
