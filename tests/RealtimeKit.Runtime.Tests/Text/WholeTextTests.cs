using System.Text;
using System.Text.Json;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Text;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Text;

/// <summary>Tests that an unpaired surrogate is neither sent nor read.</summary>
public sealed class WholeTextTests
{
    private const string Half = "a\ud800b";

    /// <summary>The places of a request, and the parameter name of the exception for each.</summary>
    public static TheoryData<string, string> Places => new()
    {
        { "path", "thing_id" }, { "query", "q" }, { "query member", "q" }, { "query member name", "q" }, { "query item", "q" }, { "raw query", "q" },
        { "raw query within", "q" }, { "query as a whole", "querystring" }, { "header", "X-A" }, { "cookie", "c" }, { "raw cookie", "c" },
        { "json parameter", "j" }, { "json", "name" }, { "raw json", "body" }, { "raw json within", "x" }, { "raw json name", "?" }, { "map name", "?" },
            { "rest name", "?" },
        { "unknown name", "?" }, { "unknown value", "k" }, { "secret", "body" }, { "uri", "body" }, { "item", "body" }, { "text", "body" }, { "form", "f" },
            { "form name", "name" },
        { "raw form", "f" }, { "form json", "f" }, { "part", "p" }, { "raw part", "p" }, { "part name", "name" }, { "file name", "name" },
            { "file text", "text" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void Half_a_surrogate_pair_is_refused_before_anything_is_sent_and_the_place_is_named(string place, string name)
    {
        ArgumentException exception = Assert.ThrowsAny<ArgumentException>(() => Write(place));

        Assert.Equal(name, exception.ParamName);
        Assert.Contains("surrogate", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("a\ud800b", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"data":{"extra":"\ud800"}}""", "$.data.extra")]
    [InlineData("""{"data":{"extra":[0,{"a":"\udc00x"}]}}""", "$.data.extra[1].a")]
    [InlineData("""{"data":{"extra":{"x\ud83d":1}}}""", "$.data.extra['?']")]
    [InlineData("""{"skipped":"\ud83d\ud83d\ude00","data":{}}""", "$.skipped")]
    [InlineData("""{"data":{"name":"\\\ud800"}}""", "$.data.name")]
    public void Half_a_surrogate_pair_is_refused_in_a_response_even_where_nothing_reads_it(string json, string path)
        => Assert.Equal(path,
            Assert.Throws<JsonException>(() => JsonReading.Document(
                Encoding.UTF8.GetBytes(json), static (ref Utf8JsonReader reader) => JsonReading.Envelope(ref reader, "data"u8, ThingJson.Read))).Path);

    [Theory]
    [InlineData("text/plain", "\"\\ud800\"", false)]
    [InlineData("application/octet-stream", "\"\\ud800\"", false)]
    [InlineData("text/plain", "C:\\ud800", true)]
    [InlineData("text/plain", "\"\\ud83d\\ude00\"", true)]
    public async Task A_string_with_half_a_pair_is_not_taken_for_text(string contentType, string body, bool isRead)
    {
        using HttpClient client = FakeHandler.Client((_, _) => FakeHandler.Response(body, contentType: contentType));
        using var transport = new ApiTransport(TestApi.Options(new Uri("https://api.example.com/v4/")), client);
        ApiOperation<string> operation = TestApi.Operation("text", HttpMethod.Get, true, ApiResult.Json<string>("200", JsonReading.String));

        Exception? exception =
            await Record.ExceptionAsync(() => transport.SendAsync(operation, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(isRead, exception is null);
        Assert.True(exception is null or ApiContentException, exception?.ToString());
    }

    [Fact]
    public void Half_a_pair_is_found_where_the_platform_finds_one()
    {
        Random random = Proof.Random(8);
        string[] pieces = ["\\ud83d", "\\uDE00", "\\ud83d\\ude00", "\\\\", "\\\"", "ud800", "x", "\\u00e9", "\\uDBFF", "\\n", "é"];
        int count = Proof.Count(20_000, 1_000_000);
        int broken = 0;
        for (int i = 0; i < count; i++)
        {
            string json = $"\"{string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => pieces[random.Next(pieces.Length)]))}\"";

            bool isBroken = WholeText.BrokenEscape(Encoding.UTF8.GetBytes(json)) >= 0;

            Assert.Equal(IsRefused(json), isBroken);
            broken += isBroken ? 1 : 0;
        }

        Proof.Report($"{count} texts, {broken} of them with half a surrogate pair");
    }

    [Fact]
    public void What_nests_too_deep_or_holds_itself_is_an_argument_exception()
    {
        var list = new List<object>();
        list.Add(list);

        ArgumentException exception = Assert.Throws<ArgumentException>(() => new ApiRequest($"a").JsonBody<object>(list, WriteAny));

        Assert.Contains("is nested too deeply", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_element_of_a_disposed_document_is_an_argument_exception()
    {
        var document = JsonDocument.Parse("1");
        JsonElement element = document.RootElement;
        document.Dispose();

        Assert.Equal("body", Assert.Throws<ArgumentException>(() => new ApiRequest($"a").JsonBody(element, JsonWriting.Element)).ParamName);
        Assert.Equal("q", Assert.Throws<ArgumentException>(() => new ApiRequest($"a").Query("q", ParameterValues.Json(element))).ParamName);
    }

    private static void WriteAny(Utf8JsonWriter writer, object value) => JsonWriting.List(writer, (List<object>)value, WriteAny);

    private static bool IsRefused(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            document.RootElement.GetString();
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    private static object Write(string place)
    {
        JsonElement raw = JsonDocument.Parse("\"\\ud800\"").RootElement;
        JsonElement within = JsonDocument.Parse("{\"x\":[\"\\udc00\"]}").RootElement;
        JsonElement named = JsonDocument.Parse("{\"ok\":1,\"\\udc00\":2}").RootElement;
        var halfName = new Dictionary<string, JsonElement> { ["ok"] = JsonDocument.Parse("1").RootElement, [Half] = raw };
        var request = new ApiRequest($"a");
        return place switch
        {
            "path" => new ApiRequest($"things/{(ParameterValue?)Half:thing_id}"),
            "query" => request.Query("q", Half),
            "query member" => request.Query("q", ParameterValue.Object(("m", Half))),
            "query member name" => request.Query("q", ParameterValue.Object((Half, "v")), ParameterStyle.DeepObject),
            "query item" => request.Query("q", ParameterValue.List([Half], static text => text)),
            "raw query" => request.Query("q", ParameterValues.Json(raw)),
            "raw query within" => request.Query("q", ParameterValues.Json(within)),
            "query as a whole" => request.QueryString(Half),
            "header" => request.Header("X-A", Half),
            "cookie" => request.Cookie("c", Half),
            "raw cookie" => request.Cookie("c", Half, encode: false),
            "json parameter" => request.Query("j", ParameterValues.Json(Half, JsonWriting.String)),
            "json" => request.JsonBody(Thing.Sample with { Name = Half }, ThingJson.Write),
            "raw json" => request.JsonBody(raw, JsonWriting.Element),
            "raw json within" => request.JsonBody(within, JsonWriting.Element),
            "raw json name" => request.JsonBody(named, JsonWriting.Element),
            "map name" => request.JsonBody(halfName, static (writer, value) => JsonWriting.Map(writer, value, JsonWriting.Element)),
            "rest name" => request.JsonBody(halfName, static (writer, value) => Around(writer, () => JsonWriting.Rest(writer, value, JsonWriting.Element))),
            "unknown name" => request.JsonBody(halfName, static (writer, value) => Around(writer, () => JsonWriting.Unknown(writer, value))),
            "unknown value" =>
                request.JsonBody(
                    raw, static (writer, value) => Around(writer, () => JsonWriting.Unknown(writer, new Dictionary<string, JsonElement> { ["k"] = value }))),
            "secret" => request.JsonBody(new SensitiveString(Half), JsonWriting.Sensitive),
            "uri" => request.JsonBody(new Uri("http://x/" + Half), JsonWriting.Uri),
            "item" => request.JsonBody<string[]>([Half], static (writer, value) => JsonWriting.List(writer, value, JsonWriting.String)),
            "text" => request.TextBody(Half, "text/plain"),
            "form" => FormField.Field("f", Half),
            "form name" => FormField.Field(Half, "v"),
            "raw form" => FormField.Field("f", ParameterValues.Json(within)),
            "form json" => FormField.Json("f", Half, JsonWriting.String),
            "part" => MultipartPart.Field("p", Half),
            "raw part" => MultipartPart.Json("p", raw, JsonWriting.Element),
            "part name" => request.MultipartBody(MultipartPart.Field(Half, "v")),
            "file name" => request.MultipartBody(MultipartPart.File("p", new FileContent(Stream.Null, Half))),
            "file text" => FileContent.FromText(Half),
            _ => throw new InvalidOperationException(place),
        };
    }

    private static void Around(Utf8JsonWriter writer, Action write)
    {
        writer.WriteStartObject();
        write();
        writer.WriteEndObject();
    }
}
