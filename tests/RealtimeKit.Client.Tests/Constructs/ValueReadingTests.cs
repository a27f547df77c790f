using RealtimeKit.Client.Tests.Reading;
using RealtimeKit.Runtime;

namespace RealtimeKit.Client.Tests.Constructs;

/// <summary>Values of real servers that differ slightly from the document.</summary>
public sealed class ValueReadingTests : ConstructTest
{
    private readonly Lazy<ReadingClient> _client;

    public ValueReadingTests() => _client = new(() => new ReadingClient(new ReadingClientOptions { BaseAddress = Simulator.BaseAddress }));

    private ReadingClient Client => _client.Value;

    [Theory]
    [InlineData(200, "")]
    [InlineData(200, "null")]
    [InlineData(204, "")]
    public async Task A_nullable_result_without_a_body_is_null(int status, string body)
    {
        Script(status, "application/json", body);
        Script(status, "application/json", body);

        Assert.Null(await Client.GetCountAsync(cancellationToken: CancellationToken));
        Assert.Null(await Client.GetMaybeAsync(cancellationToken: CancellationToken));
    }

    [Fact]
    public async Task A_nullable_result_with_a_body_is_the_body()
    {
        Script(200, "application/json", "5");
        Script(200, "application/json", """{"size":5}""");

        Assert.Equal(5, await Client.GetCountAsync(cancellationToken: CancellationToken));
        Assert.Equal(5, (await Client.GetMaybeAsync(cancellationToken: CancellationToken))?.Size);
    }

    [Fact]
    public async Task A_text_where_a_json_string_is_declared_is_the_value()
    {
        Script(200, "text/plain; charset=utf-8", "ok");
        Script(200, "application/json", "\"fine\"");

        Assert.Equal("ok", await Client.GetHealthAsync(cancellationToken: CancellationToken));
        Assert.Equal("fine", await Client.GetHealthAsync(cancellationToken: CancellationToken));
    }

    [Fact]
    public async Task The_wire_text_of_an_enum_can_be_kept_and_given_back()
    {
        Script(200, "application/json", """{"colour":"light-red"}""");
        Script(200, "application/json", """{"colour":"mauve"}""");

        OpenEnum<BoxColour> known = (await Client.FindBoxAsync(cancellationToken: CancellationToken)).Colour!.Value;
        OpenEnum<BoxColour> unknown = (await Client.FindBoxAsync(cancellationToken: CancellationToken)).Colour!.Value;

        Assert.Equal((BoxColour.LightRed, "light-red"), (known.Value, known.RawValue));
        Assert.Equal((false, "mauve"), (unknown.IsKnown, unknown.RawValue));
        Assert.Equal((known, unknown), (OpenEnum<BoxColour>.FromWire("light-red"), OpenEnum<BoxColour>.FromWire("mauve")));
        Assert.Equal("light-red", ((OpenEnum<BoxColour>)BoxColour.LightRed).RawValue);
    }

    [Fact]
    public async Task A_value_that_was_read_is_sent_back_as_it_is_known_or_not()
    {
        Script(200, "application/json", """{"colour":"light-red","colours":["mauve","blue"]}""");
        Script(200, "application/json", "{}");
        Script(204, "", "");
        Script(204, "", "");

        Painted read = await Client.ListBoxesAsync(Colour.Blue, [Colour.Blue], ListBoxesOrder.Down, cancellationToken: CancellationToken);
        await Client.ListBoxesAsync(read.Colour, read.Colours, cancellationToken: CancellationToken);
        await Client.PaintBoxAsync(new() { Paint = read.Colours![0] }, cancellationToken: CancellationToken);
        await Client.PaintBoxAsync(new() { Paint = Colour.LightRed }, cancellationToken: CancellationToken);

        Assert.Equal(
            ["colour=blue&colours=blue&order=down", "colour=light-red&colours=mauve&colours=blue"],
            Simulator.Requests.Take(2).Select(static request => request.Path.Split('?')[1]));
        Assert.Equal(["""{"paint":"mauve"}""", """{"paint":"light-red"}"""], Simulator.Requests.Skip(2).Select(static request => request.Body));
    }

    [Theory]
    [InlineData("2024-01-02T03:04:05+0000", "2024-01-02T03:04:05+00:00")]
    [InlineData("2024-01-02T03:04:05+0130", "2024-01-02T03:04:05+01:30")]
    [InlineData("2024-01-02T03:04:05.25-07", "2024-01-02T03:04:05.25-07:00")]
    [InlineData("2024-01-02T03:04Z", "2024-01-02T03:04:00+00:00")]
    [InlineData("2024-01-02 03:04", "2024-01-02T03:04:00+00:00")]
    [InlineData("2024-01-02", "2024-01-02T00:00:00+00:00")]
    [InlineData("2024-01-02 03:04:05 UTC", "2024-01-02T03:04:05+00:00")]
    [InlineData("2024-01-02 03:04:05 +0100", "2024-01-02T03:04:05+01:00")]
    [InlineData("2024-01-02T03:04:05,5Z", "2024-01-02T03:04:05.5+00:00")]
    [InlineData("Tue, 02 Jan 2024 03:04:05 GMT", "2024-01-02T03:04:05+00:00")]
    public async Task An_instant_is_read_as_servers_spell_it(string sent, string meant)
    {
        DateTimeOffset expected = DateTimeOffset.Parse(meant, System.Globalization.CultureInfo.InvariantCulture);
        When when = await ReadAsync($$"""{"at":"{{sent}}"}""");

        Assert.Equal((expected, expected.Offset), (when.At, when.At!.Value.Offset));
        await RefusedAsync($$"""{"at":"{{sent}}"}""");
    }

