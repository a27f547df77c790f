using System.Net;
using System.Text;
using System.Text.Json;
using RealtimeKit.Runtime.Tests.Kit;

namespace RealtimeKit.Runtime.Tests.Receiving;

public sealed class ContentTests
{
    private static readonly Uri _address = new("https://api.example.com/v4/");

    // A recording as the API returns it: nested objects, dates, nulls, numbers, a secret.
    private const string Fixture = """
        {"success":true,"data":{"id":"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e","name":"a \u00e9 thing","size":216787.0,
        "extra":{"caller":{"type":"ORGANIZATION","user_Id":"d61f6956"},"list":[1,2,{"x":[true,false,null]}]},"secret":"hush"},"paging":{"total_count":30}}
        """;

    [Theory]
    [InlineData("", "$", "The body is empty")]
    [InlineData("   ", "$", "")]
    [InlineData("null", "$", "Expected an object, found null")]
    [InlineData("[]", "$", "Expected an object, found an array")]
    [InlineData("{}", "$", "'data', which contains the result, is missing")]
    [InlineData("""{"data":null}""", "$.data", "'data', which contains the result, is null")]
    [InlineData("""{"data":{}}""", "$.data", "'id' is missing")]
    [InlineData("""{"data":{"id":5}}""", "$.data.id", "Expected a UUID, found a number")]
    [InlineData("""{"a":[1,{"b":2}],"data":{"id":"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e","name":"x","size":"1x"}}""", "$.data.size",
        "Expected an integer, found other text")]
    [InlineData("""{"data":{"id":"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e","id":"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e"}}""", "$.data.id", "contains the property")]
    [InlineData("""{"data":1,"data":2}""", "$.data", "")]
    [InlineData("""{"data":{"name":"\ud800"}}""", "$.data.name", "not valid Unicode")]
    [InlineData("""{"data":{"x y":[0,1,[2,}]}}""", "$.data['x y'][2][0]", "")]
    [InlineData(TestApi.ThingBody + "x", "$", "")]
    [InlineData(TestApi.ThingBody + "{}", "$", "")]
    [InlineData("<!DOCTYPE html><html>", "$", "")]
    public async Task A_body_that_is_not_as_described_is_reported_with_its_place(string body, string path, string message)
    {
        ApiContentException exception = await RefusedAsync(Encoding.UTF8.GetBytes(body));

        Assert.Equal(body.Trim().Length == 0 && body.Length == 0 ? null : path, exception.JsonPath);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, exception.StatusCode);
        Assert.Equal("8c0ffee-FRA", exception.RequestId);
        Assert.Equal("application/json", exception.ContentType);
        Assert.Equal(1, exception.Attempts);
        Assert.False(exception.IsRetryable);
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_refused_even_where_nothing_reads_them()
        => Assert.Contains("UTF-8",
            (await RefusedAsync([.. "{\"skipped\":\""u8, 0xFF, .. "\",\"data\":"u8, .. Encoding.UTF8.GetBytes(Fixture), .. "}"u8])).Message,
            StringComparison.Ordinal);

    [Fact]
    public async Task A_byte_order_mark_is_passed_over()
        => Assert.Equal(Thing.Sample, await SendAsync([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(TestApi.ThingBody)]));

    [Theory]
    [InlineData("application/json; charset=UTF-8")]
    [InlineData("application/problem+json")]
    [InlineData("text/json")]
    [InlineData(null)]
    public async Task Json_is_known_by_its_names(string? contentType)
        => Assert.Equal(Thing.Sample, await SendAsync(Encoding.UTF8.GetBytes(TestApi.ThingBody), contentType));

    [Fact]
    public async Task Json_nested_deeper_than_allowed_is_refused()
    {
        await RefusedAsync(Encoding.UTF8.GetBytes($$"""{"x":{{new string('[', 64)}}{{new string(']', 64)}},"data":{{Fixture}}}"""));
        await RefusedAsync(Encoding.UTF8.GetBytes($$"""{"x":{{new string('[', 1_000_000)}}"""));
    }

