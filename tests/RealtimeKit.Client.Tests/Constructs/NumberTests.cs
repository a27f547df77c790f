using RealtimeKit.Client.Tests.Numbers;
using RealtimeKit.Runtime;
using Values = RealtimeKit.Client.Tests.Numbers.Numbers;

namespace RealtimeKit.Client.Tests.Constructs;

/// <summary>Numbers that may also be strings, and numbers beyond the range of a decimal.</summary>
public sealed class NumberTests : ConstructTest
{
    [Theory]
    [InlineData("""
        {"id":5,"total":12.50,"ratio":1e3,"single":0.5,"discount":null,"whole":9007199254740993,"list":[1,2],"map":{"a":0.1},"huge":18446744073709551615,
         "short":-5,"maybe":null,"branch":7,"byFormat":255,"untyped":1,"untypedPrice":1.5,"untypedAlone":2.5,"untypedPattern":3}
        """)]
    [InlineData("""
        {"id":"5","total":"12.50","ratio":"1e3","single":"0.5","discount":null,"whole":"9007199254740993","list":["1",2],"map":{"a":"0.1"},"huge":"18446744073709551615",
         "short":"-5","maybe":null,"branch":"7","byFormat":"255","untyped":"1","untypedPrice":"1.5","untypedAlone":"2.5","untypedPattern":"3"}
        """)]
    public async Task A_number_is_the_number_whether_it_is_in_text_or_not(string json)
    {
        Script(200, "application/json", json);
        using NumbersClient client = Client();

        Values read = await client.EchoAsync(
            new() { Id = 5, Total = 12.50m, Discount = 5, Huge = ulong.MaxValue, List = [1, 2], Ratio = 0.1 }, cancellationToken: CancellationToken);

        (int id, decimal total, double? ratio, float? single) = (read.Id, read.Total, read.Ratio, read.Single);
        (long? whole, ulong? huge, short? small, int? branch, byte? format) = (read.Whole, read.Huge, read.Short, read.Branch, read.ByFormat);
        (int? untyped, decimal? price, double? alone, long? pattern) = (read.Untyped, read.UntypedPrice, read.UntypedAlone, read.UntypedPattern);
        Assert.Equal((5, 12.50m, 1000d, 0.5f), (id, total, ratio, single));
        Assert.Equal((9007199254740993, ulong.MaxValue, (short)-5, 7, (byte)255), (whole, huge, small, branch, format));
        Assert.Equal((1, 1.5m, 2.5d, 3L), (untyped, price, alone, pattern));
        Assert.True(read.Discount is { HasValue: true, Value: null } && read.Maybe is { HasValue: true, Value: null });
        Assert.Equal([1, 2], read.List!);
        Assert.Equal(0.1m, read.Map!["a"]);
        Assert.Equal(
            """{"id":5,"total":12.50,"ratio":0.1,"discount":5,"list":[1,2],"huge":18446744073709551615,"withDefault":7}""", Simulator.Requests.Single().Body);
    }

    [Theory]
    [InlineData("12.50", "12.50")]
    [InlineData("\"12.50\"", "12.50")]
    [InlineData("\"+00.5\"", "0.5")]
    [InlineData("\"-.5\"", "-0.5")]
    [InlineData("\"5.\"", "5")]
    public async Task A_decimal_of_pydantic_is_read_in_every_spelling_and_sent_as_a_number(string received, string sent)
    {
        Script(200, "application/json", $$"""{"id":1,"total":1,"money":{{received}}}""");
        Script(200, "application/json", """{"id":1,"total":1}""");
        using NumbersClient client = Client();

        Values read = await client.EchoAsync(new() { Id = 1, Total = 1, Money = 12.50m }, cancellationToken: CancellationToken);
        await client.EchoAsync(new() { Id = 1, Total = 1, Money = read.Money }, cancellationToken: CancellationToken);

        Assert.Equal(
            ["""{"id":1,"total":1,"money":12.50,"withDefault":7}""", $$"""{"id":1,"total":1,"money":{{sent}},"withDefault":7}"""],
            Simulator.Requests.Select(static request => request.Body));
    }

    [Theory]
    [InlineData("\"NaN\"", double.NaN)]
    [InlineData("\"-Infinity\"", double.NegativeInfinity)]
    [InlineData("\"Infinity\"", double.PositiveInfinity)]
    [InlineData("1.5", 1.5)]
    public async Task What_JSON_has_no_number_for_is_read_and_written_by_its_name(string json, double value)
    {
        Script(200, "application/json", $$"""{"id":1,"total":1,"named":{{json}},"namedSingle":{{json}}}""");
        using NumbersClient client = Client();

        Values read = await client.EchoAsync(new() { Id = 1, Total = 1, Named = value, NamedSingle = (float)value }, cancellationToken: CancellationToken);

        Assert.Equal((value, (float)value), (read.Named!.Value, read.NamedSingle!.Value));
        Assert.Equal($$"""{"id":1,"total":1,"named":{{json}},"namedSingle":{{json}},"withDefault":7}""", Simulator.Requests.Single().Body);
    }

