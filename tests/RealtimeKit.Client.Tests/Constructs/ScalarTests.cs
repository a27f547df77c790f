using System.Globalization;
using RealtimeKit.Client.Tests.Constructs.OwnTypes;
using RealtimeKit.Client.Tests.Scalars;
using RealtimeKit.Runtime;

namespace RealtimeKit.Client.Tests.Constructs;

/// <summary>Strings and numbers with .NET types that the project chooses.</summary>
public sealed class ScalarTests : ConstructTest
{
    private static readonly Day _day = new(new DateOnly(2024, 5, 6));

    [Fact]
    public async Task Own_types_are_sent_and_read_as_the_same_text_everywhere()
    {
        const string Json = """
            {"id":"O-0042","sku":"a-1","price":12.50,"total":170141183460469231731687303715884105727,"due":"2024-05-06","color":"#00ff00","skus":["a-1","b-2"],"prices":{"net":10.00,"tax":0.5},"mark":"O-0007","at":"2024-05-06T07:08:09.1234567Z","trace":"not a UUID","count":"9007199254740993","digits":123456789012345678901234567890}
            """;
        Script(200, "application/json", Json, ("X-Next", "O-0043"), ("X-Sku", "a-2"), ("X-Days", "2024-05-06, 2024-05-06"), ("X-Skus", "a, b"), ("X-Cost", "1.20"));
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        using ScalarsClient client = Client();
        Order order = new()
        {
            Id = new OrderId(42),
            Sku = Sku.Of("a-1"),
            Price = new Money(12.50m),
            Total = Int128.MaxValue,
            Due = _day,
            Color = new Rgb(0xFF00),
            Skus = [Sku.Of("a-1"), Sku.Of("b-2")],
            Prices = new Dictionary<string, Money> { ["net"] = new(10.00m), ["tax"] = new(0.5m) },
            Mark = new OrderId(7),
            At = new DateTime(2024, 5, 6, 7, 8, 9, DateTimeKind.Utc).AddTicks(1_234_567),
            Trace = "not a UUID",
            Count = 9_007_199_254_740_993,
            Digits = "123456789012345678901234567890",
        };

        ApiResponse<Order> response = await client.PlaceWithResponseAsync(
            new OrderId(42), order, _day, order.Skus, order.Prices, new Money(100.00m), new Rgb(0xFF), "x", cancellationToken: CancellationToken);

        Assert.Equal(
            "/client/v4/orders/O-0042?due=2024-05-06&skus=a-1&skus=b-2&prices%5Bnet%5D=10.00&prices%5Btax%5D=0.5&trace=x", Simulator.Requests.Single().Path);
        Assert.Equal("100.00", Simulator.Requests.Single().Headers["X-Budget"]);
        Assert.Equal("color=%230000ff", Simulator.Requests.Single().Headers["Cookie"]);
        Assert.Equal(Json.Trim(), Simulator.Requests.Single().Body);
        Order read = response.Value;
        Assert.Equal(order with { Skus = read.Skus, Prices = read.Prices, Mark = read.Mark }, read);
        Assert.Equal(order.Skus, read.Skus);
        Assert.Equal(order.Prices, read.Prices);
        Assert.True(read.Mark!.TryGetOrderId(out OrderId mark) && mark == new OrderId(7));
        Assert.Equal((new OrderId(43), Sku.Of("a-2"), new Money(1.20m)), (response.Headers.GetXNext(), response.Headers.GetXSku(), response.Headers.GetXCost()));
        Assert.Equal([_day, _day], response.Headers.GetXDays()!);
        Assert.Equal([Sku.Of("a"), Sku.Of("b")], response.Headers.GetXSkus()!);
    }