    [Theory]
    [InlineData("2024-01-02T00:00:00Z")]
    [InlineData("2024-01-02T00:00:00.000+02:00")]
    [InlineData("2024-01-02 00:00")]
    public async Task A_midnight_is_a_date(string sent)
    {
        Assert.Equal(new DateOnly(2024, 1, 2), (await ReadAsync($$"""{"day":"{{sent}}"}""")).Day);
        await RefusedAsync($$"""{"day":"{{sent}}"}""");
    }

    [Theory]
    [InlineData("day", "\"2024-01-02T03:04:05Z\"")]
    [InlineData("day", "\"02.01.2024\"")]
    [InlineData("at", "\"2024-01-02T03\"")]
    [InlineData("at", "\"2024-02-30\"")]
    [InlineData("at", "\"03:04\"")]
    [InlineData("at", "1704164645")]
    [InlineData("n", "\"5.5\"")]
    [InlineData("n", "\"five\"")]
    [InlineData("n", "\"99999999999\"")]
    [InlineData("n", "\" 5\"")]
    [InlineData("n", "true")]
    [InlineData("flag", "1")]
    [InlineData("flag", "\"yes\"")]
    [InlineData("days", "[\"x\"]")]
    public async Task What_would_lose_something_is_refused(string name, string sent)
    {
        Script(200, "application/json", $$"""{"{{name}}":{{sent}}}""");

        ApiContentException exception = await Assert.ThrowsAsync<ApiContentException>(() => Client.GetWhenAsync(cancellationToken: CancellationToken));

        Assert.StartsWith("$." + name, exception.JsonPath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_in_text_and_a_text_in_numbers_are_what_they_say()
    {
        When when = await ReadAsync("""{"n":"5","x":"-1.5e3","flag":"true","text":7.0}""");

        Assert.Equal((5, -1500, true, "7.0"), (when.N, when.X, when.Flag, when.Text));
        foreach (string body in new[] { """{"n":"5"}""", """{"x":"1"}""", """{"flag":"true"}""", """{"text":7}""" })
        {
            await RefusedAsync(body);
        }
    }

    [Fact]
    public async Task An_empty_text_is_null_where_null_is_allowed_and_text_is_not()
    {
        When when = await ReadAsync("""{"at":"","day":"","id":"","n":"","x":"","flag":"","text":"","days":["2024-01-02","",null],"box":""}""");

        Assert.Equal((null, null, null, null, null, null, ""), (when.At, when.Day, when.Id, when.N, when.X, when.Flag, when.Text));
        Assert.Equal([new DateOnly(2024, 1, 2), null, null], when.Days!);
        Assert.Null(when.Box);
        foreach (string name in new[] { "at", "day", "id", "n", "x", "flag", "box" })
        {
            await RefusedAsync($$"""{"{{name}}":""}""");
        }

        await RefusedAsync("""{"days":[""]}""");
    }

    [Fact]
    public async Task A_value_of_a_union_is_the_case_that_takes_it_as_it_is_written()
    {
        Assert.True((await ReadAsync("""{"either":"2024-01-02"}""")).Either!.TryGetDateOnly(out DateOnly day) && day == new DateOnly(2024, 1, 2));
        Assert.True((await ReadAsync("""{"either":"2024-01-02T00:00:00Z"}""")).Either!.TryGetDateTimeOffset(out _));
    }

    [Theory]
    [InlineData("{6f9619ff-8b86-d011-b42d-00c04fc964ff}")]
    [InlineData("urn:uuid:6f9619ff-8b86-d011-b42d-00c04fc964ff")]
    public async Task An_id_is_read_in_braces_and_as_a_name(string sent)
        => Assert.Equal(new Guid("6f9619ff-8b86-d011-b42d-00c04fc964ff"), (await ReadAsync($$"""{"id":"{{sent}}"}""")).Id);

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/html; charset=utf-8")]
    [InlineData("application/octet-stream")]
    [InlineData("application/x-json")]
    public async Task Json_is_read_whatever_its_media_type(string contentType)
    {
        Script(200, contentType, """{"n":5}""");

        Assert.Equal(5, (await Client.GetWhenAsync(cancellationToken: CancellationToken)).N);
        Script(200, contentType, """{"n":5}""");
        await Assert.ThrowsAsync<ApiContentException>(() => Strict().GetWhenAsync(cancellationToken: CancellationToken));
    }

    [Fact]
    public async Task A_header_of_several_types_has_an_accessor_for_each()
    {
        Script(200, "", "", ("X-Left", "5"));
        Script(200, "", "", ("X-Left", "2024-01-02T03:04Z"));
        Script(200, "", "", ("X-Left", "1, 2"));

        ApiResponse<NoContent> number = await Client.GetLeftAsNumberWithResponseAsync(cancellationToken: CancellationToken);
        ApiResponse<NoContent> instant = await Client.GetLeftAsInstantWithResponseAsync(cancellationToken: CancellationToken);
        ApiResponse<NoContent> list = await Client.GetLeftAsListWithResponseAsync(cancellationToken: CancellationToken);

        Assert.Equal((5L, "5", null), (number.Headers.GetXLeftAsInt64(), number.Headers.GetXLeft(), number.Headers.GetXLeftAsDateTimeOffset()));
        Assert.Equal(
            (null, new DateTimeOffset(2024, 1, 2, 3, 4, 0, TimeSpan.Zero)), (instant.Headers.GetXLeftAsInt64(), instant.Headers.GetXLeftAsDateTimeOffset()));
        Assert.Equal([1, 2], list.Headers.GetXLeftAsInt32List()!);
    }

    private async Task<When> ReadAsync(string body)
    {
        Script(200, "application/json", body);
        return await Client.GetWhenAsync(cancellationToken: CancellationToken);
    }

    private async Task RefusedAsync(string body)
    {
        Script(200, "application/json", body);
        await Assert.ThrowsAsync<ApiContentException>(() => Strict().GetWhenAsync(cancellationToken: CancellationToken));
    }

    private ReadingClient Strict() => new(new ReadingClientOptions { BaseAddress = Simulator.BaseAddress, StrictReading = true });

    [Theory]
    [InlineData("5", "5")]
    [InlineData("a", "a")]
    [InlineData("true", "true")]
    [InlineData("1.5", "1.5")]
    [InlineData("1e400", "1e400")]
    [InlineData("99999999999999999999", "99999999999999999999")]
    public async Task A_header_that_is_a_number_or_a_text_is_a_text_if_it_is_no_such_number(string sent, string expected)
    {
        Script(200, "", "", ("X-Number-Or-Text", sent), ("X-Numbers-Or-Texts", $"7,{sent}"));

        ApiResponse<NoContent> response = await Client.GetLeftAsUnionWithResponseAsync(cancellationToken: CancellationToken);

        ApiUnion one = response.Headers.GetXNumberOrText()!;
        ApiUnion[] many = [.. response.Headers.GetXNumbersOrTexts()!];
        Assert.Equal((false, expected), (one.IsUnknown, one.ToString()));
        Assert.Equal([(false, "7"), (false, expected)], many.Select(static item => (item.IsUnknown, item.ToString())));
        Assert.Equal((sent == "5" ? typeof(long) : typeof(string), typeof(long)), (one.Value.GetType(), many[0].Value.GetType()));
    }

    [Theory]
    [InlineData("5", typeof(long))]
    [InlineData("a", typeof(string))]
    [InlineData("true", typeof(string))]
    [InlineData("1.5", typeof(string))]
    [InlineData("1e400", typeof(string))]
    public async Task So_are_the_unions_within_a_header(string sent, Type type)
    {
        Script(200, "", "", ("X-Map", $"x,7,y,{sent}"), ("X-Members", $"a,7,b,{sent},c,true,d,{sent}"), ("X-Pair", $"{sent},2.5,{sent},7"));

        ApiResponse<NoContent> response = await Client.GetLeftAsUnionWithResponseAsync(cancellationToken: CancellationToken);

        var map = response.Headers.GetXMap()!;
        var members = response.Headers.GetXMembers()!;
        var pair = response.Headers.GetXPair()!;
        ApiUnion[] numbers = [map["x"], members.A!, pair.AdditionalItems![1]];
        ApiUnion[] others = [map["y"], members.B!, pair.Item1!, pair.AdditionalItems![0]];
        Assert.All(numbers, static number => Assert.Equal(7L, number.Value));
        Assert.All(others, other => Assert.Equal((false, type, sent), (other.IsUnknown, other.Value.GetType(), other.ToString())));
        Assert.True(members.C);
        Assert.Equal(2.5, pair.Item2);
    }

    [Theory]
    [InlineData("5", typeof(long))]
    [InlineData("true", typeof(bool))]
    [InlineData("1.5", typeof(string))]
    [InlineData("a", typeof(string))]
    public async Task And_unions_within_unions(string sent, Type type)
    {
        Script(200, "", "", ("X-Exploded-Map", $"x=7,y={sent}"));

        ApiResponse<NoContent> response = await Client.GetLeftAsUnionWithResponseAsync(cancellationToken: CancellationToken);

        Assert.Equal(type, Innermost(response.Headers.GetXExplodedMap()!["y"]).GetType());
    }

    private static object Innermost(object value) => value is ApiUnion union ? Innermost(union.Value) : value;
}
