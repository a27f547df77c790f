using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Values;

/// <summary>A program can put the values of records into its own types, and write these with System.Text.Json.</summary>
public sealed partial class SerializerTests
{
    [JsonConverter(typeof(ShadeJson))]
    public enum Shade
    {
        LightRed,
        Blue,
    }

    [JsonConverter(typeof(StepJson))]
    public enum Step
    {
        First = 1,
        Fifth = 5,
    }

    public enum Plain
    {
        One,
    }

    public static TheoryData<JsonSerializerOptions> Serializers => [new JsonSerializerOptions(), new JsonSerializerOptions(PaintContext.Default.Options)];

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Values_are_written_as_on_the_wire_and_read_back(JsonSerializerOptions options)
    {
        const string Json = """
            {"Shade":"light-red","Newer":"mauve","None":null,"Step":5,"NewerStep":6,"Key":"hush","Tubes":{"blue":1,"light-red":2},"Steps":{"5":1},
            "Others":{"mauve":1,"blue":2},"OtherSteps":{"7":1}}
            """;

        Paint paint = JsonSerializer.Deserialize<Paint>(Json, options)!;

        Assert.Equal((Shade.LightRed, "mauve", false), (paint.Shade.Value, paint.Newer!.Value.RawValue, paint.Newer.Value.IsKnown));
        Assert.Equal((Step.Fifth, "6", "hush"), (paint.Step.Value, paint.NewerStep.RawValue, paint.Key!.Reveal()));
        Assert.Equal((1, 2, 1), (paint.Tubes![Shade.Blue], paint.Tubes[Shade.LightRed], paint.Steps![Step.Fifth]));
        Assert.Equal((1, 2, 1), (paint.Others![OpenEnum<Shade>.FromWire("mauve")], paint.Others[Shade.Blue], paint.OtherSteps![OpenEnum<Step>.FromWire("7")]));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Json), JsonNode.Parse(JsonSerializer.Serialize(paint, options))));
    }

    [Theory]
    [InlineData("""{"Shade":[5]}""")]
    [InlineData("""{"Shade":null}""")]
    [InlineData("""{"Step":"five"}""")]
    [InlineData("""{"Key":5}""")]
    [InlineData("""{"Tubes":{"mauve":1}}""")]
    public void Another_value_is_a_json_exception(string json)
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Paint>(json));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, PaintContext.Default.Paint));
    }

    [Fact]
    public void An_enum_that_no_document_describes_has_no_texts()
    {
        NotSupportedException failure = Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(new OpenEnum<Plain>(Plain.One)));

        Assert.Contains(nameof(Plain), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_may_be_absent_is_refused_because_it_would_be_read_as_absent()
    {
        Func<string>[] writes =
        [
            static () => JsonSerializer.Serialize(new { A = new Optional<int>(5) }),
            static () => JsonSerializer.Serialize(default(Optional<string>)),
            static () => JsonSerializer.Serialize((OptionalEnum<Shade>)Shade.Blue),
            static () => JsonSerializer.Serialize(new OptionalList<int>([1])),
            static () => JsonSerializer.Serialize((OptionalMap<int>)new Dictionary<string, int>()),
            static () => JsonSerializer.Serialize((OptionalSecret)"hush"),
        ];

        Assert.All(writes, static write => Assert.Contains("Optional", Assert.Throws<NotSupportedException>(write).Message, StringComparison.Ordinal));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<Optional<int>>("5"));
    }

    public sealed class Paint
    {
        public OpenEnum<Shade> Shade { get; set; }

        public OpenEnum<Shade>? Newer { get; set; }

        public OpenEnum<Shade>? None { get; set; }

        public OpenEnum<Step> Step { get; set; } = SerializerTests.Step.First;

        public OpenEnum<Step> NewerStep { get; set; } = SerializerTests.Step.First;

        public SensitiveString? Key { get; set; }

        public Dictionary<Shade, int>? Tubes { get; set; }

        public Dictionary<Step, int>? Steps { get; set; }

        public Dictionary<OpenEnum<Shade>, int>? Others { get; set; }

        public Dictionary<OpenEnum<Step>, int>? OtherSteps { get; set; }
    }

    public sealed class ShadeJson() : JsonTextEnum<Shade>("light-red", "blue");

    public sealed class StepJson() : JsonNumberEnum<Step>(1, 5);

    /// <summary>What the generator of System.Text.Json writes, which needs no reflection.</summary>
    [JsonSerializable(typeof(Paint))]
    internal sealed partial class PaintContext : JsonSerializerContext;
}
