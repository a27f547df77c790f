using RealtimeKit.Client.Tests.Nulls;
using RealtimeKit.Runtime;

namespace RealtimeKit.Client.Tests.Constructs;

/// <summary>Nulls that the document does not allow.</summary>
public sealed class NullTests : ConstructTest
{
    [Fact]
    public async Task A_null_that_the_document_denies_is_read_as_null_and_everything_else_as_it_is()
    {
        Script(200, "application/json", """
            {
              "names": [ "a", null ],
              "map": { "x": null, "y": "z" },
              "owner": null,
              "owners": [ null, { "id": "1" }, { "id": null } ],
              "lists": [ null, [ "a", null ] ],
              "links": [ null ],
              "blobs": [ null ]
            }
            """);
        using NullsClient client = Client();

        Holder read = await client.FindAsync(cancellationToken: CancellationToken);

        Assert.Equal<string?>(["a", null], read.Names!);
        Assert.Equal((null, "z"), (read.Map!["x"], read.Map["y"]));
        Assert.Null(read.Owner);
        Assert.Equal([null, "1", null], read.Owners!.Select(static owner => owner?.Id));
        Assert.Equal([null, 2], read.Lists!.Select(static list => list?.Count));
        Assert.Null(Assert.Single(read.Links!));
        Assert.Null(Assert.Single(read.Blobs!));
    }

    [Fact]
    public async Task A_required_body_that_may_be_null_is_sent_as_null()
    {
        for (int i = 0; i < 7; i++)
        {
            Script(204, "", "");
        }

        using NullsClient client = Client();
        await client.ReplaceAsync(null, cancellationToken: CancellationToken);
        await client.ReplaceAsync(new() { Id = "1" }, cancellationToken: CancellationToken);
        await client.LimitAsync(null, cancellationToken: CancellationToken);
        await client.LimitAsync(7, cancellationToken: CancellationToken);
        await client.LevelsAsync(null, cancellationToken: CancellationToken);
        await client.EitherAsync(null, cancellationToken: CancellationToken);
        await client.EitherAsync("x", cancellationToken: CancellationToken);

        Assert.Equal(["null", """{"id":"1"}""", "null", "7", "null", "", "\"x\""], Simulator.Requests.Select(static request => request.Body));
        Assert.Equal("application/vnd.limit+json", Simulator.Requests[2].Header("Content-Type"));
    }

    [Fact]
    public async Task A_result_that_is_null_is_null()
    {
        Script(200, "application/json", "null");
        using NullsClient client = Client();

        Assert.Null(await client.FindAsync(cancellationToken: CancellationToken));
    }

    [Fact]
    public async Task A_result_is_null_where_the_server_says_that_there_is_no_content()
    {
        Script(204, "", "");
        Script(204, "", "");
        using NullsClient client = Client();

        Assert.Null(await client.FindAsync(cancellationToken: CancellationToken));
        using NullsClient strict = Client(allow: false);
        await Assert.ThrowsAsync<ApiContentException>(() => strict.FindAsync(cancellationToken: CancellationToken));
    }

    [Fact]
    public async Task An_item_of_a_stream_that_is_null_is_null()
    {
        Script(200, "application/jsonl", "{\"id\":\"1\"}\nnull\n");
        using NullsClient client = Client();

        List<string?> ids = [];
        await foreach (Owner? owner in client.ListStreamingAsync(cancellationToken: CancellationToken))
        {
            ids.Add(owner?.Id);
        }

        Assert.Equal(["1", null], ids);
    }

    [Theory]
    [InlineData("""{"owner":{"id":"1"},"numbers":[1,null]}""", "$.numbers[1]")]
    [InlineData("""{"owner":{"id":"1"},"levels":[null]}""", "$.levels[0]")]
    public async Task A_type_that_no_null_fits_into_refuses_it(string json, string path)
    {
        Script(200, "application/json", json);
        using NullsClient client = Client();

        ApiContentException error = await Assert.ThrowsAsync<ApiContentException>(() => client.FindAsync(cancellationToken: CancellationToken));

        Assert.Equal(path, error.JsonPath);
    }

    [Theory]
    [InlineData("""{"owner":null}""", "$.owner")]
    [InlineData("""{"owner":{"id":null}}""", "$.owner.id")]
    [InlineData("""{"owner":{"id":"1"},"names":["a",null]}""", "$.names[1]")]
    [InlineData("""{"owner":{"id":"1"},"map":{"x":null}}""", "$.map.x")]
    [InlineData("""{"owner":{"id":"1"},"lists":[null]}""", "$.lists[0]")]
    [InlineData("null", "$")]
    public async Task A_client_can_be_configured_to_refuse_it(string json, string path)
    {
        Script(200, "application/json", json);
        using NullsClient client = Client(allow: false);

        ApiContentException error = await Assert.ThrowsAsync<ApiContentException>(() => client.FindAsync(cancellationToken: CancellationToken));

        Assert.Equal(path, error.JsonPath);
    }

    [Fact]
    public async Task The_alternative_that_declares_null_precedes_the_one_that_only_accepts_it()
    {
        Script(200, "application/json", """{"owner":{"id":"1"},"either":{"a":null,"extra":"x"}}""");
        Script(200, "application/json", """{"owner":{"id":"1"},"either":{"a":"b","extra":null}}""");
        using NullsClient client = Client();

        Holder documented = await client.FindAsync(cancellationToken: CancellationToken);
        Holder denied = await client.FindAsync(cancellationToken: CancellationToken);

        Assert.True(documented.Either!.TryGetRight(out _));
        Assert.True(denied.Either!.TryGetRight(out _));
    }

    [Fact]
    public async Task An_error_whose_body_is_null_has_no_typed_body()
    {
        Script(400, "application/json", "null");
        using NullsClient client = Client();

        ApiStatusException error = await Assert.ThrowsAnyAsync<ApiStatusException>(() => client.FindAsync(cancellationToken: CancellationToken));

        Assert.False(error.TryGetBody(out Owner? _));
    }

    private NullsClient Client(bool allow = true) => new(new NullsClientOptions { BaseAddress = Simulator.BaseAddress, StrictReading = !allow });
}
