using System.Text.Json;
using RealtimeKit.Client.Tests.Sending;
using RealtimeKit.Runtime;
using RealtimeKit.Simulator;

namespace RealtimeKit.Client.Tests.Constructs;

/// <summary>
/// Values are sent as the document describes them, and a value that cannot be sent is rejected before the request is sent.
/// </summary>
public sealed class SendingTests : ConstructTest
{
    private const string Prefix = "/client/v4";

    [Fact]
    public async Task Members_of_a_parameter_that_the_schema_does_not_name_are_sent()
    {
        using SendingClient client = Client(1);
        Others others = new() { A = "x", AdditionalProperties = new Dictionary<string, long> { ["b c"] = 1 } };
        FindOthersPoint point = new() { X = 1, AdditionalProperties = new Dictionary<string, JsonElement> { ["y"] = JsonSerializer.SerializeToElement(2) } };

        await client.FindOthersAsync(others, others, point, others, cancellationToken: CancellationToken);

        ReceivedRequest request = Assert.Single(Simulator.Requests);
        Assert.Equal(
            "/client/v4/others?near[a]=x&near[b%20c]=1&a=x&b%20c=1&point[x]=1&point[y]=2",
            request.Path.Replace("%5B", "[", StringComparison.Ordinal).Replace("%5D", "]", StringComparison.Ordinal));
        Assert.Equal("a=x,b c=1", request.Header("X-Others"));
        await Assert.ThrowsAsync<ArgumentException>(() => client.FindOthersAsync(
            others with { AdditionalProperties = new Dictionary<string, long> { ["a"] = 1 } }, cancellationToken: CancellationToken));
    }

    [Fact]
    public async Task A_parameter_follows_the_query_that_the_path_itself_has()
    {
        using SendingClient client = Client(8);

        await client.ListOpenAsync(2, cancellationToken: CancellationToken);
        await client.ListOpenAsync(cancellationToken: CancellationToken);
        await client.ListClosedAsync(page: 3, cancellationToken: CancellationToken);
        await client.ListClosedAsync(kind: "lost", cancellationToken: CancellationToken);
        await client.GetShelfAsync("a/b", "x&y=1", 4, cancellationToken: CancellationToken);
        await client.GetShelfAsync("a", "", cancellationToken: CancellationToken);
        await client.GetBareAsync(5, cancellationToken: CancellationToken);
        await client.GetAnchoredAsync(6, cancellationToken: CancellationToken);

        Assert.Equal(
            [
                "/shelves?kind=open&page=2", "/shelves?kind=open", "/shelves?kind=closed&page=3", "/shelves?kind=lost",
                "/shelves/a%2Fb?view=x%26y%3D1&full&page=4", "/shelves/a?view=&full", "/bare?page=5", "/anchored?page=6",
            ],
            Paths());
    }

    [Theory]
    [InlineData("name")]
    [InlineData("q-term")]
    [InlineData("X-Term")]
    [InlineData("crumb")]
    [InlineData("ids")]
    [InlineData("near")]
    [InlineData("x")]
    public async Task Null_for_a_required_parameter_is_refused_before_anything_is_sent(string wireName)
    {
        using SendingClient client = Client(0);
        Point near = new() { X = wireName == "x" ? null! : "1" };

        ArgumentException exception = await Assert.ThrowsAnyAsync<ArgumentException>(() => client.NeedPlacesAsync(
            wireName == "name" ? null! : "n",
            wireName == "q-term" ? null! : "t",
            wireName == "X-Term" ? null! : "t",
            wireName == "crumb" ? null! : "c",
            wireName == "ids" ? null! : ["1"],
            wireName == "near" ? null! : near,
            cancellationToken: CancellationToken));

        Assert.Equal(wireName, exception.ParamName);
        Assert.Empty(Simulator.Requests);
    }

    [Fact]
    public async Task An_option_of_the_client_that_is_not_set_is_refused_where_it_is_required()
    {
        using SendingClient client = Client(1);

        ArgumentException exception = await Assert.ThrowsAnyAsync<ArgumentException>(() => client.NeedOptionAsync(cancellationToken: CancellationToken));
        await client.NeedOptionAsync(new() { Tenant = "t" }, CancellationToken);

        Assert.Equal("tenant", exception.ParamName);
        Assert.Equal("t", Assert.Single(Simulator.Requests).Header("tenant"));
    }

    public static TheoryData<Outer?, string, string> IncompleteBodies => new()
    {
        { null, "body", "body" },
        { new Outer { Inner = null! }, "inner", "$.inner" },
        { new Outer { Inner = new Inner { Name = null! } }, "name", "$.inner.name" },
        { new Outer { Inner = new Inner { Name = "a", Next = new Inner { Name = null! } } }, "name", "$.inner.next.name" },
        { new Outer { Inner = new Inner { Name = "a" }, List = [new Inner { Name = "a" }, null!] }, "list", "$.list[1]" },
        { new Outer { Inner = new Inner { Name = "a" }, List = [null!] }, "list", "$.list[0]" },
        { new Outer { Inner = new Inner { Name = "a" }, Map = new Dictionary<string, Inner> { ["k"] = null! } }, "k", "$.map.k" },
    };

