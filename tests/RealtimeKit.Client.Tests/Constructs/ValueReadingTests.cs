using RealtimeKit.Client.Tests.Reading;
using RealtimeKit.Runtime;

namespace RealtimeKit.Client.Tests.Constructs;

/// <summary>What real servers send where the document says something a little different.</summary>
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

        OpenEnum<Box_Colour> known = (await Client.FindBoxAsync(cancellationToken: CancellationToken)).Colour!.Value;
        OpenEnum<Box_Colour> unknown = (await Client.FindBoxAsync(cancellationToken: CancellationToken)).Colour!.Value;

        Assert.Equal((Box_Colour.LightRed, "light-red"), (known.Value, known.RawValue));
        Assert.Equal((false, "mauve"), (unknown.IsKnown, unknown.RawValue));
        Assert.Equal((known, unknown), (OpenEnum<Box_Colour>.FromWire("light-red"), OpenEnum<Box_Colour>.FromWire("mauve")));
        Assert.Equal("light-red", ((OpenEnum<Box_Colour>)Box_Colour.LightRed).RawValue);
    }
}
