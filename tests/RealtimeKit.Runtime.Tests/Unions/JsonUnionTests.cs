using System.Text;
using System.Text.Json;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Unions;

public sealed class JsonUnionTests
{
    private static readonly JsonUnion<string> _tagged = new(
        "kind",
        Unknown,
        Case("cat", UnionTokens.Object, discriminators: ["cat", "kitten"]),
        Case("dog", UnionTokens.Object, discriminators: ["dog"]));

    private static readonly JsonUnion<string> _defaulted = new(
        "kind",
        Unknown,
        Case("cat", UnionTokens.Object, discriminators: ["cat"]),
        Case("other", UnionTokens.Object, discriminators: ["other"], isDefault: true));

    private static readonly JsonUnion<string> _doubled = new(
        "kind",
        Unknown,
        Case("x", UnionTokens.Object, discriminators: ["a"], known: ["kind", "x"]),
        Case("y", UnionTokens.Object, discriminators: ["a", "b"], known: ["kind", "y"]));

    private static readonly JsonUnion<string> _open = new(
        "kind",
        Unknown,
        Open("free", ["x"], []),
        Open("any", ["kind", "x"], []),
        Open("some", ["kind", "y"], ["b"]),
        Case("a", UnionTokens.Object, discriminators: ["a"], known: ["kind", "x"]),
        Case("b", UnionTokens.Object, discriminators: ["b"], known: ["kind", "x"]));

    private static readonly JsonUnion<string> _shaped = new(
        "",
        Unknown,
        Case("named", UnionTokens.Object, known: ["name", "age"]),
        Case("square", UnionTokens.Object, required: ["side"], known: ["side", "name"]),
        Case("box", UnionTokens.Object, required: ["side", "depth"], known: ["side", "depth", "name"]),
        Case("text", UnionTokens.String),
        Case("number", UnionTokens.Number),
        Case("list", UnionTokens.Array));

    private static readonly JsonUnion<string> _nested = new(
        "",
        Unknown,
        new UnionCase<string>(UnionTokens.Object, Reading("inner")) { Required = ["id"], RequiredByCases = [["a"], ["b", "c"]], Known = ["id", "a", "b", "c"] },
        Case("free", UnionTokens.Object, known: ["x"]));

    [Theory]
    [InlineData("""{"kind":"cat"}""", "cat")]
    [InlineData("""{"kind":"kitten"}""", "cat")]
    [InlineData("""{"other":{"kind":"cat"},"kind":"dog"}""", "dog")]
    [InlineData("""{"\u006bind":"d\u006fg"}""", "dog")]
    [InlineData("""{"kind":"Dog"}""", "unknown")]
    [InlineData("""{"kind":"bird"}""", "unknown")]
    // No discriminator, or an unknown value: the first case that accepts the value is used.
    [InlineData("""{"kind":7}""", "cat")]
    [InlineData("{}", "cat")]
    [InlineData("\"cat\"", "unknown")]
    [InlineData("null", "unknown")]
    public void The_discriminator_decides_where_there_is_one(string json, string @case) => Assert.Equal(@case, Read(_tagged, json));

    [Theory]
    [InlineData("""{"kind":"cat"}""", "cat")]
    [InlineData("""{"kind":"bird"}""", "other")]
    [InlineData("""{"kind":7}""", "other")]
    [InlineData("{}", "other")]
    [InlineData("1", "unknown")]
    public void A_default_case_takes_an_unknown_discriminator_value(string json, string @case) => Assert.Equal(@case, Read(_defaulted, json));

    [Theory]
    [InlineData("""{"name":1,"age":2}""", "named")]
    [InlineData("""{"side":1}""", "square")]
    [InlineData("""{"side":1,"depth":1}""", "box")]
    [InlineData("""{"s\u0069de":1,"name":{"depth":1}}""", "square")]
    [InlineData("""{"depth":1,"name":1}""", "named")]
    [InlineData("{}", "named")]
    [InlineData("\"a\"", "text")]
    [InlineData("1", "number")]
    [InlineData("[{}]", "list")]
    [InlineData("true", "unknown")]
    public void Without_one_the_token_and_then_the_properties_decide(string json, string @case) => Assert.Equal(@case, Read(_shaped, json));

