using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Reading;

/// <summary>The operations that the filters of an item select, and the diagnostics of filters that select nothing.</summary>
public class FilterTests
{
    private const string Spec = """
        openapi: 3.1.0
        info: { title: Shop, version: '1' }
        paths:
          /users:
            get: { operationId: find_user, tags: [Users, 'Back office'], responses: { '204': { description: Done } } }
            post: { operationId: make_user, tags: [Users], responses: { '204': { description: Done } } }
          /pets/{id}:
            get:
              operationId: find_pet
              tags: ['C#']
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses: { '204': { description: Done } }
          /health:
            get: { responses: { '204': { description: Done } } }
        webhooks:
          orderMade: { post: { responses: { '204': { description: Done } } } }
        """;

    [Theory]
    [InlineData("Operations", "find_*", "FindPet,FindUser")]
    [InlineData("Operations", "FIND_USER", "FindUser")]
    [InlineData("Operations", "find_user;make_user", "FindUser,MakeUser")]
    [InlineData("Operations", "find_use?", "FindUser")]
    [InlineData("Operations", "GET /health", "GetHealth")]
    [InlineData("Tags", "back office", "FindUser")]
    [InlineData("Tags", "C%23|Back%20office", "FindPet,FindUser")]
    [InlineData("Paths", "/pets/*", "FindPet")]
    [InlineData("Paths", "/*s*", "FindPet,FindUser,MakeUser")]
    public void A_filter_selects(string option, string value, string methods)
    {
        GeneratorRun run = GeneratorRunner.Run(Spec, new Dictionary<string, string> { [option] = value, ["OperationNames"] = "Full" });

        Assert.Equal(["RTK0017"], run.Diagnostics.Select(static diagnostic => diagnostic.Id));
        Assert.Equal(methods.Split(','), Methods(run));
    }

    [Fact]
    public void Webhooks_that_a_filter_leaves_out_are_counted() => Assert.Equal(
        "4 of 4 operations and 1 of 2 webhooks were left out by Tags=\"Orders\"",
        GeneratorRunner.Run(
            Spec.Replace("orderMade: {", "orderPaid: { post: { tags: [Orders], responses: { '204': { description: Done } } } }\n  orderMade: {", StringComparison.Ordinal),
            new Dictionary<string, string> { ["Tags"] = "Orders" }).AssertReports("RTK0017").Message);

    [Theory]
    [InlineData("Operations", "|", ";")]
    [InlineData("Tags", "|%20|", "; ;")]
    [InlineData("Paths", "%20", " ")]
    [InlineData("Paths", ";", ";")]
    public void A_list_without_entries_is_an_error_and_does_not_select_everything_silently(string option, string value, string shown) => Assert.Equal(
        $"'{shown}' is not a valid value of {option}: the list has no entries",
        GeneratorRunner.Run(Spec, new Dictionary<string, string> { [option] = value }).AssertReports("RTK0011").Message);

    [Theory]
    [InlineData("Paths", "/logs[?]*", null)]
    [InlineData("Paths", "/logs?kind=*", "GetClosed,GetOpen")]
    [InlineData("Paths", "*open", "GetOpen")]
    [InlineData("Operations", "get_closed", "GetClosed")]
    [InlineData("Tags", "Logs", "GetOpen")]
    public void A_filter_selects_among_the_paths_with_a_query_too(string option, string value, string? methods)
    {
        const string spec = """
            swagger: '2.0'
            info: { title: Logs, version: '1' }
            paths:
              /logs: { get: { operationId: get_all, responses: { '204': { description: Done } } } }
            x-ms-paths:
              /logs?kind=open: { get: { operationId: get_open, tags: [Logs], responses: { '204': { description: Done } } } }
              /logs?kind=closed: { get: { operationId: get_closed, responses: { '204': { description: Done } } } }
            """;

        GeneratorRun run = GeneratorRunner.Run(spec, new Dictionary<string, string> { [option] = value });

        if (methods is null)
        {
            run.AssertReports("RTK0016");
        }
        else
        {
            Assert.Equal(methods.Split(','), Methods(run));
        }
    }

