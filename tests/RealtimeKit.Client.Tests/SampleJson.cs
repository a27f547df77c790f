using System.Text.Json.Nodes;

namespace RealtimeKit.Client.Tests;

/// <summary>Responses in the form in which the service writes them.</summary>
internal static class SampleJson
{
    /// <summary>The sample response of the published reference, with all fields.</summary>
    public const string Reference = """
        {
          "success": true,
          "data": {
            "id": "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e",
            "audio_download_url": "https://example.com",
            "download_url": "https://example.com",
            "download_url_expiry": "2019-12-27T18:11:19.117Z",
            "file_size": 0,
            "invoked_time": "2019-12-27T18:11:19.117Z",
            "output_file_name": "output_file_name",
            "session_id": "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e",
            "started_time": "2019-12-27T18:11:19.117Z",
            "status": "INVOKED",
            "stopped_time": "2019-12-27T18:11:19.117Z",
            "recording_duration": 0,
            "start_reason": {
              "caller": { "name": "RealtimeKit_test", "type": "ORGANIZATION", "user_Id": "d61f6956-e68f-4375-bf10-c38a704d1bec" },
              "reason": "API_CALL"
            },
            "stop_reason": {
              "caller": { "name": "RealtimeKit_test", "type": "ORGANIZATION", "user_Id": "d61f6956-e68f-4375-bf10-c38a704d1bec" },
              "reason": "API_CALL"
            },
            "storage_config": {
              "type": "aws", "auth_method": "KEY", "bucket": "bucket", "host": "host", "password": "password", "path": "path",
              "port": 0, "private_key": "private_key", "region": "us-east-1", "secret": "secret", "username": "username"
            }
          }
        }
        """;

    /// <summary>A recording that has just begun: it has no optional property, and every property that can be null is null.</summary>
    public static JsonObject Begun() => new()
    {
        ["id"] = "0c9d4b7e-31c2-4f57-8a54-2f6e0b1d9a10",
        ["audio_download_url"] = null,
        ["download_url"] = null,
        ["download_url_expiry"] = null,
        ["file_size"] = null,
        ["invoked_time"] = "2026-08-14T09:30:00.250Z",
        ["output_file_name"] = "standup_1786699800250.mp4",
        ["session_id"] = null,
        ["started_time"] = null,
        ["status"] = "RECORDING",
        ["stopped_time"] = null,
    };

    /// <summary>Returns an edited recording that has just begun.</summary>
    public static string Recording(Action<JsonObject> change)
    {
        JsonObject recording = Begun();
        change(recording);
        return recording.ToJsonString();
    }

    /// <summary>Returns an edited recording that has just begun, as the data of a response.</summary>
    public static string Response(Action<JsonObject> change) => $$"""{"success":true,"data":{{Recording(change)}}}""";
}
