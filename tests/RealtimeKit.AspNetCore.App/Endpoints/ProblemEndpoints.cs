namespace RealtimeKit.AspNetCore.App.Endpoints;

/// <summary>Errors in every form that ASP.NET Core returns.</summary>
public static class ProblemEndpoints
{
    public static void MapProblems(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/problems").WithTags("Problems");
        group.MapGet("/typed", Results<Ok<int>, ProblemHttpResult> () =>
                TypedResults.Problem("It is full.", statusCode: 409, title: "Conflict here", extensions: new Dictionary<string, object?> { ["shelf"] = 7 }))
            .ProducesProblem(409).WithName("GetTypedProblem");
        group.MapPost("/validation", (OrderLine line) => line.Quantity > 0
                ? Results.NoContent()
                : Results.ValidationProblem(new Dictionary<string, string[]> { ["quantity"] = ["At least one."] }))
            .Produces(204).ProducesValidationProblem().WithName("Validate");
        group.MapGet("/exception", int () => throw new InvalidOperationException("broken"))
            .ProducesProblem(500).WithName("GetException");
        group.MapGet("/refusal", Results<NoContent, UnprocessableEntity<Refusal>, UnauthorizedHttpResult> (bool known) => known
                ? TypedResults.UnprocessableEntity(new Refusal("empty", "Nothing is left.", null))
                : TypedResults.Unauthorized())
            .WithName("GetRefusal");
        group.MapGet("/undeclared", () => Results.Problem("Nobody said so.", statusCode: 404, title: "Not here"))
            .Produces<int>().WithName("GetUndeclaredProblem");
    }
}