    [Theory]
    [InlineData("{}", "free")]
    [InlineData("""{"id":1}""", "free")]
    [InlineData("""{"a":1,"x":1}""", "free")]
    [InlineData("""{"id":1,"a":1}""", "inner")]
    [InlineData("""{"id":1,"b":1,"c":1}""", "inner")]
    [InlineData("""{"id":1,"b":1,"x":1}""", "free")]
    public void A_union_within_the_union_needs_the_properties_of_one_of_its_cases(string json, string @case) => Assert.Equal(@case, Read(_nested, json));

    [Theory]
    [InlineData("""{"kind":"a","x":1}""", "x")]
    [InlineData("""{"kind":"a","y":1}""", "y")]
    [InlineData("""{"kind":"a"}""", "x")]
    [InlineData("""{"kind":"b","x":1}""", "y")]
    [InlineData("""{"kind":"c","x":1}""", "unknown")]
    public void Of_several_cases_of_one_discriminator_the_properties_decide(string json, string @case) => Assert.Equal(@case, Read(_doubled, json));

    [Theory]
    [InlineData("""{"kind":"a","x":1}""", "a")]
    [InlineData("""{"kind":"b","x":1}""", "b")]
    [InlineData("""{"kind":"b","y":1}""", "some")]
    [InlineData("""{"kind":"b"}""", "b")]
    [InlineData("""{"kind":"c","x":1}""", "any")]
    [InlineData("""{"kind":"c","y":1}""", "some")]
    [InlineData("""{"x":1}""", "free")]
    public void A_case_without_a_discriminator_takes_what_the_others_leave(string json, string @case) => Assert.Equal(@case, Read(_open, json));

    [Fact]
    public void An_unknown_discriminator_value_that_the_only_case_left_refuses_is_unknown()
    {
        UnionCase<string> refusing = new(UnionTokens.Object, static (ref Utf8JsonReader _) => throw new JsonException()) { HasOtherKinds = true };
        JsonUnion<string> union = new("kind", Unknown, Case("a", UnionTokens.Object, discriminators: ["a"]), refusing);

        Assert.Equal("unknown", Read(union, """{"kind":"b"}"""));
    }

    [Fact]
    public void A_case_that_refuses_the_value_leaves_it_to_the_next_likeliest_and_the_last_resort_is_raw_json()
    {
        List<string> asked = [];
        JsonUnion<string> union = new("", Unknown, Refusing("first", ["a"]), Refusing("second", ["a", "b"]), Refusing("third", []));

        Assert.Equal("unknown", Read(union, """{"a":1,"b":2}"""));
        Assert.Equal(["second", "first", "third"], asked);

        UnionCase<string> Refusing(string name, string[] known) => new(UnionTokens.Object, (ref Utf8JsonReader _) =>
        {
            asked.Add(name);
            throw new JsonException();
        })
        { Known = known };
    }

    [Fact]
    public void The_only_case_says_itself_what_is_wrong()
    {
        JsonUnion<string> union = new("", Unknown, new UnionCase<string>(UnionTokens.Object, (ref Utf8JsonReader _) => throw new JsonException("wrong")));

        Assert.Equal("wrong", Assert.Throws<JsonException>(() => Read(union, "{}")).Message);
    }

    [Theory]
    [InlineData("99999999999999999999")]
    [InlineData("1e400")]
    [InlineData("\"no UUID\"")]
    public void A_number_or_text_that_the_only_case_cannot_hold_is_unknown(string json)
    {
        int before = UnnamedValues.Count;
        JsonUnion<string> union = new(
            "",
            Unknown,
            new UnionCase<string>(UnionTokens.Number, static (ref Utf8JsonReader reader) => $"{JsonReading.Int64(ref reader)}"),
            new UnionCase<string>(UnionTokens.String, static (ref Utf8JsonReader reader) => $"{JsonReading.Guid(ref reader)}"));

        Assert.Equal("unknown", Read(union, json));
        Assert.Equal(before + 1, UnnamedValues.Count);
        Assert.Equal("5", Read(union, "5"));
    }

