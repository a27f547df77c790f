using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Pipeline;

/// <summary>Tests which steps the generator runs again after each kind of edit.</summary>
public class TheoremTests
{
    private const string Spec = SpecTexts.Library;

    [Fact]
    public void The_pipeline_names_its_steps() => Assert.NotEmpty(TrackedSteps.Names);

    [Fact]
    public void Every_named_step_runs()
    {
        const string Project = """
            <Project>
              <ItemGroup>
                <OpenApiClient Include="api.yaml" ClientNaem="Library" />
              </ItemGroup>
            </Project>
            """;
        GeneratorRun run = GeneratorRunner.Run(
        [
            new SpecItem(
                new SpecFile(GeneratorRunner.SpecPath, Spec), SpecItem.Spec) { Metadata = new Dictionary<string, string> { ["Operations"] = "*_book*", ["Formats"] = "int32=System.Int128" } },
            new SpecItem(new SpecFile("/project/Consumer.csproj", Project), SpecItem.Project),
        ]);

        Assert.Equal(TrackedSteps.Names.Order(), TrackedSteps.In(run.Result).Keys.Order());
        Assert.Equal(["RTK0010", "RTK0017"], run.Diagnostics.Select(static diagnostic => diagnostic.Id).Order());
    }

    [Fact]
    public void An_unrelated_code_edit_leaves_everything_cached()
    {
        GeneratorEdit edit = GeneratorRunner.Run(Spec).EditCode();

        edit.AssertStepsAreReused();
        edit.AssertOutputsAreCached();
        Assert.NotEmpty(edit.CachedSources);
    }

    /// <summary>The compilation is another after each edit, but what the generator has to know of a type is the same.</summary>
    [Fact]
    public void An_edit_of_a_type_that_the_project_names_prints_again_only_if_the_client_depends_on_it()
    {
        const string Code = """
            /// <summary>A limit.</summary>
            public readonly struct Limit : System.IParsable<Limit>
            {
                /// <inheritdoc/>
                public static Limit Parse(string s, System.IFormatProvider? provider) => default;
                /// <inheritdoc/>
                public static bool TryParse(string? s, System.IFormatProvider? provider, out Limit result) { result = default; return true; }
                /// <inheritdoc/>
                public override string ToString() => "";
            }
            """;
        GeneratorRun run = GeneratorRunner.Run(Spec, new Dictionary<string, string> { ["Formats"] = "int32=Limit" }, consumer: "#nullable enable\n" + Code);
        Assert.Contains("global::Limit? limit", run.AllText, StringComparison.Ordinal);

        GeneratorEdit other = run.EditCode("#nullable enable\n" + Code.Edit("=> \"\"", "=> \"5\""));
        other.AssertStepsAreReused();
        other.AssertOutputsAreCached();

        GeneratorEdit edit = run.EditCode("#nullable enable\n" + Code.Edit("readonly struct", "class").Edit("=> default;", "=> new();").Edit("= default;", "= new();"));
        Assert.Contains("ParameterValues.Converted<global::Limit,", edit.Run.AllText, StringComparison.Ordinal);
        edit.Run.AssertCompiles();

        GeneratorEdit gone = run.EditCode("");
        gone.Run.AssertReports("RTK0058");
        gone.Run.AssertCompiles();
    }

    [Fact]
    public void An_unrelated_additional_file_leaves_everything_cached()
    {
        var readme = new SpecItem(new SpecFile("/project/notes.yaml", "some: notes"), Role: "");
        GeneratorRun run = GeneratorRunner.Run([new SpecItem(new SpecFile(GeneratorRunner.SpecPath, Spec), SpecItem.Spec), readme]);

        GeneratorEdit edit = run.EditSpec("other: notes", readme.Text.Path);

        edit.AssertOutputsAreCached();
        Assert.NotEmpty(edit.CachedSources);
    }

    [Theory]
    [InlineData("a comment", "openapi: 3.0.3", "# A comment.\nopenapi: 3.0.3")]
    [InlineData("a comment within", "  /books/{book_id}:", "  # One of them.\n  /books/{book_id}:")]
    [InlineData("blank lines", "paths:", "\n\n\npaths:")]
    [InlineData("other quotes", "operationId: list_books", "operationId: 'list_books'")]
    [InlineData("another style", "required: [title, shelf]", "required: [ title,  shelf ]")]
    [InlineData("keys of an operation in another order", "operationId: list_books\n      summary: Lists the books",
        "summary: Lists the books\n      operationId: list_books")]
    [InlineData("keys of a schema in another order", "type: object\n      description: A book", "description: A book\n      type: object")]
    [InlineData("keys of info in another order", "title: Library\n  version: 1.0.0", "version: 1.0.0\n  title: Library")]
    public void An_edit_without_meaning_leaves_the_output_cached(string what, string from, string to)
    {
        GeneratorEdit edit = GeneratorRunner.Run(Spec).EditSpec(Spec.Edit(from, to));

        Assert.True(edit.ChangedSources.Count == 0, $"{what} changed {string.Join(", ", edit.ChangedSources)}");
        edit.AssertOutputsAreCached();
        Assert.NotEmpty(edit.CachedSources);
    }

