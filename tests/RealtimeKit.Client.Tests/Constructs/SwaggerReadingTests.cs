using RealtimeKit.Client.Tests.ReadingSwagger;
using RealtimeKit.Runtime;

namespace RealtimeKit.Client.Tests.Constructs;

/// <summary>The same tests for documents of Swagger 2.0.</summary>
public sealed class SwaggerReadingTests : ConstructTest
{
    private readonly Lazy<ReadingSwaggerClient> _client;

    public SwaggerReadingTests() => _client = new(() => new ReadingSwaggerClient(new ReadingSwaggerClientOptions { BaseAddress = Simulator.BaseAddress }));

    [Fact]
    public async Task A_default_alone_is_typed_for_success_and_error()
    {
        Script(200, "application/json", """{"text":"fine"}""");
        Script(400, "application/json", """{"text":"wrong"}""");

        Assert.Equal("fine", (await _client.Value.OneAsync(cancellationToken: CancellationToken)).Text);
        Assert.Equal("wrong",
            Assert.IsType<Fault>((await Assert.ThrowsAsync<ApiStatusException>(() => _client.Value.OneAsync(cancellationToken: CancellationToken))).Body).Text);
    }

    [Fact]
    public async Task A_default_beside_a_redirection_is_typed_for_errors()
    {
        Script(301, "", "", ("Location", "/there"));
        Script(409, "application/json", """{"text":"wrong"}""");

        await _client.Value.TwoAsync(cancellationToken: CancellationToken);
        Assert.Equal("wrong",
            Assert.IsType<Fault>(
                (await Assert.ThrowsAsync<ApiConflictException>(() => _client.Value.TwoAsync(cancellationToken: CancellationToken))).Body).Text);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    public async Task A_nullable_result_without_a_body_is_null(int status)
    {
        Script(status, "", "");

        Assert.Null(await _client.Value.CountAsync(cancellationToken: CancellationToken));
    }

    [Theory]
    [InlineData("", new long[] { })]
    [InlineData("{\"result\":{\"n\":1}}\n", new long[] { 1 })]
    [InlineData("{\"result\":{\"n\":1}}\n{\"result\":{\"n\":2}}\n{\"error\":{\"text\":\"gone\"}}\n", new long[] { 1, 2, -1 })]
    public async Task A_stream_of_a_grpc_gateway_is_read_value_by_value(string body, long[] expected)
    {
        Script(200, "application/json", body);
        List<long?> numbers = [];

        await foreach (FollowItem item in _client.Value.FollowStreamingAsync(cancellationToken: CancellationToken))
        {
            numbers.Add(item.Error is { Text: "gone" } ? -1 : item.Result?.N);
        }

        Assert.Equal(expected.Select(static number => (long?)number), numbers);
    }
}
