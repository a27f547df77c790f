using System.Text.Json.Serialization;

namespace RealtimeKit.Gen.Benchmarks.Json;

/// <summary>An object with 60 properties, for System.Text.Json.</summary>
internal sealed record ArticleTwin
{
    [JsonPropertyName("title1")]
    public string? Title1 { get; init; }

    [JsonPropertyName("summary1")]
    public string? Summary1 { get; init; }

    [JsonPropertyName("author1")]
    public string? Author1 { get; init; }

    [JsonPropertyName("editor1")]
    public string? Editor1 { get; init; }

    [JsonPropertyName("language1")]
    public string? Language1 { get; init; }

    [JsonPropertyName("region1")]
    public string? Region1 { get; init; }

    [JsonPropertyName("license1")]
    public string? License1 { get; init; }

    [JsonPropertyName("source1")]
    public string? Source1 { get; init; }

    [JsonPropertyName("origin1")]
    public string? Origin1 { get; init; }

    [JsonPropertyName("comment1")]
    public string? Comment1 { get; init; }

    [JsonPropertyName("title2")]
    public string? Title2 { get; init; }

    [JsonPropertyName("summary2")]
    public string? Summary2 { get; init; }

    [JsonPropertyName("author2")]
    public string? Author2 { get; init; }

    [JsonPropertyName("editor2")]
    public string? Editor2 { get; init; }

    [JsonPropertyName("language2")]
    public string? Language2 { get; init; }

    [JsonPropertyName("region2")]
    public string? Region2 { get; init; }

    [JsonPropertyName("license2")]
    public string? License2 { get; init; }

    [JsonPropertyName("source2")]
    public string? Source2 { get; init; }

    [JsonPropertyName("origin2")]
    public string? Origin2 { get; init; }

    [JsonPropertyName("comment2")]
    public string? Comment2 { get; init; }

    [JsonPropertyName("title3")]
    public string? Title3 { get; init; }

    [JsonPropertyName("summary3")]
    public string? Summary3 { get; init; }

    [JsonPropertyName("author3")]
    public string? Author3 { get; init; }

    [JsonPropertyName("editor3")]
    public string? Editor3 { get; init; }

    [JsonPropertyName("language3")]
    public string? Language3 { get; init; }

    [JsonPropertyName("region3")]
    public string? Region3 { get; init; }

    [JsonPropertyName("license3")]
    public string? License3 { get; init; }

    [JsonPropertyName("source3")]
    public string? Source3 { get; init; }

    [JsonPropertyName("origin3")]
    public string? Origin3 { get; init; }

    [JsonPropertyName("comment3")]
    public string? Comment3 { get; init; }

    [JsonPropertyName("title4")]
    public string? Title4 { get; init; }

    [JsonPropertyName("summary4")]
    public string? Summary4 { get; init; }

    [JsonPropertyName("author4")]
    public string? Author4 { get; init; }

    [JsonPropertyName("editor4")]
    public string? Editor4 { get; init; }

    [JsonPropertyName("language4")]
    public string? Language4 { get; init; }

    [JsonPropertyName("region4")]
    public string? Region4 { get; init; }

    [JsonPropertyName("license4")]
    public string? License4 { get; init; }

    [JsonPropertyName("source4")]
    public string? Source4 { get; init; }

    [JsonPropertyName("origin4")]
    public string? Origin4 { get; init; }

    [JsonPropertyName("comment4")]
    public string? Comment4 { get; init; }

    [JsonPropertyName("title5")]
    public string? Title5 { get; init; }

    [JsonPropertyName("summary5")]
    public string? Summary5 { get; init; }

    [JsonPropertyName("author5")]
    public string? Author5 { get; init; }

    [JsonPropertyName("editor5")]
    public string? Editor5 { get; init; }

    [JsonPropertyName("language5")]
    public string? Language5 { get; init; }

    [JsonPropertyName("region5")]
    public string? Region5 { get; init; }

    [JsonPropertyName("license5")]
    public string? License5 { get; init; }

    [JsonPropertyName("source5")]
    public string? Source5 { get; init; }

    [JsonPropertyName("origin5")]
    public string? Origin5 { get; init; }

    [JsonPropertyName("comment5")]
    public string? Comment5 { get; init; }

    [JsonPropertyName("title6")]
    public string? Title6 { get; init; }

    [JsonPropertyName("summary6")]
    public string? Summary6 { get; init; }

    [JsonPropertyName("author6")]
    public string? Author6 { get; init; }

    [JsonPropertyName("editor6")]
    public string? Editor6 { get; init; }

    [JsonPropertyName("language6")]
    public string? Language6 { get; init; }

    [JsonPropertyName("region6")]
    public string? Region6 { get; init; }

    [JsonPropertyName("license6")]
    public string? License6 { get; init; }

    [JsonPropertyName("source6")]
    public string? Source6 { get; init; }

    [JsonPropertyName("origin6")]
    public string? Origin6 { get; init; }

    [JsonPropertyName("comment6")]
    public string? Comment6 { get; init; }
}
