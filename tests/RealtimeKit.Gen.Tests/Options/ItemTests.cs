using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Options;

/// <summary>Several clients in one project, and clients of documents that cannot be read.</summary>
public class ItemTests
{
    private const string Errors = """
        openapi: 3.0.3
        info: { title: One, version: '1' }
        paths:
          /things:
            get:
              operationId: getThing
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Error' } } } }
                '202': { description: ok, content: { application/json: { schema: { type: array, items: { type: string } } } } }
        components:
          schemas:
            Error: { type: object, properties: { message: { type: string } } }
        """;

    [Fact]
    public void Of_two_documents_that_give_one_type_the_first_has_its_client_and_one_error_says_what_to_do()
    {
        GeneratorRun run = GeneratorRunner.Run([Item("/project/one.yaml", Errors), Item("/project/two.yaml", Errors)]);

        Reported reported = Assert.Single(run.Diagnostics);
        Assert.Equal(
            "'two.yaml' and 'one.yaml' both produce the types Consumer.Error, Consumer.GetThingResult; "
                + "set Namespace on one of the two items, for example to Consumer.TwoApi",
            reported.Message);
        Assert.Equal("/project/two.yaml", reported.File);
        Assert.NotNull(run.Assembly.GetType("Consumer.OneClient"));
        Assert.Null(run.Assembly.GetType("Consumer.TwoClient"));
    }

    [Fact]
    public void Two_documents_without_a_common_type_share_the_root_namespace()
    {
        string other = Errors.Replace("Error", "Other", StringComparison.Ordinal);
        GeneratorRun run = GeneratorRunner.Run(
            [Item("/project/one.yaml", Errors), Item("/project/two.yaml", other.Replace("getThing", "getOther", StringComparison.Ordinal))]);

        run.AssertNoDiagnostics();
        Assert.NotNull(run.Assembly.GetType("Consumer.OneClient"));
        Assert.NotNull(run.Assembly.GetType("Consumer.TwoClient"));
    }

    [Fact]
    public void A_type_that_is_no_longer_common_brings_the_client_back()
    {
        GeneratorRun run = GeneratorRunner.Run([Item("/project/one.yaml", Errors), Item("/project/two.yaml", Errors)]);

        GeneratorEdit edit = run.EditSpec(
            Errors.Replace("Error", "Other", StringComparison.Ordinal).Replace("getThing", "getOther", StringComparison.Ordinal), "/project/two.yaml");

        edit.Run.AssertNoDiagnostics();
        Assert.Contains(edit.ChangedSources, static hint => hint.Contains("TwoClient", StringComparison.Ordinal));
        Assert.DoesNotContain(edit.PrintedSources, static hint => hint.Contains("OneClient", StringComparison.Ordinal));
    }

    [Fact]
    public void One_document_gives_several_clients_each_with_options_of_its_own()
    {
        var item = new SpecItem(new SpecFile("/project/one.yaml", Errors.Replace("  /things:", """
              /users:
                get: { operationId: find_user, tags: [Users], responses: { '204': { description: Done } } }
              /things:
            """, StringComparison.Ordinal)), SpecItem.Spec)
        {
            Metadata = new Dictionary<string, string>
            {
                ["Role"] = "spec+spec",
                ["ClientName"] = "UsersClient+ThingsClient",
                ["Namespace"] = "Consumer.Users+Consumer.Things",
                ["Tags"] = "Users+",
                ["Operations"] = "+getThing",
                ["Accessibility"] = "+internal",
            },
        };

        GeneratorRun run = GeneratorRunner.Run([item]);

        Assert.Equal(["RTK0017", "RTK0017", "RTK0040"], run.Diagnostics.Select(static diagnostic => diagnostic.Id).Order(StringComparer.Ordinal));
        Assert.True(run.Assembly.GetType("Consumer.Users.UsersClient", throwOnError: true)!.IsPublic);
        Assert.False(run.Assembly.GetType("Consumer.Things.ThingsClient", throwOnError: true)!.IsPublic);
        Assert.Null(run.Assembly.GetType("Consumer.Users.Error"));
        Assert.NotNull(run.Assembly.GetType("Consumer.Things.Error"));
    }