    [Fact]
    public async Task Parameters_and_headers_are_numbers()
    {
        Script(200, "application/json", "\"42\"", ("X-Count", "3"), ("X-Price", "12345678901234567.89"));
        using NumbersClient client = Client();

        ApiResponse<int> found =
            await client.FindWithResponseAsync(7L, size: ulong.MaxValue, rates: [0.5m, 1m], ratio: double.NaN, xDepth: 2, cancellationToken: CancellationToken);

        Assert.Equal((42, 3, 12345678901234567.89m), (found.Value, found.Headers.GetXCount(), found.Headers.GetXPrice()));
        Assert.Equal("/client/v4/numbers/7?size=18446744073709551615&rates=0.5&rates=1&ratio=NaN", Simulator.Requests.Single().Path);
        Assert.Equal("2", Simulator.Requests.Single().Header("X-Depth"));
    }

    [Fact]
    public async Task Fields_of_a_form_are_numbers()
    {
        Script(204, "", "");
        using NumbersClient client = Client();

        await client.SendFormAsync(new() { Amount = 1.5m, Pages = [1, 2] }, cancellationToken: CancellationToken);

        Assert.Equal("amount=1.5&pages=1&pages=2", Simulator.Requests.Single().Body);
    }

    [Fact]
    public async Task What_may_be_any_text_remains_a_union_and_an_enum_of_numbers_an_enum()
    {
        Script(200, "application/json",
            """{"id":1,"total":1,"level":"2","idOrName":"5","idOrSlug":"a-b","postal":"01234","dateOrNumber":"2026-01-02","numberOrFlag":"7"}""");
        Script(200, "application/json", """{"id":1,"total":1,"level":1,"idOrName":5,"numberOrFlag":true}""");
        using NumbersClient client = Client();

        Values texts = await client.EchoAsync(new() { Id = 1, Total = 1 }, cancellationToken: CancellationToken);
        Values numbers = await client.EchoAsync(new() { Id = 1, Total = 1 }, cancellationToken: CancellationToken);

        Assert.True(texts.IdOrName!.TryGetText(out string? name) && name == "5");
        Assert.True(numbers.IdOrName!.TryGetInteger(out long id) && id == 5);
        Assert.True(texts.IdOrSlug!.TryGetText(out string? slug) && slug == "a-b");
        Assert.True(texts.Postal!.TryGetText(out string? postal) && postal == "01234");
        Assert.True(texts.DateOrNumber!.TryGetText(out _));
        Assert.True(texts.NumberOrFlag!.TryGetInteger(out int seven) && seven == 7);
        Assert.True(numbers.NumberOrFlag!.TryGetBoolean(out bool flag) && flag);
        Assert.Equal((NumbersLevel.Value2, NumbersLevel.Value1), (texts.Level!.Value.Value, numbers.Level!.Value.Value));
    }

    [Theory]
    [InlineData("\"five\"")]
    [InlineData("\" 5\"")]
    [InlineData("\"5.5\"")]
    [InlineData("\"\"")]
    [InlineData("\"2147483648\"")]
    [InlineData("true")]
    public async Task Text_that_is_no_such_number_is_refused(string json)
    {
        Script(200, "application/json", json);
        using NumbersClient client = Client();

        await Assert.ThrowsAsync<ApiContentException>(() => client.FindAsync(7, cancellationToken: CancellationToken));
    }

    [Theory]
    [InlineData("1e-40")]
    [InlineData("0.12345678901234567890123456789012345")]
    [InlineData("79228162514264337593543950336")]
    [InlineData("1.00000000000000000000000000001")]
    public async Task A_number_that_a_decimal_cannot_hold_is_an_error_that_names_its_place_and_not_the_number(string number)
    {
        Script(200, "application/json", number);
        using NumbersClient client = Client();

        ApiContentException error = await Assert.ThrowsAsync<ApiContentException>(() => client.ExactAsync(cancellationToken: CancellationToken));

        Assert.Equal("$", error.JsonPath);
        Assert.Contains("decimal", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(number, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12345678901234567890.12345678", "12345678901234567890.12345678")]
    [InlineData("1e-28", "0.0000000000000000000000000001")]
    [InlineData("1.5000000000000000000000000000000000000", "1.5")]
    [InlineData("-79228162514264337593543950335", "-79228162514264337593543950335")]
    [InlineData("0e-99", "0")]
    [InlineData("100e-2", "1")]
    public async Task A_number_that_a_decimal_can_hold_is_read_exactly(string number, string expected)
    {
        Script(200, "application/json", number, ("X-Rate", number));
        using NumbersClient client = Client();

        ApiResponse<decimal> response = await client.ExactWithResponseAsync(cancellationToken: CancellationToken);

        decimal value = decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal((value, value), (response.Value, response.Headers.GetXRate()));
    }

    [Fact]
    public async Task A_header_that_would_be_rounded_is_none()
    {
        Script(200, "application/json", "1", ("X-Rate", "1e-40"));
        using NumbersClient client = Client();

        ApiResponse<decimal> response = await client.ExactWithResponseAsync(cancellationToken: CancellationToken);

        Assert.Null(response.Headers.GetXRate());
    }

    private NumbersClient Client() => new(new NumbersClientOptions { BaseAddress = Simulator.BaseAddress });
}
