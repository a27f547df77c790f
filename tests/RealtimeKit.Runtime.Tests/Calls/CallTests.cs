using System.Net;
using System.Text;
using RealtimeKit.Runtime.Tests.Kit;

namespace RealtimeKit.Runtime.Tests.Calls;

public sealed class CallTests
{
    [Fact]
    public async Task A_call_sends_what_the_operation_says_and_reads_the_result()
    {
        RawRequest? seen = null;
        await using var server = RawServer.Start(async connection =>
        {
            seen = await connection.ReadRequestAsync();
            await connection.WriteAsync(TestApi.Response());
        });
        ApiClientOptions options = TestApi.Options(server);
        options.Credential = new BearerTokenCredential("token-1");
        using var transport = new ApiTransport(options);

        Thing thing = await transport.SendAsync(
            TestApi.Put,
            TestApi.ThingRequest(Thing.Sample).Query("q", "a b").Header("X-Trace", 7).Cookie("c", "1"),
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(Thing.Sample, thing);
        Assert.Equal("PUT", seen!.Method);
        Assert.Equal("/v4/things/42?q=a%20b", seen.Target);
        Assert.Equal("Bearer token-1", seen.Header("Authorization"));
        Assert.Equal("7", seen.Header("X-Trace"));
        Assert.Equal("c=1", seen.Header("Cookie"));
        Assert.Equal("application/json", seen.Header("Accept"));
        Assert.Equal("application/json", seen.Header("Content-Type"));
        Assert.Equal("""{"id":"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e","name":"a thing","size":4711}""", seen.BodyText);
    }

    [Theory]
    [InlineData("""{"success":false,"error":{"code":404,"message":"No active session found"}}""", "404", "No active session found")]
    [InlineData("""{"success":false,"errors":[{"code":10000,"message":"Authentication error"}],"messages":[],"result":null}""", "10000",
        "Authentication error")]
    [InlineData("""{"message":"Unauthorized"}""", null, "Unauthorized")]
    [InlineData("""{"type":"about:blank","title":"Gone","detail":"It was here."}""", null, "Gone: It was here.")]
    [InlineData("""{"error":"invalid_grant","error_description":"expired"}""", "invalid_grant", "expired")]
    [InlineData("""{"errors":{"name":["is required"]}}""", null, "name: is required")]
    [InlineData("\"plain words\"", null, "plain words")]
    public async Task Every_shape_of_error_gives_its_code_and_message(string body, string? code, string message)
    {
        await using var server = RawServer.Responding(Encoding.Latin1.GetBytes(TestApi.Response(body, "404 Not Found")));
        using var transport = new ApiTransport(TestApi.Options(server));

        var exception = await Assert.ThrowsAsync<ApiNotFoundException>(
            () => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(new ApiError(code, message), Assert.Single(exception.Errors));
        Assert.Equal(HttpStatusCode.NotFound, exception.StatusCode);
        Assert.Equal("8c0ffee-FRA", exception.RequestId);
        Assert.Equal("get_thing", exception.OperationId);
        Assert.Equal(1, exception.Attempts);
        Assert.False(exception.IsRetryable);
    }

    [Fact]
    public async Task A_response_can_be_read_without_an_exception()
    {
        await using var server = RawServer.Responding(Encoding.Latin1.GetBytes(TestApi.Response("<html>", "409 Conflict", "text/html")));
        using var transport = new ApiTransport(TestApi.Options(server));

        ApiResponse<Thing> response =
            await transport.SendWithResponseAsync(TestApi.Put, TestApi.ThingRequest(Thing.Sample), cancellationToken: TestContext.Current.CancellationToken);

        Assert.False(response.IsSuccess);
        Assert.Equal(1, response.Attempts);
        var thrown = Assert.Throws<ApiConflictException>(() => response.Value);
        Assert.Same(response.Error, thrown);
        Assert.Empty(thrown.Errors);
    }
}
