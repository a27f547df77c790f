using System.Text.Json;
using RealtimeKit.Client.Tests.Conventions;
using RealtimeKit.Runtime;

namespace RealtimeKit.Client.Tests.Constructs;

/// <summary>What OpenAPI and HTTP leave to convention, or say in one sentence.</summary>
public sealed class ConventionTests : ConstructTest
{
    [Theory]
    [InlineData(400, "application/json", """{"a":1}""", """{"a":1}""")]
    [InlineData(404, "application/json", """{"m":"gone"}""", "Fault { M = gone }")]
    [InlineData(409, "text/plain", """{"m":"used"}""", "Fault { M = used }")]
    [InlineData(412, "text/plain", "busy", "busy")]
    [InlineData(412, "application/json", """{"m":"busy"}""", "Fault { M = busy }")]
    [InlineData(413, "text/plain", "long", "long")]
    [InlineData(413, "application/json", "\"long\"", "long")]
    public async Task An_error_has_the_body_that_came(int status, string mediaType, string body, string read)
    {
        Script(status, mediaType, body);
        using ConventionsClient client = new(new() { BaseAddress = Simulator.BaseAddress, Retry = new RetryOptions { MaxRetries = 0 } });

        ApiStatusException error = await Assert.ThrowsAnyAsync<ApiStatusException>(() => client.FailAsync(cancellationToken: CancellationToken));

        Assert.Equal(read, (error.Body is JsonElement json ? json.GetRawText() : error.Body?.ToString())?.Replace(", AdditionalProperties =  }", " }", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_list_within_an_object_is_one_pair_for_each_item()
    {
        using ConventionsClient client = Client();

        await client.ListAsync(
            new() { Page = 0, Sort = ["a,asc", "b"] }, new Dictionary<string, IReadOnlyList<int>> { ["n"] = [1, 2], ["none"] = [] }, cancellationToken: CancellationToken);
        await client.ListAsync(new() { Sort = [] }, url: "u", cancellationToken: CancellationToken);
        await client.FillAsync(new() { Pageable = new() { Sort = ["a", "b"], Page = 1 } }, cancellationToken: CancellationToken);

        Assert.EndsWith("/list?page=0&sort=a%2Casc&sort=b&n=1&n=2", Simulator.Requests[0].Path, StringComparison.Ordinal);
        Assert.EndsWith("/list?url=u", Simulator.Requests[1].Path, StringComparison.Ordinal);
        Assert.Equal("page=1&sort=a&sort=b", Simulator.Requests[2].Body);
    }

    [Fact]
    public async Task Reserved_characters_never_end_a_value()
    {
        using ConventionsClient client = Client();

        await client.ListAsync(url: "a/b?c&d=e+f#g", urls: ["x&y", "/z"], cancellationToken: CancellationToken);
        await client.FillAsync(new() { Url = "a/b?c&d=e+f g#%41" }, cancellationToken: CancellationToken);

        Assert.EndsWith("/list?url=a/b?c%26d=e+f%23g&urls=x%26y,/z", Simulator.Requests[0].Path, StringComparison.Ordinal);
        Assert.Equal("url=a/b?c%26d=e%2Bf%20g%23%41", Simulator.Requests[1].Body);
    }

    [Fact]
    public async Task A_text_names_its_charset()
    {
        using ConventionsClient client = Client();

        await client.SendTextAsync("tëxt", cancellationToken: CancellationToken);
        await client.SendXmlAsync("<a/>", cancellationToken: CancellationToken);
        await client.SendCsvAsync("a,b", cancellationToken: CancellationToken);
        await client.SendNamedAsync("a", cancellationToken: CancellationToken);

        Assert.Equal(
            ["text/plain; charset=utf-8", "text/xml", "text/csv; header=present; charset=utf-8", "text/plain; charset=UTF-8"],
            Simulator.Requests.Select(static request => request.Header("Content-Type")));
    }

    [Fact]
    public async Task A_string_of_any_media_type_is_sent_as_text()
    {
        using ConventionsClient client = Client();

        await client.SendAnyAsync("a b", cancellationToken: CancellationToken);

        Assert.Equal(("a b", "text/plain; charset=utf-8"), (Simulator.Requests[0].Body, Simulator.Requests[0].Header("Content-Type")));
    }

    [Fact]
    public async Task The_media_type_of_a_list_is_that_of_each_item()
    {
        using ConventionsClient client = Client();

        await client.SendPartsAsync(new() { Addresses = [new() { M = "a" }, new()], Words = ["x", "y"] }, cancellationToken: CancellationToken);

        Assert.Equal(
            [("addresses", """{"m":"a"}"""), ("addresses", "{}"), ("words", "\"x\""), ("words", "\"y\"")], Parts(Simulator.Requests[0].Body));
        Assert.Contains("name=\"addresses\"\r\nContent-Type: application/vnd.fault+json\r\n", Simulator.Requests[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_in_base64_are_labelled_as_such()
    {
        using ConventionsClient client = Client();

        await client.SendPartsAsync(new() { Raw = "raw"u8.ToArray(), Raws = ["a"u8.ToArray()], Picture = "png"u8.ToArray() }, cancellationToken: CancellationToken);

        string body = Simulator.Requests[0].Body;
        Assert.Contains("name=\"raw\"\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\ncmF3\r\n", body, StringComparison.Ordinal);
        Assert.Contains("name=\"raws\"\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\nYQ==\r\n", body, StringComparison.Ordinal);
        Assert.Contains("name=\"picture\"\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\ncG5n\r\n", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Related_parts_name_the_type_of_the_first()
    {
        using ConventionsClient client = Client();

        await client.SendRelatedAsync(new() { Meta = new() { M = "a" }, Note = "n" }, cancellationToken: CancellationToken);

        Assert.Contains("; type=\"application/json\"", Simulator.Requests[0].Header("Content-Type"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    public async Task Dots_in_a_part_of_a_segment_are_sent(string dots)
    {
        using ConventionsClient client = Client();

        await client.GetFileAsync(dots, cancellationToken: CancellationToken);
        await client.GetPairAsync(dots, "a", cancellationToken: CancellationToken);

        Assert.EndsWith($"/files/{dots}.json", Simulator.Requests[0].Path, StringComparison.Ordinal);
        Assert.EndsWith($"/pairs/{dots}a", Simulator.Requests[1].Path, StringComparison.Ordinal);
        ArgumentException refused = await Assert.ThrowsAsync<ArgumentException>(() => client.GetPairAsync(".", ".", cancellationToken: CancellationToken));
        Assert.Contains("dot segment", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(" lead")]
    [InlineData("trail\t")]
    public async Task A_header_does_not_lose_spaces(string value)
    {
        using ConventionsClient client = Client();

        await Assert.ThrowsAsync<ArgumentException>(() => client.GetHeadersAsync(xNote: value, cancellationToken: CancellationToken));

        Assert.Empty(Simulator.Requests);
    }

    private ConventionsClient Client()
    {
        for (int i = 0; i < 4; i++)
        {
            Script(204, "", "");
        }

        return new ConventionsClient(new() { BaseAddress = Simulator.BaseAddress });
    }
}