    [Fact]
    public void An_edit_outside_the_slice_leaves_the_output_cached()
    {
        GeneratorRun run = GeneratorRunner.Run(Spec, new Dictionary<string, string> { ["Operations"] = "list_books|get_book" });

        GeneratorEdit edit = run.EditSpec(Spec.Edit("summary: Changes a member", "summary: Alters a member").Edit("joined:", "joined_at:"));

        edit.AssertOutputsAreCached();
        Assert.NotEmpty(edit.CachedSources);
    }

    [Fact]
    public void An_edited_schema_changes_only_its_own_source()
    {
        GeneratorRun run = GeneratorRunner.Run(Spec);

        GeneratorEdit edit = run.EditSpec(Spec.Edit("joined:", "joined_at:"));

        string changed = Assert.Single(edit.ChangedSources);
        Assert.Contains("JoinedAt", edit.Sources[changed]);
        Assert.True(run.Sources.Count > 3, "One file for all types proves nothing.");
    }

    [Fact]
    public void An_edited_description_changes_only_the_source_that_shows_it()
    {
        GeneratorEdit edit = GeneratorRunner.Run(Spec).EditSpec(Spec.Edit("What it is called", "How it is called"));

        Assert.Contains("How it is called", edit.Sources[Assert.Single(edit.ChangedSources)]);
    }

    [Fact]
    public void An_edited_description_leaves_the_output_cached_where_documentation_is_off()
    {
        GeneratorRun run = GeneratorRunner.Run(Spec, new Dictionary<string, string> { ["Documentation"] = "false" });
        Assert.NotEmpty(run.Sources);

        GeneratorEdit edit = run.EditSpec(Spec.Edit("What it is called", "How it is called").Edit("summary: Lists the books", "summary: Lists all books"));

        edit.AssertOutputsAreCached();
    }

    [Fact]
    public void An_edited_option_takes_effect()
    {
        GeneratorEdit edit = GeneratorRunner.Run(Spec).EditOption("ClientName", "ReadingRoom");

        Assert.Contains("class ReadingRoom", edit.Run.AllText);
        edit.Run.AssertCompiles();
    }

    [Fact]
    public void An_edited_overlay_takes_effect()
    {
        const string Overlay = """
            overlay: 1.0.0
            info: { title: Names, version: '1' }
            actions:
              - target: $.paths['/books'].get
                update: { x-ms-client-name: ListAll }
            """;
        GeneratorRun run = GeneratorRunner.Run(Spec, overlay: Overlay);
        Assert.Contains("ListAllAsync", run.AllText);

        GeneratorEdit edit = run.EditSpec(Overlay.Edit("ListAll", "Browse"), "/project/api.overlay.yaml");

        Assert.Contains("BrowseAsync", edit.Run.AllText);
        Assert.DoesNotContain("ListAllAsync", edit.Run.AllText);
    }

    [Fact]
    public void An_edited_reference_takes_effect()
    {
        const string Shared = "Book: { type: object, properties: { title: { type: string } } }";
        GeneratorRun run = GeneratorRunner.Run(
            SpecTexts.WithResponse("{ $ref: 'shared.yaml#/Book' }"), references: new Dictionary<string, string> { ["shared.yaml"] = Shared });
        Assert.Contains("Title", run.AllText);

        GeneratorEdit edit = run.EditSpec(Shared.Edit("title", "heading"), "/project/shared.yaml");

        Assert.Contains("Heading", edit.Run.AllText);
    }

    [Fact]
    public void Another_documents_edit_leaves_this_client_cached()
    {
        const string Other = "/project/other.yaml";
        GeneratorRun run = GeneratorRunner.Run(
        [
            new SpecItem(new SpecFile(GeneratorRunner.SpecPath, Spec),
                SpecItem.Spec) { Metadata = new Dictionary<string, string> { ["ClientName"] = "FirstClient", ["Namespace"] = "First" } },
            new SpecItem(new SpecFile(Other, Spec),
                SpecItem.Spec) { Metadata = new Dictionary<string, string> { ["ClientName"] = "SecondClient", ["Namespace"] = "Second" } },
        ]);
        string[] ofTheFirst = run.Sources.Where(static source => source.Value.Contains("namespace First", StringComparison.Ordinal))
            .Select(static source => source.Key)
            .ToArray();
        Assert.NotEmpty(ofTheFirst);

        GeneratorEdit edit = run.EditSpec(Spec.Edit("joined:", "joined_at:"), Other);

        Assert.NotEmpty(edit.ChangedSources);
        Assert.All(ofTheFirst, hint => Assert.Contains(hint, edit.CachedSources));
    }

    [Fact]
    public void A_document_that_is_added_and_removed_leaves_no_state()
    {
        GeneratorRun run = GeneratorRunner.Run(Spec);

        GeneratorEdit broken = run.EditSpec("openapi: [");
        GeneratorEdit mended = broken.Run.EditSpec(Spec);

        Assert.Contains(broken.Run.Diagnostics, static diagnostic => diagnostic.Id == "RTK0001");
        Assert.Empty(mended.Run.Diagnostics);
        Assert.Equal(run.Sources, mended.Sources);
    }
}