    [Fact]
    public async Task A_204_where_a_body_was_described_is_reported()
    {
        using HttpClient client = FakeHandler.Client(static (_, _) => new HttpResponseMessage(HttpStatusCode.NoContent));
        using var transport = new ApiTransport(new ApiClientOptions { BaseAddress = _address }, client);
        var exception = await Assert.ThrowsAsync<ApiContentException>(
            () => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.NoContent, exception.StatusCode);
    }

    [Fact]
    public async Task A_body_cut_at_any_byte_is_never_half_an_object()
    {
        Proof.IsTooLongPerMutant();
        byte[] whole = Encoding.UTF8.GetBytes(Fixture);
        Thing expected = await SendAsync(whole);
        for (int length = 0; length < whole.Length; length++)
        {
            await RefusedAsync(whole[..length]);
        }

        Assert.Equal(216787, expected.Size);
        Proof.Report($"{whole.Length} truncations, each an ApiContentException");
    }

    [Fact]
    public async Task A_body_changed_at_random_gives_a_whole_object_or_a_documented_exception()
    {
        Proof.IsTooLongPerMutant();
        byte[] whole = Encoding.UTF8.GetBytes(Fixture);
        Random random = Proof.Random();
        int count = Proof.Count(30_000, 1_000_000);
        int read = 0;
        byte[] body = [];
        using HttpClient client = FakeHandler.Client((_, _) => FakeHandler.Response(body));
        using var transport = new ApiTransport(new ApiClientOptions { BaseAddress = _address }, client);
        for (int i = 0; i < count; i++)
        {
            body = Mutate(whole, random);
            try
            {
                Thing thing = await transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken);
                Assert.True(IsInDocument(thing, body), Encoding.UTF8.GetString(body));
                read++;
            }
            catch (ApiContentException exception)
            {
                Assert.NotNull(exception.Message);
            }
        }

        Assert.True(read > 0 && read < count);
        Proof.Report($"{count} mutations, {read} read as the document then says, the rest ApiContentException");
    }

    // Another parser must find the same values in the same document.
    private static bool IsInDocument(Thing thing, byte[] body)
    {
        using JsonDocument document = JsonDocument.Parse(body);
        JsonElement data = document.RootElement.GetProperty("data");
        return data.GetProperty("id").GetString()!.Replace("-", "", StringComparison.Ordinal).Equals(thing.Id.ToString("N"), StringComparison.OrdinalIgnoreCase)
            && Text(data.GetProperty("name")) == thing.Name
            && decimal.Parse(
                data.GetProperty("size").ToString(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture) == thing.Size
            && (data.TryGetProperty("secret", out JsonElement secret) ? Text(secret) : null) == thing.Secret?.Reveal();

        static string? Text(JsonElement value) =>
            value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False ? value.GetRawText() : value.GetString();
    }

    private static byte[] Mutate(byte[] whole, Random random)
    {
        List<byte> bytes = [.. whole];
        for (int changes = random.Next(1, 4); changes > 0; changes--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes.RemoveAt(at);
                    break;
                case 2:
                    bytes.Insert(at, (byte)"{}[]\",:0-e.\\ntu"[random.Next(15)]);
                    break;
                case 3:
                    int length = Math.Min(random.Next(1, 30), bytes.Count - at);
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                default:
                    bytes[at] = (byte)random.Next(256);
                    break;
            }
        }

        return [.. bytes];
    }

    private static async Task<Thing> SendAsync(byte[] body, string? contentType = "application/json")
    {
        using HttpClient client = FakeHandler.Client((_, _) => FakeHandler.Response(body, contentType: contentType));
        using var transport = new ApiTransport(new ApiClientOptions { BaseAddress = _address }, client);
        return await transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken);
    }

    private static Task<ApiContentException> RefusedAsync(byte[] body, string? contentType = "application/json")
        => Assert.ThrowsAsync<ApiContentException>(() => SendAsync(body, contentType));
}