    [Fact]
    public void An_overlay_reaches_the_paths_with_a_query()
    {
        SpecItem overlay = new(new SpecFile("/project/logs.overlay.yaml", """
            overlay: 1.0.0
            info: { title: Logs, version: '1' }
            actions:
              - { target: "$['x-ms-paths']['/logs?kind=open'].get", update: { operationId: look } }
              - { target: "$['x-ms-paths'].*[?@.operationId == 'get_closed']", remove: true }
            """), SpecItem.Overlay);
        SpecItem spec = new(new SpecFile("/project/logs.yaml", """
            openapi: 3.0.3
            info: { title: Logs, version: '1' }
            x-ms-paths:
              /logs?kind=open: { get: { operationId: get_open, responses: { '204': { description: Done } } } }
              /logs?kind=closed: { get: { operationId: get_closed, responses: { '204': { description: Done } } } }
            """), SpecItem.Spec) { Metadata = new Dictionary<string, string> { ["Overlay"] = "/project/logs.overlay.yaml" } };

        GeneratorRun run = GeneratorRunner.Run([spec, overlay]);

        Assert.Equal(["Look"], Methods(run.AssertNoDiagnostics()));
    }

    [Theory]
    [InlineData("Operations", "find_user,make_user",
        "The filter Operations=\"find_user,make_user\" selects no operation; patterns are separated by ';', not by ','")]
    [InlineData("Operations", "find_user make_user",
        "The filter Operations=\"find_user make_user\" selects no operation; patterns are separated by ';', not by ' '")]
    [InlineData("Tags", "Users, C#", "The filter Tags=\"Users, C#\" selects no operation; patterns are separated by ';', not by ','")]
    [InlineData("Paths", "/user", "The filter Paths=\"/user\" selects no operation; did you mean '/users'?")]
    public void A_filter_that_matches_nothing_is_named(string option, string value, string message)
    {
        GeneratorRun run = GeneratorRunner.Run(Spec, new Dictionary<string, string> { [option] = value, ["OperationNames"] = "Full" });

        Assert.Equal(message, Assert.Single(run.Diagnostics, static diagnostic => diagnostic.Id is "RTK0016").Message);
    }

    [Fact]
    public void Filters_that_select_nothing_together_are_named_together()
    {
        GeneratorRun run =
            GeneratorRunner.Run(Spec, new Dictionary<string, string> { ["Operations"] = "make_*", ["Tags"] = "C#;Back office", ["Paths"] = "*" });

        Assert.Equal(
            "The filters Operations=\"make_*\" and Tags=\"C#;Back office\" and Paths=\"*\" select no operation together; separately, they select 1 and 2 and 5",
            Assert.Single(run.Diagnostics, static diagnostic => diagnostic.Id is "RTK0016").Message);
    }

    [Fact]
    public void A_pattern_whose_matches_the_other_filters_exclude_is_named_with_them()
    {
        GeneratorRun run = GeneratorRunner.Run(Spec, new Dictionary<string, string> { ["Operations"] = "find_user;find_pet", ["Tags"] = "Users", ["OperationNames"] = "Full" });

        Assert.Equal(["FindUser"], Methods(run));
        Assert.Equal(
            "The filter Operations=\"find_pet\" selects no operation together with Tags=\"Users\"",
            Assert.Single(run.Diagnostics, static diagnostic => diagnostic.Id is "RTK0016").Message);
    }

    [Fact]
    public void A_pattern_may_name_a_webhook_alone()
    {
        GeneratorRun run = GeneratorRunner.Run(Spec, new Dictionary<string, string> { ["Operations"] = "orderMade;find_pet", ["OperationNames"] = "Full" });

        Assert.Equal(["FindPet"], Methods(run));
        Assert.DoesNotContain(run.Diagnostics, static diagnostic => diagnostic.Id is "RTK0016");
    }

    private static IEnumerable<string> Methods(GeneratorRun run) => run.Assembly.GetTypes()
        .Where(static type => type.Name.EndsWith("Client", StringComparison.Ordinal))
        .SelectMany(static type => type.GetMethods())
        .Select(static method => method.Name)
        .Where(static name => name.EndsWith("Async", StringComparison.Ordinal) && !name.Contains("WithResponse", StringComparison.Ordinal))
        .Select(static name => name[..^"Async".Length])
        .Distinct()
        .Order(StringComparer.Ordinal);
}