    [Theory]
    [InlineData("7", "inner number")]
    [InlineData("\"https://example.com/\"", "link")]
    [InlineData("[7]", "inners")]
    [InlineData("[\"https://example.com/\"]", "links")]
    // No case declares these properties, so the first case is used.
    [InlineData("\"off\"", "inner unknown")]
    [InlineData("[7,\"https://example.com/\"]", "inners")]
    [InlineData("[\"off\"]", "inners")]
    [InlineData("true", "inner unknown")]
    public void A_case_that_takes_a_value_for_what_it_is_precedes_one_that_takes_any(string json, string @case)
    {
        JsonUnion<string> inner = new("", Unknown, Case("number", UnionTokens.Number));
        JsonUnion<string> union = new(
            "",
            Unknown,
            new UnionCase<string>(UnionTokens.Any & ~UnionTokens.Array, (ref Utf8JsonReader reader) => "inner " + inner.Read(ref reader)),
            new UnionCase<string>(UnionTokens.String, static (ref Utf8JsonReader reader) => JsonReading.Uri(ref reader) is null ? "" : "link"),
            new UnionCase<string>(
                UnionTokens.Array, (ref Utf8JsonReader reader) => JsonReading.List<string>(ref reader, inner.Read).Count == 0 ? "" : "inners"),
            new UnionCase<string>(
                UnionTokens.Array, static (ref Utf8JsonReader reader) => JsonReading.List<Uri>(ref reader, JsonReading.Uri).Count == 0 ? "" : "links"));

        Assert.Equal(@case, Read(union, json));
    }

    [Fact]
    public void What_the_likeliest_case_does_not_name_is_no_reason_to_take_a_less_likely_one()
    {
        JsonUnion<string> inner = new("", Unknown, Case("number", UnionTokens.Number));
        var more = new UnionCase<string>(UnionTokens.Object, (ref Utf8JsonReader reader) =>
        {
            JsonReading.Map<string>(ref reader, inner.Read);
            return "more";
        })
        {
            Known = ["a", "b"],
        };
        JsonUnion<string> union = new("", Unknown, Case("less", UnionTokens.Object, known: ["a"]), more);

        Assert.Equal("more", Read(union, """{"a":1,"b":"later"}"""));
    }

    [Fact]
    public void A_value_that_is_refused_at_every_level_is_not_read_over_and_over()
    {
        // If each level tried both cases of the next level, there would be 2^60 attempts.
        string json = string.Concat(Enumerable.Repeat("{\"child\":", 60)) + "\"leaf\"" + string.Concat(Enumerable.Repeat(",\"end\":0}", 60));
        int attempts = 0;
        JsonUnion<string>? union = null;
        JsonRead<string> refuse = (ref Utf8JsonReader reader) =>
        {
            attempts++;
            reader.Read();
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                union!.Read(ref reader);
            }

            throw new JsonException();
        };
        union = new("", Unknown, new UnionCase<string>(UnionTokens.Object, refuse), new UnionCase<string>(UnionTokens.Object, refuse));

        Assert.Equal("unknown", Read(union, json));
        Assert.InRange(attempts, 60, 3_000);

        // The budget applies to one value. The next value has a new budget.
        attempts = 0;
        Assert.Equal("unknown", Read(union, """{"child":1}"""));
        Assert.Equal(2, attempts);
    }

    private static string Unknown(JsonElement json) => "unknown";

    private static UnionCase<string> Case(
        string name, UnionTokens tokens, string[]? discriminators = null, string[]? required = null, string[]? known = null, bool isDefault = false) =>
        new(tokens, Reading(name)) { Discriminators = discriminators ?? [], Required = required ?? [], Known = known ?? [], IsDefault = isDefault };

    private static UnionCase<string> Open(string name, string[] known, string[] discriminators) =>
        new(UnionTokens.Object, Reading(name)) { Discriminators = discriminators, Known = known, HasOtherKinds = true };

    private static JsonRead<string> Reading(string name) => (ref Utf8JsonReader reader) =>
    {
        reader.Skip();
        return name;
    };

    /// <summary>The case that is used must have read the whole value.</summary>
    private static string Read(JsonUnion<string> union, string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes("[" + json + ",42]"));
        reader.Read();
        reader.Read();
        string @case = union.Read(ref reader);
        Assert.True(reader.Read());
        Assert.Equal(42, reader.GetInt32());
        return @case;
    }
}