    [Theory]
    [MemberData(nameof(IncompleteBodies))]
    public async Task Null_for_what_a_body_requires_is_refused_wherever_it_lies(Outer? body, string wireName, string path)
    {
        using SendingClient client = Client(0);

        ArgumentException exception = await Assert.ThrowsAnyAsync<ArgumentException>(() => client.NeedBodyAsync(body!, cancellationToken: CancellationToken));

        Assert.Equal(wireName, exception.ParamName);
        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
        Assert.Empty(Simulator.Requests);
    }

    [Fact]
    public async Task Null_for_what_a_form_requires_is_refused()
    {
        using SendingClient client = Client(2);

        Assert.Equal(
            "body", (await Assert.ThrowsAnyAsync<ArgumentException>(() => client.NeedFormAsync(null!, cancellationToken: CancellationToken))).ParamName);
        Assert.Equal(
            "body", (await Assert.ThrowsAnyAsync<ArgumentException>(() => client.NeedMultipartAsync(null!, cancellationToken: CancellationToken))).ParamName);
        Assert.Equal("title",
            (await Assert.ThrowsAnyAsync<ArgumentException>(
                () => client.NeedFormAsync(new() { Title = null!, Tags = ["a"], State = "s" }, cancellationToken: CancellationToken))).ParamName);
        Assert.Equal("tags",
            (await Assert.ThrowsAnyAsync<ArgumentException>(
                () => client.NeedMultipartAsync(new() { Title = "t", Tags = null!, State = "s" }, cancellationToken: CancellationToken))).ParamName);
        Assert.Empty(Simulator.Requests);

        await client.NeedFormAsync(new() { Title = "t", Tags = ["a", "b"], State = null }, cancellationToken: CancellationToken);
        Assert.Equal(["state=", "tags=a", "tags=b", "title=t"], Assert.Single(Simulator.Requests).Body.Split('&').Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_null_item_keeps_its_place_where_it_is_allowed_and_is_refused_where_it_is_not()
    {
        using SendingClient client = Client(2);

        await client.FindListsAsync(each: ["a", null, "b"], cancellationToken: CancellationToken);
        await client.FindListsAsync(numbers: [1, null, 3], cancellationToken: CancellationToken);

        Assert.Equal(["/lists?each=a&each=&each=b", "/lists?numbers=1,,3"], Paths());
        Assert.Equal("pipes",
            (await Assert.ThrowsAnyAsync<ArgumentException>(() => client.FindListsAsync(pipes: ["a", null!], cancellationToken: CancellationToken))).ParamName);
        Assert.Equal("X-Ids",
            (await Assert.ThrowsAnyAsync<ArgumentException>(() => client.FindListsAsync(xIds: [null!], cancellationToken: CancellationToken))).ParamName);
        Assert.Equal(2, Simulator.Requests.Count);
    }

    [Fact]
    public async Task An_empty_list_is_not_null_where_the_style_can_say_so()
    {
        using SendingClient client = Client(3);

        await client.FindListsAsync(numbers: [], pipes: [], xIds: [], cancellationToken: CancellationToken);
        await client.FindListsAsync(each: [], cancellationToken: CancellationToken);
        await client.FindListsAsync(cancellationToken: CancellationToken);

        Assert.Equal(["/lists?numbers=&pipes=", "/lists", "/lists"], Paths());
        Assert.Equal(["", null, null], Simulator.Requests.Select(static request => request.Header("X-Ids")));
    }

    [Fact]
    public async Task Items_of_a_deep_object_have_their_index_in_the_key()
    {
        using SendingClient client = Client(2);

        await client.FindDeepAsync(["a", "b"], [new() { PriceValue = "p", Qty = 2 }, new() { Qty = 3 }], cancellationToken: CancellationToken);
        await client.PayDeepAsync(
            new() { Expand = ["a"], Items = [new() { PriceValue = "p", Qty = 2 }, new() { Qty = 3 }] }, cancellationToken: CancellationToken);

        const string Items = "items%5B0%5D%5Bprice%5D=p&items%5B0%5D%5Bqty%5D=2&items%5B1%5D%5Bqty%5D=3";
        Assert.Equal(["/deep?expand%5B0%5D=a&expand%5B1%5D=b&" + Items, "/deep"], Paths());
        Assert.Equal("expand%5B0%5D=a&" + Items, Simulator.Requests[1].Body);
    }

    [Fact]
    public async Task A_header_of_the_document_or_the_call_takes_the_place_of_the_clients_own()
    {
        using SendingClient client = Client(3);
        Dictionary<string, string> headers = new() { ["User-Agent"] = "call/2", ["accept"] = "text/csv" };

        await client.GetHeadersAsync(cancellationToken: CancellationToken);
        await client.GetHeadersAsync(userAgent: "probe/1", cancellationToken: CancellationToken);
        await client.GetHeadersAsync(userAgent: "probe/1", options: new() { Headers = headers }, cancellationToken: CancellationToken);

        Assert.StartsWith("RealtimeKit", Simulator.Requests[0].Header("User-Agent"), StringComparison.Ordinal);
        Assert.Equal(["probe/1", "call/2"], Simulator.Requests.Skip(1).Select(static request => request.Header("User-Agent")));
        Assert.Equal("text/csv", Simulator.Requests[2].Header("Accept"));
    }

    [Fact]
    public async Task Instants_of_http_headers_are_http_dates_both_ways()
    {
        using SendingClient client = Client(0);
        Script(204, "", "", ("Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT"), ("Sunset", "Sunday, 06-Nov-94 08:49:37 GMT"));
        var instant = new DateTimeOffset(1994, 11, 6, 9, 49, 37, TimeSpan.FromHours(1));

        ApiResponse<NoContent> response = await client.GetHeadersWithResponseAsync(
            ifModifiedSince: instant, xSince: instant, ifUnmodifiedSince: new DateOnly(1994, 11, 6), cancellationToken: CancellationToken);

        ReceivedRequest request = Assert.Single(Simulator.Requests);
        Assert.Equal("Sun, 06 Nov 1994 08:49:37 GMT", request.Header("If-Modified-Since"));
        Assert.Equal("1994-11-06T09:49:37+01:00", request.Header("X-Since"));
        Assert.Equal("Sun, 06 Nov 1994 00:00:00 GMT", request.Header("If-Unmodified-Since"));
        Assert.Equal((instant, instant), (response.ContentHeaders.GetLastModified(), response.Headers.GetSunset()));
    }

    [Fact]
    public async Task What_can_have_one_value_only_need_not_be_passed()
    {
        using SendingClient client = Client(2);

        await client.GetConstantsAsync(new DateOnly(2020, 2, 29), cancellationToken: CancellationToken);
        await client.GetEmptyAsync(cancellationToken: CancellationToken);

        Assert.Equal(["/constants/a%20b%2Fc?version=v1&day=2020-01-31&on=true&rate=1.5&other=2020-02-29", "/empty/"], Paths());
        Assert.Equal("2", Simulator.Requests[0].Header("X-Version"));
    }

    [Fact]
    public async Task A_default_is_the_servers_and_is_not_sent()
    {
        using SendingClient client = Client(2);

        await client.GetDefaultsAsync(cancellationToken: CancellationToken);
        await client.GetDefaultsAsync(30, "up", cancellationToken: CancellationToken);

        Assert.Equal(["/defaults", "/defaults?size=30&sort=up"], Paths());
    }

    [Fact]
    public async Task One_name_in_several_places_is_several_arguments()
    {
        using SendingClient client = Client(1);

        await client.GetSameAsync(id: "p", idQuery: "q", idHeader: "h", idCookie: "c", cancellationToken: CancellationToken);

        ReceivedRequest request = Assert.Single(Simulator.Requests);
        Assert.Equal((Prefix + "/same/p?id=q", "h", "id=c"), (request.Path, request.Header("id"), request.Header("Cookie")));
    }

    [Fact]
    public async Task Options_of_one_name_are_as_many_as_their_places_and_types()
    {
        using SendingClient client = Client(2, static options =>
        {
            options.XKeyHeader = "secret";
            options.XKeyList = [1, 2];
        });

        await client.GetSameOptionsAsync(cancellationToken: CancellationToken);
        await client.PutSameOptionsAsync(cancellationToken: CancellationToken);

        Assert.Equal([("/client/v4/same-options", "secret"), ("/client/v4/same-options?x_key=1&x_key=2", null)],
            Simulator.Requests.Select(static request => (request.Path, request.Header("X-Key"))));
    }

    [Fact]
    public async Task A_list_of_the_options_is_not_changed_with_that_of_the_caller()
    {
        List<int> keys = [1, 2];
        using SendingClient client = Client(1, options => options.XKeyList = keys);
        keys.Add(3);

        await client.PutSameOptionsAsync(cancellationToken: CancellationToken);

        Assert.Equal("/client/v4/same-options?x_key=1&x_key=2", Assert.Single(Simulator.Requests).Path);
    }

    [Fact]
    public async Task A_server_with_a_variable_without_value_is_refused_before_anything_is_sent()
    {
        using SendingClient client = Client(0);

        ArgumentException exception = await Assert.ThrowsAnyAsync<ArgumentException>(() => client.GetElsewhereAsync(cancellationToken: CancellationToken));

        Assert.Equal("tenant", exception.ParamName);
    }

    private IEnumerable<string> Paths() => Simulator.Requests.Select(static request => request.Path[Prefix.Length..]);

    /// <summary>Returns a client, with a number of 204 responses.</summary>
    private SendingClient Client(int responses, Action<SendingClientOptions>? configure = null)
    {
        for (int i = 0; i < responses; i++)
        {
            Script(204, "", "");
        }

        var options = new SendingClientOptions { BaseAddress = Simulator.BaseAddress };
        configure?.Invoke(options);
        return new SendingClient(options);
    }
}
