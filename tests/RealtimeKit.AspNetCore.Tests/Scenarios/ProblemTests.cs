using System.Net;
using System.Text.Json;
using RealtimeKit.AspNetCore.Tests.Kit;

namespace RealtimeKit.AspNetCore.Tests.Scenarios;

/// <summary>Errors become exceptions with the message of the server.</summary>
public class ProblemTests(ShopServer server) : ShopTest(server)
{
    [Fact]
    public async Task A_problem_that_the_document_names()
    {
        (ApiStatusException problem, ProblemDetails body) = await RefusedAsync<ProblemDetails>(() => Shop.Problems.GetTypedProblemAsync());

        Assert.Equal(HttpStatusCode.Conflict, problem.StatusCode);
        Assert.Equal("Conflict here", Value(body.Title));
        Assert.Equal("It is full.", Value(body.Detail));
        Assert.Equal(409, Value(body.Status));
        Assert.Equal(7, ((JsonElement)body.AdditionalProperties!["shelf"]!).GetInt32());
        Assert.EndsWith("returned 409 Conflict: Conflict here: It is full.", problem.Message.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_validation_problem()
    {
        await Shop.Problems.ValidateAsync(new() { Sku = "A-1", Quantity = 1, UnitPrice = (Amount)1 });

        (ApiStatusException problem, HttpValidationProblemDetails body) = await RefusedAsync<HttpValidationProblemDetails>(() =>
            Shop.Problems.ValidateAsync(new() { Sku = "A-1", Quantity = 0, UnitPrice = (Amount)1 }));
        Assert.Equal(["At least one."], Value(body.Errors)!["quantity"]);
    }

    [Fact]
    public async Task An_exception_of_the_server()
    {
        (ApiStatusException problem, ProblemDetails body) = await RefusedAsync<ProblemDetails>(() => Shop.Problems.GetExceptionAsync(new() { MaxRetries = 0 }));

        Assert.Equal(HttpStatusCode.InternalServerError, problem.StatusCode);
        Assert.Equal(500, Value(body.Status));
    }

    [Fact]
    public async Task A_refusal_of_the_applications_own()
    {
        (ApiStatusException refusal, Refusal body) = await RefusedAsync<Refusal>(() => Shop.Problems.GetRefusalAsync(true));
        Assert.Equal("empty", body.Code);
        Assert.Null(body.RetryInSeconds);

        var unauthorized = await Assert.ThrowsAnyAsync<ApiStatusException>(() => Shop.Problems.GetRefusalAsync(false));
        Assert.Equal(HttpStatusCode.Unauthorized, unauthorized.StatusCode);
    }

    [Fact]
    public async Task A_problem_that_the_document_does_not_name()
    {
        var problem = await Assert.ThrowsAnyAsync<ApiNotFoundException>(() => Shop.Problems.GetUndeclaredProblemAsync());

        Assert.EndsWith("returned 404 NotFound: Not here: Nobody said so.", problem.Message.TrimEnd(), StringComparison.Ordinal);
    }
}
