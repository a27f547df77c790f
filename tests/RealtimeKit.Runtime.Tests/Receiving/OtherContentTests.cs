using System.Text;
using System.Text.Json;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Receiving;

/// <summary>JSON with another content type or charset, and text instead of JSON.</summary>
public sealed class OtherContentTests
{
    private static readonly Uri _address = new("https://api.example.com/v4/");

    private static readonly ApiOperation<string> _text = Operation(ApiResult.Json<string>("200", JsonReading.String));

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/html")]
    [InlineData("text/html; charset=utf-8")]
    [InlineData("application/octet-stream")]
    [InlineData("application/x-json")]
    [InlineData("text/javascript")]
    [InlineData("binary/octet-stream")]
    public async Task Json_under_another_media_type_is_read(string contentType)
    {
        Assert.Equal(Thing.Sample, await SendAsync(TestApi.Get, Encoding.UTF8.GetBytes(TestApi.ThingBody), contentType));
        Assert.Contains("JSON was expected", (await RefusedAsync(TestApi.Get, Encoding.UTF8.GetBytes(TestApi.ThingBody), contentType, isStrict: true)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html><body>Log in</body></html>", "text/html", "JSON was expected")]
    [InlineData("Log in", "text/plain", "JSON was expected")]
    [InlineData("{\"data\":{", "text/plain", "$")]
    [InlineData("{\"data\":{}}", "text/html", "'id' is missing")]
    public async Task What_is_no_json_is_refused_by_what_it_is(string body, string contentType, string message)
        => Assert.Contains(message, (await RefusedAsync(TestApi.Get, Encoding.UTF8.GetBytes(body), contentType)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-16le")]
    [InlineData("utf-32")]
    [InlineData("iso-8859-1")]
    [InlineData("latin1")]
    [InlineData("\"utf-8\"")]
    [InlineData("us-ascii")]
    public async Task Json_in_a_declared_charset_is_read(string charset)
    {
        Encoding encoding = Encoding.GetEncoding(charset.Trim('"'));
        foreach (byte[] mark in new[] { [], encoding.GetPreamble() })
        {
            byte[] body = [.. mark, .. encoding.GetBytes(charset == "us-ascii" ? "\"cafe\"" : "\"café\"")];
            Assert.Equal(charset == "us-ascii" ? "cafe" : "café", await SendAsync(_text, body, $"application/json; charset={charset}"));
        }
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public async Task Json_with_the_mark_of_an_undeclared_charset_is_read(string charset)
    {
        Encoding encoding = Encoding.GetEncoding(charset);
        Assert.Equal("café", await SendAsync(_text, [.. encoding.GetPreamble(), .. encoding.GetBytes("\"café\"")], "application/json"));
        await RefusedAsync(_text, [.. encoding.GetPreamble(), .. encoding.GetBytes("\"café\"")], "application/json", isStrict: true);
    }

    [Fact]
    public async Task Json_in_the_charset_of_windows_is_read()
        => Assert.Equal("€5 – “é”",
            await SendAsync(
                _text, [(byte)'"', 0x80, (byte)'5', (byte)' ', 0x96, (byte)' ', 0x93, 0xE9, 0x94, (byte)'"'], "application/json; charset=windows-1252"));

    [Theory]
    [InlineData("utf-7")]
    [InlineData("klingon")]
    [InlineData("\"\"")]
    [InlineData("unicode-1-1-utf-7")]
    public async Task A_charset_that_is_not_known_is_refused(string charset)
    {
        bool isNone = charset == "\"\"";
        foreach (ApiOperation<string> operation in new[] { _text, Operation(ApiResult.Text("200")) })
        {
            if (isNone)
            {
                Assert.NotEmpty(await SendAsync(operation, "\"x\""u8.ToArray(), $"application/json; charset={charset}"));
                continue;
            }

            Assert.Contains(
                "charset", (await RefusedAsync(operation, "\"x\""u8.ToArray(), $"application/json; charset={charset}")).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Bytes_that_are_not_of_their_charset_are_refused()
    {
        Assert.Contains(
            "utf-16", (await RefusedAsync(_text, [(byte)'"', 0, 0, 0xD8, (byte)'"', 0], "application/json; charset=utf-16")).Message, StringComparison.Ordinal);
        Assert.Contains("UTF-8", (await RefusedAsync(_text, [(byte)'"', 0xFF, (byte)'"'], "application/json")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ok", "ok")]
    [InlineData("", "")]
    [InlineData("He said \"no\",\nthen \\left", "He said \"no\",\nthen \\left")]
    [InlineData("\"quoted\"", "quoted")]
    [InlineData("{\"a\":1}", "{\"a\":1}")]
    public async Task Plain_text_is_the_value_where_the_result_is_text(string body, string expected)
    {
        Assert.Equal(expected, await SendAsync(_text, Encoding.UTF8.GetBytes(body), "text/plain; charset=utf-8"));
        await RefusedAsync(_text, Encoding.UTF8.GetBytes(body), "text/plain", isStrict: true);
    }

    [Fact]
    public async Task Plain_text_is_the_value_of_what_is_written_as_text()
    {
        ApiOperation<Guid> operation = Operation(ApiResult.Json<Guid>("200", JsonReading.Guid));

        Assert.Equal(Thing.Sample.Id, await SendAsync(operation, Encoding.UTF8.GetBytes(Thing.Sample.Id.ToString()), "text/plain"));
        Assert.Equal("é", await SendAsync(_text, [0xE9], "text/plain; charset=iso-8859-1"));
    }

    [Theory]
    [InlineData("ok", "text/html")]
    [InlineData("ok", "application/json")]
    [InlineData("\"ok", "application/json")]
    public async Task Text_under_another_name_is_not(string body, string contentType)
        => await RefusedAsync(_text, Encoding.UTF8.GetBytes(body), contentType);

    [Theory]
    [InlineData("")]
    [InlineData("  \r\n")]
    [InlineData("null")]
    [InlineData("\uFEFF")]
    public async Task A_nullable_result_without_a_body_is_null(string body)
    {
        ApiOperation<long?> number = Operation(ApiResult.NullableJson<long?>("200", static (ref Utf8JsonReader reader) => JsonReading.Int64(ref reader)));
        ApiOperation<Thing?> thing = Operation(ApiResult.NullableJson<Thing?>("200", ThingJson.Read));

        Assert.Null(await SendAsync(number, Encoding.UTF8.GetBytes(body), "application/json"));
        Assert.Null(await SendAsync(thing, Encoding.UTF8.GetBytes(body), null));
        await RefusedAsync(TestApi.Get, Encoding.UTF8.GetBytes(body), "application/json");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_instant_is_cut_to_what_a_clock_of_dotnet_holds_however_strictly_it_is_read(bool isStrict)
    {
        ApiOperation<DateTimeOffset> instant =
            Operation(ApiResult.Json<DateTimeOffset>("200", static (ref Utf8JsonReader reader) => JsonReading.DateTimeOffset(ref reader)));

        DateTimeOffset read = await SendAsync(instant, "\"2026-01-01T00:00:00.123456789Z\""u8.ToArray(), "application/json", isStrict);

        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(1_234_567), read);
    }

    [Theory]
    [InlineData("0.12345678901234567890123456789012")]
    [InlineData("98765432109876543210.1234567890123")]
    [InlineData("79228162514264337593543950336")]
    [InlineData("9007199254740993.5")]
    public async Task A_number_that_is_refused_is_not_shown_for_it_may_be_a_secret(string number)
    {
        JsonRead<object>[] readers =
        [
            static (ref Utf8JsonReader reader) => JsonReading.Decimal(ref reader),
            static (ref Utf8JsonReader reader) => JsonReading.Int64(ref reader),
            static (ref Utf8JsonReader reader) => JsonReading.Byte(ref reader),
            static (ref Utf8JsonReader reader) => JsonReading.Guid(ref reader),
            static (ref Utf8JsonReader reader) => JsonReading.Boolean(ref reader),
            static (ref Utf8JsonReader reader) => JsonReading.DateTimeOffset(ref reader),
        ];
        foreach (string json in new[] { number, $"\"{number}\"" })
        {
            foreach (JsonRead<object> reader in number.StartsWith("9007", StringComparison.Ordinal) ? readers[1..] : readers)
            {
                ApiContentException exception = await RefusedAsync(Operation(ApiResult.Json("200", reader)), Encoding.UTF8.GetBytes(json), "application/json");
                Assert.DoesNotContain(number[..8], exception + exception.BodySnippet, StringComparison.Ordinal);
            }
        }
    }

    private static ApiOperation<T> Operation<T>(ApiResult<T> result) => TestApi.Operation("read", HttpMethod.Get, true, result);

    private static async Task<T> SendAsync<T>(ApiOperation<T> operation, byte[] body, string? contentType, bool isStrict = false)
    {
        using HttpClient client = FakeHandler.Client((_, _) => FakeHandler.Response(body, contentType: contentType));
        using var transport = new ApiTransport(new ApiClientOptions { BaseAddress = _address, StrictReading = isStrict }, client);
        return await transport.SendAsync(operation, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken);
    }

    private static Task<ApiContentException> RefusedAsync<T>(ApiOperation<T> operation, byte[] body, string? contentType, bool isStrict = false)
        => Assert.ThrowsAsync<ApiContentException>(() => SendAsync(operation, body, contentType, isStrict));
}
