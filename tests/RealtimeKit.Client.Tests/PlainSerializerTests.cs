using System.Text.Json;
using System.Text.Json.Nodes;

namespace RealtimeKit.Client.Tests;

/// <summary>The emitted types also work with <see cref="JsonSerializer"/>, for example in a cache, a queue or a log.</summary>
public class PlainSerializerTests
{
    [Fact]
    public void A_recording_goes_through_the_serializer_and_back_unchanged()
    {
        string json = JsonNode.Parse(SampleJson.Reference)!["data"]!.ToJsonString();

        Recording recording = JsonSerializer.Deserialize<Recording>(json)!;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(JsonSerializer.Serialize(recording))));
    }

    [Fact]
    public void Recordings_inside_other_types_work_as_well()
    {
        Recording recording = JsonSerializer.Deserialize<Recording>(SampleJson.Recording(static _ => { }))!;
        var shelf = new Dictionary<string, Recording[]> { ["today"] = [recording, recording] };

        Dictionary<string, Recording[]> copy = JsonSerializer.Deserialize<Dictionary<string, Recording[]>>(JsonSerializer.Serialize(shelf))!;

        Assert.Equal([recording, recording], copy["today"]);
    }

    [Fact]
    public void The_order_of_the_properties_does_not_matter()
    {
        string reversed = new JsonObject(SampleJson.Begun().Reverse().Select(static property => KeyValuePair.Create(property.Key, property.Value?.DeepClone())))
            .ToJsonString();

        Assert.Equal(
            JsonSerializer.Deserialize<Recording>(SampleJson.Recording(static _ => { })),
            JsonSerializer.Deserialize<Recording>(reversed));
    }

    [Theory]
    [InlineData("""{"id":1}""")]
    [InlineData("""[]""")]
    [InlineData(""" "text" """)]
    public void What_is_no_recording_is_a_json_exception(string json)
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Recording>(json));
    }

    [Fact]
    public void A_property_that_comes_twice_is_refused()
    {
        string twice = SampleJson.Recording(static _ => { }).Insert(1, """ "status":"PAUSED", """);

        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Recording>(twice));
    }
}
