using System.Net;
using RealtimeKit.Client.Tests.Reading;
using RealtimeKit.Runtime;

namespace RealtimeKit.Client.Tests.Constructs;

/// <summary>The exceptions of calls, and their messages.</summary>
public sealed class ErrorTests : ConstructTest
{
    private readonly Lazy<ReadingClient> _client;

    public ErrorTests() =>
        _client = new(() => new ReadingClient(new ReadingClientOptions { BaseAddress = Simulator.BaseAddress, Retry = new RetryOptions { MaxRetries = 0 } }));

    private ReadingClient Client => _client.Value;

    [Fact]
    public async Task A_described_error_is_caught_by_its_status_and_has_its_body()
    {
        Script(404, "application/json", """{"text":"gone"}""");

        try
        {
            await Client.FindGoneAsync(cancellationToken: CancellationToken);
            Assert.Fail("Nothing was thrown.");
        }
        catch (ApiNotFoundException exception) when (exception.Body is Fault { Text: var text })
        {
            Assert.Equal("gone", text);
            Assert.True(exception.TryGetBody(out Fault? fault));
            Assert.Equal("gone", fault.Text);
            Assert.False(exception.TryGetBody(out Problem? _));
        }
    }

    [Theory]
    [InlineData(401, typeof(ApiAuthenticationException))]
    [InlineData(403, typeof(ApiPermissionException))]
    [InlineData(429, typeof(ApiRateLimitException))]
    [InlineData(422, typeof(ApiStatusException))]
    public async Task The_error_of_a_range_has_the_exception_of_the_status_that_came(int status, Type exception)
    {
        Script(status, "application/problem+json", """{"title":"No","detail":"because"}""");

        ApiStatusException error = await Fails(() => Client.FindGoneAsync(cancellationToken: CancellationToken));

        Assert.Equal(exception, error.GetType());
        Assert.Equal("because", Assert.IsType<Problem>(error.Body).Detail);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task The_error_of_the_default_has_the_exception_of_the_status_that_came(int status)
    {
        Script(status, "application/json", """{"text":"fire"}""");

        Assert.Equal(
            "fire", Assert.IsType<Fault>((await Fails<ApiServerException>(() => Client.FindGoneAsync(cancellationToken: CancellationToken))).Body).Text);
    }

    [Fact]
    public async Task The_default_of_a_404_is_caught_as_a_404()
    {
        Script(404, "application/json", """{"text":"no box"}""");

        Assert.Equal(
            "no box", Assert.IsType<Fault>((await Fails<ApiNotFoundException>(() => Client.FindBoxAsync(cancellationToken: CancellationToken))).Body).Text);
    }

    [Fact]
    public async Task An_error_described_as_text_has_the_text_for_its_body()
    {
        Script(409, "text/plain", "in use");

        ApiConflictException error = await Fails<ApiConflictException>(() => Client.FindGoneAsync(cancellationToken: CancellationToken));

        Assert.Equal("in use", error.Body);
        Assert.EndsWith("returned 409 Conflict: in use", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_with_the_response_has_the_same_exception()
    {
        Script(404, "application/json", """{"text":"gone"}""");

        ApiResponse<NoContent> response = await Client.FindGoneWithResponseAsync(cancellationToken: CancellationToken);

        Assert.Equal("gone", Assert.IsType<Fault>(Assert.IsType<ApiNotFoundException>(response.Error).Body).Text);
    }

    [Fact]
    public async Task Something_else_than_described_leaves_the_status()
    {
        Script(404, "text/html", "<h1>Not Found</h1>");

        ApiNotFoundException error = await Fails<ApiNotFoundException>(() => Client.FindGoneAsync(cancellationToken: CancellationToken));

        Assert.Null(error.Body);
        Assert.False(error.TryGetBody(out Fault? _));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/html")]
    [InlineData("application/octet-stream")]
    public async Task A_described_error_under_another_media_type_is_read_all_the_same(string contentType)
    {
        Script(404, contentType, """{"text":"gone"}""");

        Assert.Equal(
            "gone", Assert.IsType<Fault>((await Fails<ApiNotFoundException>(() => Client.FindGoneAsync(cancellationToken: CancellationToken))).Body).Text);
    }

    [Fact]
    public async Task A_default_alone_describes_successes_and_errors()
    {
        Script(200, "application/json", """{"text":"fine"}""");
        Script(400, "application/json", """{"text":"wrong"}""");
        Script(404, "application/json", """{"text":"inline"}""");

        Assert.Equal("fine", (await Client.GetAloneAsync(cancellationToken: CancellationToken)).Text);
        Assert.Equal("wrong", Assert.IsType<Fault>((await Fails(() => Client.GetAloneAsync(cancellationToken: CancellationToken))).Body).Text);
        Assert.Equal("inline",
            Assert.IsType<GetInlineResponse>(
                (await Fails<ApiNotFoundException>(() => Client.GetInlineAsync(cancellationToken: CancellationToken))).Body).Text);
    }

    [Fact]
    public async Task A_default_beside_a_redirection_describes_errors()
    {
        Script(301, "", "", ("Location", "/elsewhere"));
        Script(400, "application/json", """{"text":"wrong"}""");

        ApiResponse<NoContent> moved = await Client.PutMovedWithResponseAsync(cancellationToken: CancellationToken);

        Assert.True(moved.IsSuccess);
        Assert.Equal((HttpStatusCode.MovedPermanently, "/elsewhere"), (moved.StatusCode, moved.Headers.GetLocation()));
        Assert.Equal("wrong", Assert.IsType<Fault>((await Fails(() => Client.PutMovedAsync(cancellationToken: CancellationToken))).Body).Text);
    }

    [Fact]
    public async Task A_success_that_is_not_listed_is_the_default_where_its_body_fits_that_better()
    {
        Script(201, "application/json", """{"text":"not made"}""");
        Script(201, "application/json", """{"size":3}""");
        Script(201, "application/json", """{"other":3}""");
        Script(202, "application/json", """{"text":"not yet"}""");
        Script(200, "", "");
        Script(200, "application/json", """{"ok":true}""");

        ApiStatusException error = await Fails(() => Client.FindBoxAsync(cancellationToken: CancellationToken));
        Assert.Equal((HttpStatusCode.Created, "not made", false), (error.StatusCode, Assert.IsType<Fault>(error.Body).Text, error.IsRetryable));
        Assert.Equal(3, (await Client.FindBoxAsync(cancellationToken: CancellationToken)).Size);
        Assert.Equal(3, (await Client.FindBoxAsync(cancellationToken: CancellationToken)).AdditionalProperties!["other"].GetInt32());
        Assert.Equal("not yet", Assert.IsType<Fault>((await Fails(() => Client.DeleteBoxAsync(cancellationToken: CancellationToken))).Body).Text);
        await Client.DeleteBoxAsync(cancellationToken: CancellationToken);
        await Client.DeleteBoxAsync(cancellationToken: CancellationToken);
    }

    private static Task<ApiStatusException> Fails(Func<Task> call) => Fails<ApiStatusException>(call);

    private static Task<T> Fails<T>(Func<Task> call)
        where T : ApiStatusException => Assert.ThrowsAnyAsync<T>(call);
}
