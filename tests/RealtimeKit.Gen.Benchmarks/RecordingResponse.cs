using System.Text;
using System.Text.Json.Nodes;

namespace RealtimeKit.Gen.Benchmarks;

/// <summary>A response of the size and shape that the service sends.</summary>
internal static class RecordingResponse
{
    private const string Text = """
        {
          "success": true,
          "data": {
            "id": "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e",
            "audio_download_url": null,
            "download_url": "https://example.com/recordings/182bd5e5.mp4",
            "download_url_expiry": "2026-12-27T18:11:19.117Z",
            "file_size": 216787,
            "invoked_time": "2026-12-27T18:11:19.117Z",
            "output_file_name": "standup_1786699800250.mp4",
            "session_id": "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e",
            "started_time": "2026-12-27T18:11:21.008Z",
            "status": "UPLOADED",
            "stopped_time": "2026-12-27T18:41:19.117Z",
            "recording_duration": 1798,
            "start_reason": {
              "caller": {
                "name": "RealtimeKit_test",
                "type": "ORGANIZATION",
                "user_Id": "d61f6956-e68f-4375-bf10-c38a704d1bec"
              },
              "reason": "API_CALL"
            },
            "stop_reason": {
              "caller": {
                "name": "RealtimeKit_test",
                "type": "USER",
                "user_Id": "d61f6956-e68f-4375-bf10-c38a704d1bec"
              },
              "reason": "ALL_PEERS_LEFT"
            }
          }
        }
        """;

    /// <summary>Gets the text without white space, as the service sends it.</summary>
    public static byte[] Bytes { get; } = Encoding.UTF8.GetBytes(JsonNode.Parse(Text)!.ToJsonString());
}