    [Theory]
    [InlineData("openapi: 3.0.3\n\tinfo: {}\n")]
    [InlineData("<html></html>")]
    [InlineData("openapi: 4.0.0\ninfo: {}\npaths: {}\n")]
    public void The_client_of_a_document_that_cannot_be_read_still_exists(string text)
    {
        const string Consumer = """
            internal static class Program
            {
                internal static Acme.BillingClient Make() => new(new Acme.BillingClientOptions { BaseAddress = new System.Uri("https://billing.example") });
            }
            """;

        GeneratorRun run = GeneratorRunner.Run(
            text, new Dictionary<string, string> { ["ClientName"] = "BillingClient", ["Namespace"] = "Acme" }, consumer: Consumer);

        Assert.All(run.Diagnostics, static diagnostic => Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Error, diagnostic.Severity));
        Assert.NotEmpty(run.Diagnostics);
    }

    [Theory]
    [InlineData("OpenApiClients", "OpenApiClient")]
    [InlineData("OpenApiClinet", "OpenApiClient")]
    [InlineData("OpenApiFile", "OpenApiClient")]
    [InlineData("OpenApiDocument", "OpenApiClient")]
    [InlineData("SwaggerFile", "OpenApiClient")]
    [InlineData("OpenApiClientReferences", "OpenApiClientReference")]
    [InlineData("OpenApiReference", null)]
    [InlineData("OpenApiProjectReference", null)]
    [InlineData("PackageReference", null)]
    [InlineData("None", null)]
    public void An_item_that_is_probably_intended_for_the_generator_is_named_where_no_document_is(string name, string? meant)
    {
        GeneratorRun run = GeneratorRunner.Run([new SpecItem(new SpecFile("/project/Consumer.csproj", $"""
            <Project>
              <ItemGroup>
                <{name} Include="api.yaml" />
              </ItemGroup>
            </Project>
            """), "project-without-client")]);

        if (meant is null)
        {
            Assert.Empty(run.Diagnostics);
        }
        else
        {
            Reported reported = run.AssertReports("RTK0053", line: 3);
            Assert.Equal($"No package reads the item '{name}'; did you mean '{meant}'?", reported.Message);
        }
    }

    [Theory]
    [InlineData("Consumer.csproj", "<ItemGroup><OpenApiClient Include='api/*.yaml' /></ItemGroup>", true)]
    [InlineData("Consumer.csproj",
        "<PropertyGroup Condition='true'><A>b</A></PropertyGroup><ItemGroup><OpenApiClient Include='@(None)'><Tags>a</Tags></OpenApiClient></ItemGroup>", true)]
    [InlineData("Consumer.csproj", "<ItemGroup><OpenApiClient Include='api/*.yaml' Condition='false' /></ItemGroup>", false)]
    [InlineData("Consumer.csproj", "<ItemGroup Condition='false'><OpenApiClient Include='api/*.yaml' /></ItemGroup>", false)]
    [InlineData("Consumer.csproj", "<Choose><When Condition='false'><ItemGroup><OpenApiClient Include='api/*.yaml' /></ItemGroup></When></Choose>", false)]
    [InlineData("Consumer.csproj", "<Target Name='a'><ItemGroup><OpenApiClient Include='api/*.yaml' /></ItemGroup></Target>", false)]
    [InlineData("Consumer.csproj", "<ItemGroup><OpenApiClient Include='api.yaml' /><OpenApiClient Remove='api.yaml' /></ItemGroup>", false)]
    [InlineData("Directory.Build.props", "<ItemGroup><OpenApiClient Include='api/*.yaml' /></ItemGroup>", false)]
    public void An_item_that_becomes_no_file_is_reported_where_there_is_no_other(string file, string items, bool told)
    {
        GeneratorRun run = GeneratorRunner.Run([new SpecItem(new SpecFile("/project/" + file, $"<Project>\n{items}\n</Project>"), "project-without-client")]);

        if (told)
        {
            Assert.EndsWith("; no file matches this Include", run.AssertReports("RTK0013", line: 2).Message, StringComparison.Ordinal);
        }
        else
        {
            Assert.Empty(run.Diagnostics);
        }
    }

    [Theory]
    [InlineData("Acme.Api", "One", "Acme", "Api", "Acme.Api", "Acme.ApiApi")]
    [InlineData("Acme", "Api", "Acme.Api", "One", "Acme.Api", "Acme.ApiClients")]
    [InlineData("Acme", "Api", "Acme.Api.Inner", "One", "Acme.Api", "Acme.ApiClients.Inner")]
    public void A_type_of_one_client_is_no_namespace_of_another(string first, string firstName, string second, string secondName, string name, string proposal)
    {
        GeneratorRun run = GeneratorRunner.Run([Named("/project/one.yaml", first, firstName), Named("/project/two.yaml", second, secondName)]);

        Assert.Equal(
            $"'two.yaml' and 'one.yaml' both produce the name {name}, as a type and as a namespace; "
                + $"set Namespace on one of the two items, for example to {proposal}",
            run.AssertReports("RTK0050").Message);
        run.AssertCompiles();

        static SpecItem Named(string path, string @namespace, string name) =>
            Item(path, Errors) with { Metadata = new Dictionary<string, string> { ["ClientName"] = name, ["Namespace"] = @namespace } };
    }

    /// <summary>The project has the files <c>api.yaml</c> (a client), <c>refs/a.yaml</c> (a reference) and <c>one.yaml</c> (an overlay).</summary>
    [Theory]
    [InlineData("<OpenApiClient Include='specs/*.yaml' />", "specs/*.yaml", "Include")]
    [InlineData("<OpenApiClient Include='specs/*.yaml; *.yml' />", "specs/*.yaml *.yml", "Include")]
    [InlineData("<OpenApiClient Include='*.yaml' />", "", "")]
    [InlineData("<OpenApiClient Include='**/*.yaml' />", "", "")]
    [InlineData("<OpenApiClient Include='$(Specs)*.yml' />", "", "")]
    [InlineData("<OpenApiClient Include='*.yml' Condition='false' />", "", "")]
    [InlineData("<OpenApiClient Include='*.yml' Exclude='a.yml' />", "", "")]
    [InlineData("<OpenApiClientReference Include='refs/**/*.yaml' />", "", "")]
    [InlineData("<OpenApiClientReference Include='refs\\*.yaml' />", "", "")]
    [InlineData("<OpenApiClientReference Include='refs/*.json' />", "refs/*.json", "Include")]
    [InlineData("<OpenApiClientReference Include='../other/*.yaml' />", "../other/*.yaml", "Include")]
    [InlineData("<OpenApiClient Include='api.yaml' Overlay='one.yaml;overlays/*.yaml' />", "overlays/*.yaml", "Overlay")]
    [InlineData("<OpenApiClient Include='api.yaml' Overlay='on?.yaml' />", "", "")]
    public void A_pattern_that_no_file_matches_is_reported_beside_other_items(string items, string patterns, string option)
    {
        string[] messages = [.. Run("Consumer.csproj")];

        const string Missing = "is not among the project's OpenApiClient items or their overlays, or does not exist";
        Assert.Equal(
            patterns.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pattern => $"'{pattern}' {Missing}; no file matches this {option}"), messages);
        Assert.Empty(Run("Directory.Build.props"));

        IEnumerable<string> Run(string file) => GeneratorRunner.Run([
            new SpecItem(new SpecFile("/project/" + file, $"<Project>\n<ItemGroup>\n{items}\n</ItemGroup>\n</Project>"), "project"),
            Item("/project/api.yaml", SpecTexts.WithResponse("{ type: string }")),
            new SpecItem(new SpecFile("/project/refs/a.yaml", "A: { type: string }"), SpecItem.Reference),
            new SpecItem(new SpecFile("/project/one.yaml", "overlay: 1.0.0"), SpecItem.Overlay),
        ]).Diagnostics.Where(static diagnostic => diagnostic.Id == "RTK0013" && diagnostic.Line == 3).Select(static diagnostic => diagnostic.Message);
    }

    private static SpecItem Item(string path, string text) => new(new SpecFile(path, text), SpecItem.Spec);
}