    [Fact]
    public async Task Forms_and_parts_contain_the_text()
    {
        Script(204, "", "");
        Script(204, "", "");
        using ScalarsClient client = Client();

        Fields fields = new() { Id = new OrderId(1), Price = new Money(2.50m), Skus = [Sku.Of("a"), Sku.Of("b")] };
        await client.SendFormAsync(fields, cancellationToken: CancellationToken);
        await client.SendPartsAsync(new Parts { Id = new OrderId(1), Days = [_day] }, cancellationToken: CancellationToken);

        Assert.Equal("id=O-0001&price=2.50&skus=a&skus=b", Simulator.Requests.First().Body);
        Assert.Contains("\r\n\r\nO-0001\r\n", Simulator.Requests.Last().Body, StringComparison.Ordinal);
        Assert.Contains("\r\n\r\n2024-05-06\r\n", Simulator.Requests.Last().Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"P-hidden"}""", "$.id", "OrderId")]
    [InlineData("""{"skus":["a","hidden b"]}""", "$.skus[1]", "Sku")]
    [InlineData("""{"due":"hidden"}""", "$.due", "Day")]
    [InlineData("""{"color":"hidden"}""", "$.color", "Rgb")]
    [InlineData("""{"color":"ff00ff00ff00"}""", "$.color", "Rgb")]
    [InlineData("""{"price":true}""", "$.price", "Money")]
    [InlineData("""{"price":"hidden"}""", "$.price", "Money")]
    [InlineData("""{"total":1.5}""", "$.total", "Int128")]
    [InlineData("""{"total":"hidden"}""", "$.total", "a number")]
    [InlineData("""{"id":{}}""", "$.id", "OrderId")]
    [InlineData("""{"count":"1,5"}""", "$.count", "Int64")]
    [InlineData("""{"at":"5/6/2024"}""", "$.at", "DateTime")]
    public async Task A_text_that_the_type_does_not_accept_is_an_error_with_its_place_and_without_its_value(string json, string path, string type)
    {
        Script(200, "application/json", json);
        using ScalarsClient client = Client();

        ApiContentException error = await Assert.ThrowsAsync<ApiContentException>(
            () => client.PlaceAsync(new OrderId(1), new Order(), cancellationToken: CancellationToken));

        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(type, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", error.Message.Replace($"{error.BodySnippet}", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":null,"sku":null,"price":null,"skus":null}""")]
    [InlineData("""{"id":"","sku":"","price":"","due":"","color":"","at":"","count":"","digits":""}""")]
    [InlineData("{}")]
    public async Task Null_absent_and_a_blank_text_that_the_type_does_not_accept_are_null(string json)
    {
        Script(200, "application/json", json);
        using ScalarsClient client = Client();

        Assert.Equal(new Order(), await client.PlaceAsync(new OrderId(1), new Order(), cancellationToken: CancellationToken));
    }

    [Fact]
    public async Task Numbers_and_strings_are_read_for_each_other_unless_reading_is_strict()
    {
        const string Json = """{"sku":5,"price":"12.50","count":7,"digits":"00"}""";
        Script(200, "application/json", """{"sku":5,"price":"12.50","count":7}""");
        Script(200, "application/json", Json);
        using ScalarsClient client = Client();
        using ScalarsClient strict = Client(options => options.StrictReading = true);

        Order read = await client.PlaceAsync(new OrderId(1), new Order(), cancellationToken: CancellationToken);

        Assert.Equal((Sku.Of("5"), new Money(12.50m), 7), (read.Sku, read.Price, read.Count));
        await Assert.ThrowsAsync<ApiContentException>(() => strict.PlaceAsync(new OrderId(1), new Order(), cancellationToken: CancellationToken));
    }

    [Theory]
    [InlineData("\"O-0007\"", "OrderId")]
    [InlineData("\"2024-05-06\"", "Day")]
    [InlineData("12.5", "Money")]
    [InlineData("\"other\"", "unknown")]
    public async Task A_union_tries_the_next_case(string mark, string expected)
    {
        Script(200, "application/json", $$"""{"mark":{{mark}}}""");
        using ScalarsClient client = Client();

        Order read = await client.PlaceAsync(new OrderId(1), new Order(), cancellationToken: CancellationToken);

        Assert.Equal(expected, read.Mark!.Match(static _ => "OrderId", static _ => "Day", static _ => "Money", static _ => "unknown"));
    }

    [Theory]
    [InlineData("2024-05-06T07:08:09.1234567Z", DateTimeKind.Utc, "2024-05-06T07:08:09.1234567Z")]
    [InlineData("2024-05-06T07:08:09+02:00", DateTimeKind.Utc, "2024-05-06T05:08:09Z")]
    [InlineData("2024-05-06T07:08:09", DateTimeKind.Unspecified, "2024-05-06T07:08:09")]
    [InlineData("2024-05-06 07:08:09.5", DateTimeKind.Unspecified, "2024-05-06T07:08:09.5")]
    [InlineData("Mon, 06 May 2024 07:08:09 GMT", DateTimeKind.Utc, "2024-05-06T07:08:09Z")]
    [InlineData("2024-05-06", DateTimeKind.Unspecified, "2024-05-06T00:00:00")]
    public async Task A_DateTime_is_independent_of_the_machine(string text, DateTimeKind kind, string written)
    {
        Script(200, "application/json", $$"""{"at":"{{text}}"}""");
        Script(200, "application/json", "{}");
        using ScalarsClient client = Client();

        Order read = await client.PlaceAsync(new OrderId(1), new Order(), cancellationToken: CancellationToken);
        await client.PlaceAsync(new OrderId(1), read, cancellationToken: CancellationToken);

        Assert.Equal(kind, read.At!.Value.Kind);
        Assert.Equal($$"""{"at":"{{written}}"}""", Simulator.Requests.Last().Body);
    }

    [Fact]
    public async Task A_header_that_the_type_does_not_accept_is_null()
    {
        Script(200, "application/json", "{}", ("X-Next", "43"), ("X-Sku", "a b"), ("X-Days", "2024-05-06, never"), ("X-Skus", "a, b c"));
        using ScalarsClient client = Client();

        ApiResponse<Order> response = await client.PlaceWithResponseAsync(new OrderId(1), new Order(), cancellationToken: CancellationToken);

        Assert.Null(response.Headers.GetXNext());
        Assert.Null(response.Headers.GetXSku());
        Assert.Null(response.Headers.GetXDays());
        Assert.Null(response.Headers.GetXSkus());
        Assert.Null(response.Headers.GetXCost());
    }

    [Fact]
    public async Task A_text_that_is_no_number_cannot_be_sent_as_one()
    {
        using ScalarsClient client = Client();

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(
            () => client.PlaceAsync(new OrderId(1), new Order { Price = Money.Unknown }, cancellationToken: CancellationToken));

        Assert.Contains("is not a JSON number", error.Message, StringComparison.Ordinal);
        Assert.Empty(Simulator.Requests);
    }

    [Fact]
    public async Task A_missing_value_of_a_class_cannot_be_sent()
    {
        using ScalarsClient client = Client();

        await Assert.ThrowsAnyAsync<ArgumentException>(
            () => client.PlaceAsync(new OrderId(1), new Order { Skus = [null!] }, cancellationToken: CancellationToken));
        Assert.Empty(Simulator.Requests);
    }

    [Fact]
    public async Task A_secret_of_an_own_type_is_hidden()
    {
        Order order = new() { ApiKey = Sku.Of("s3cr3t-value") };
        Script(400, "text/plain", "the key s3cr3t-value is wrong");
        using ScalarsClient client = Client();

        ApiStatusException error = await Assert.ThrowsAnyAsync<ApiStatusException>(
            () => client.PlaceAsync(new OrderId(1), order, cancellationToken: CancellationToken));

        Assert.Equal("""{"api_key":"s3cr3t-value"}""", Simulator.Requests.Single().Body);
        Assert.DoesNotContain("s3cr3t-value", order.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t-value", error.ToString(), StringComparison.Ordinal);
    }

    private ScalarsClient Client(Action<ScalarsClientOptions>? configure = null)
    {
        ScalarsClientOptions options = new() { BaseAddress = Simulator.BaseAddress };
        configure?.Invoke(options);
        return new ScalarsClient(options);
    }
}
