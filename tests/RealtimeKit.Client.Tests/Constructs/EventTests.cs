using System.Text.Json;
using RealtimeKit.Client.Tests.Events;
using RealtimeKit.Runtime;

namespace RealtimeKit.Client.Tests.Constructs;

/// <summary>Headers and links of responses, and requests that the API sends: callbacks and webhooks.</summary>
public sealed class EventTests : ConstructTest
{
    [Fact]
    public async Task Described_headers_are_typed()
    {
        Script(
            201, "application/json", """{"id":"1"}""",
            ("Location", "https://a.example/1"), ("X-Rate-Limit-Remaining", "41"), ("X-Reset", "2025-01-02T03:04:05Z"), ("X-Mode", "fast"),
            ("X-Scopes", "read, write"), ("X-Sizes", "1,2"), ("X-Detail", """{"text":"t"}"""), ("Content-Disposition", "attachment"));
        using EventsClient client = Client();

        ApiResponse<Subscription> response = await client.SubscribeWithResponseAsync(new() { Url = "u" }, cancellationToken: CancellationToken);

        Assert.Equal(new Uri("https://a.example/1"), response.Headers.GetLocation());
        Assert.Equal(41, response.Headers.GetXRateLimitRemaining());
        Assert.Equal(new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.Zero), response.Headers.GetXReset());
        Assert.Equal(EventsResponseHeadersXMode.Fast, response.Headers.GetXMode());
        Assert.Equal(["read", "write"], response.Headers.GetXScopes()!);
        Assert.Equal([1, 2], response.Headers.GetXSizes()!);
        Assert.Equal("t", response.Headers.GetXDetail()!.Text);
        Assert.Equal("attachment", response.ContentHeaders.GetContentDisposition());
    }

    [Theory]
    [InlineData("""["read","wr, ite"]""", new[] { "read", "wr, ite" }, "[1, 2]", new[] { 1, 2 })]
    [InlineData("""["1"]""", new[] { "1" }, """["3"]""", new[] { 3 })]
    [InlineData("[]", new string[0], "[]", new int[0])]
    [InlineData("[read]", new[] { "[read]" }, "[1, 2.5]", null)]
    public async Task A_list_in_a_header_can_be_JSON(string texts, string[] expectedTexts, string numbers, int[]? expectedNumbers)
    {
        Script(201, "application/json", """{"id":"1"}""", ("X-Scopes", texts), ("X-Sizes", numbers));
        using EventsClient client = Client();

        ApiResponse<Subscription> response = await client.SubscribeWithResponseAsync(new() { Url = "u" }, cancellationToken: CancellationToken);

        Assert.Equal(expectedTexts, response.Headers.GetXScopes());
        Assert.Equal(expectedNumbers, response.Headers.GetXSizes());
    }

    [Fact]
    public async Task A_header_that_is_absent_or_something_else_is_null_and_a_new_value_of_an_enum_is_kept()
    {
        Script(201, "application/json", """{"id":"1"}""", ("X-Rate-Limit-Remaining", "many"), ("X-Mode", "turbo"), ("X-Detail", "{"), ("X-Sizes", "1,x"));
        using EventsClient client = Client();

        ApiResponse<Subscription> response = await client.SubscribeWithResponseAsync(new() { Url = "u" }, cancellationToken: CancellationToken);

        Assert.Null(response.Headers.GetXRateLimitRemaining());
        Assert.Null(response.Headers.GetXReset());
        Assert.Null(response.Headers.GetXDetail());
        Assert.Null(response.Headers.GetXSizes());
        Assert.Equal("turbo", response.Headers.GetXMode()?.RawValue);
    }

    [Fact]
    public async Task The_headers_of_an_error_are_typed_alike()
    {
        Script(429, "application/json", "{}", ("X-Rate-Limit-Remaining", "0"));
        using EventsClient client = Client();

        ApiRateLimitException error =
            await Assert.ThrowsAsync<ApiRateLimitException>(() => client.SubscribeAsync(new() { Url = "u" }, new() { MaxRetries = 0 }, CancellationToken));

        Assert.Equal(0, error.Headers!.GetXRateLimitRemaining());
    }

    [Fact]
    public void Webhooks_and_callbacks_are_read_into_their_types()
    {
        EventsWebhooksPetCreatedPayload created = EventsWebhooks.ParsePetCreated("""{"name":"Rex","kind":"dog"}"""u8);

        Assert.Equal(("Rex", EventsWebhooksPetCreatedPayloadKind.Dog), (created.Name, created.Kind!.Value.Value));
        Assert.Equal("gone", EventsWebhooks.ParsePetGone("""{"text":"gone"}"""u8).Text);
        Assert.Equal("here", EventsWebhooks.ParseSubscribeOnData("""{"text":"here"}"""u8).Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"text":"a"} {"text":"b"}""")]
    public void A_payload_that_is_something_else_is_refused(string json) =>
        Assert.Throws<JsonException>(() => EventsWebhooks.ParsePetGone(System.Text.Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void The_response_to_a_callback_is_a_type_to_write() =>
        Assert.Equal("""{"number":7}""", JsonSerializer.Serialize(new Receipt { Number = 7 }));

    private EventsClient Client() => new(new EventsClientOptions { BaseAddress = Simulator.BaseAddress });
}
