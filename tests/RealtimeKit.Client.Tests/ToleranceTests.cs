using System.Text.Json;
using System.Text.Json.Nodes;
using RealtimeKit.Runtime;

namespace RealtimeKit.Client.Tests;

/// <summary>The API changes every month: new values must neither throw nor be lost.</summary>
public class ToleranceTests : SimulatedTest
{
    [Fact]
    public async Task An_unknown_status_is_kept_and_written_back_unchanged()
    {
        Recording recording = await GetAsync(SampleJson.Response(static data => data["status"] = "TRANSCODING"));

        Assert.False(recording.Status.IsKnown);
        Assert.Equal("TRANSCODING", recording.Status.RawValue);
        Assert.Equal("TRANSCODING", Written(recording)["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_caller_type_that_no_list_has_is_kept()
    {
        Recording recording = await GetAsync(SampleJson.Response(static data => data["stop_reason"] = new JsonObject
        {
            ["reason"] = "ALL_PEERS_LEFT",
            ["caller"] = new JsonObject { ["type"] = "INTERNAL" },
        }));

        Assert.Equal(RecordingReason.AllPeersLeft, recording.StopReason?.Reason);
        Assert.Equal("INTERNAL", recording.StopReason?.Caller?.Type?.RawValue);
    }

    [Fact]
    public async Task A_track_recording_has_a_list_where_others_have_one_address()
    {
        const string layers = """[{"layer_name":"default","download_urls":{"a.webm":{"download_url":"https://example.com/presigned"}}}]""";
        Recording recording = await GetAsync(SampleJson.Response(static data => data["download_url"] = JsonNode.Parse(layers)));

        Assert.False(recording.DownloadUrl!.TryGetUrl(out _));
        Assert.True(recording.DownloadUrl.TryGetLayers(out IReadOnlyList<TrackLayer>? tracks));
        Assert.Equal("https://example.com/presigned", tracks[0].DownloadUrls!["a.webm"].DownloadUrl!.Reveal());
        Assert.DoesNotContain("presigned", $"{recording} {tracks[0]} {tracks[0].DownloadUrls!["a.webm"]}", StringComparison.Ordinal);
        Assert.Equal(layers, Written(recording)["download_url"]!.ToJsonString());
    }

    [Fact]
    public async Task A_download_of_an_unknown_shape_is_kept_unchanged()
    {
        Recording recording = await GetAsync(SampleJson.Response(static data => data["download_url"] = new JsonObject { ["href"] = "x" }));

        Assert.True(recording.DownloadUrl!.IsUnknown);
        Assert.Equal("""{"href":"x"}""", Written(recording)["download_url"]!.ToJsonString());
    }

    [Fact]
    public async Task Asking_for_the_value_of_an_unknown_status_names_it()
    {
        Recording recording = await GetAsync(SampleJson.Response(static data => data["status"] = "TRANSCODING"));

        var exception = Assert.Throws<InvalidOperationException>(() => recording.Status.Value);
        Assert.Contains("TRANSCODING", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_properties_survive_a_round_trip()
    {
        Recording recording = await GetAsync(SampleJson.Response(static data =>
        {
            data["meeting_id"] = "6bf2b8be-04dd-4191-b602-1128921a306b";
            data["layers"] = new JsonObject { ["default"] = new JsonArray(1, "two", null) };
        }));

        JsonObject written = Written(recording);
        Assert.Equal("6bf2b8be-04dd-4191-b602-1128921a306b", written["meeting_id"]!.GetValue<string>());
        Assert.Equal("""{"default":[1,"two",null]}""", written["layers"]!.ToJsonString());
    }

    [Fact]
    public async Task Optional_properties_may_be_missing()
    {
        Recording recording = await GetAsync(SampleJson.Response(static _ => { }));

        Assert.Null(recording.RecordingDuration);
        Assert.Null(recording.StartReason);
        Assert.Null(recording.StopReason);
        Assert.DoesNotContain("recording_duration", Written(recording));
        Assert.DoesNotContain("start_reason", Written(recording));
    }

    [Fact]
    public async Task Nullable_properties_may_be_null_and_remain_null()
    {
        Recording recording = await GetAsync(SampleJson.Response(static _ => { }));

        Assert.Null(recording.DownloadUrl);
        Assert.Null(recording.FileSize);
        Assert.Null(recording.SessionId);
        Assert.Null(recording.StartedTime);
        JsonObject written = Written(recording);
        Assert.True(written.ContainsKey("file_size"));
        Assert.Null(written["file_size"]);
    }

    [Theory]
    [InlineData("216787.0", 216787)]
    [InlineData("216787", 216787)]
    [InlineData("2.16787e5", 216787)]
    [InlineData("9007199254740993", 9007199254740993)]
    public async Task A_whole_number_may_be_written_in_any_way(string written, long size)
    {
        Recording recording = await GetAsync(SampleJson.Response(data => data["file_size"] = JsonNode.Parse(written)));

        Assert.Equal(size, recording.FileSize);
    }

    [Fact]
    public async Task A_fraction_of_a_byte_is_refused_by_name()
    {
        var exception = await Assert.ThrowsAsync<ApiContentException>(
            () => GetAsync(SampleJson.Response(static data => data["file_size"] = 0.5)));

        Assert.Contains("file_size", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_required_property_is_refused_by_name()
    {
        var exception = await Assert.ThrowsAsync<ApiContentException>(
            () => GetAsync(SampleJson.Response(static data => data.Remove("output_file_name"))));

        Assert.Contains("output_file_name", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_response_without_data_is_refused_by_name()
    {
        var exception = await Assert.ThrowsAsync<ApiContentException>(() => GetAsync("""{"success":true}"""));

        Assert.Contains("data", exception.ToString(), StringComparison.Ordinal);
    }

    private static JsonObject Written(Recording recording) => JsonNode.Parse(JsonSerializer.Serialize(recording))!.AsObject();
}
