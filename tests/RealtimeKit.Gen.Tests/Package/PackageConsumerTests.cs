using static RealtimeKit.Gen.Tests.Package.ConsumerSources;

namespace RealtimeKit.Gen.Tests.Package;

[Collection(nameof(PackageCollection))]
public class PackageConsumerTests(PackageFeed feed)
{
    [Fact]
    public async Task One_package_reference_and_nothing_else_gives_the_bundled_client()
    {
        ConsumerProject project = feed.NewProject("bundled")
            .WithItems("")
            .WithFile("Program.cs", StopRecording)
            .WithFile("CannedWire.cs", CannedWire);

        Assert.Equal(
            "PUT /client/v4/accounts/acc/realtime/kit/app/recordings/0c9d4b7e-31c2-4f57-8a54-2f6e0b1d9a10\nstandup.mp4 Uploading",
            await project.RunAsync());
    }

    [Fact]
    public async Task A_document_of_ones_own_replaces_the_bundled_one()
    {
        // Without escaping, the name of the folder would be truncated on the way to the compiler.
        ConsumerProject project = feed.NewProject("C# 100%")
            .WithItems("""    <OpenApiClient Include="api/notes.yaml" Overlay="api/notes.overlay.yaml" ClientName="NotesClient" Namespace="Acme.Notes" />""")
            .WithFile("api/notes.yaml", NotesYaml)
            .WithFile("api/notes.overlay.yaml", NotesOverlay)
            .WithFile("Program.cs", ReadNote.Replace(".GetAsync(", ".ReadAsync("))
            .WithFile("NoBundledClient.cs", """
                // The name would be ambiguous if the bundled client were emitted too.
                namespace RealtimeKit { internal sealed class RealtimeKitClient; }
                """)
            .WithFile("CannedWire.cs", CannedWire);

        Assert.Equal("GET /api/notes/7\nmilk True", await project.RunAsync());
    }

    [Fact]
    public async Task Yaml_and_json_of_one_base_name_are_two_clients()
    {
        ConsumerProject project = feed.NewProject("twins")
            .WithItems("""
                    <AdditionalFiles Include="api/*" />
                    <OpenApiClient Include="api/notes.yaml" ClientName="NotesClient" Namespace="Acme.Notes" />
                    <OpenApiClient Include="api/notes.json" ClientName="NotesClient" Namespace="Acme.NotesTwo" Accessibility="internal" />
                """)
            .WithFile("api/notes.yaml", NotesYaml)
            .WithFile("api/notes.json", NotesJson)
            .WithFile("Program.cs", ReadNote + """"

                using var two = new Acme.NotesTwo.NotesClient(new(), new HttpClient(new CannedWire("""{"text":"bread","author":"ann"}""")));
                Console.WriteLine((await two.Notes.GetAsync(8)).Author);
                """")
            .WithFile("CannedWire.cs", CannedWire);

        Assert.Equal("GET /api/notes/7\nmilk True\nGET /api/notes/8\nann", await project.RunAsync());
    }

    [Fact]
    public async Task What_is_wrong_with_an_item_is_reported_at_the_item()
    {
        ConsumerProject project = feed.NewProject("wrong")
            .WithItems("""    <OpenApiClient Include="api/notes.yaml" ClientName="NotesClient" Namespase="Acme.Notes" />""")
            .WithFile("api/notes.yaml", NotesYaml)
            .WithFile("Program.cs", "return;");

        string output = (await project.BuildAsync()).Failed();

        // The line is that of the item, the column that of the attribute.
        Assert.Matches(@"Consumer\.csproj\(10,\d+\): error RTK0010: .*Namespase", output);
    }

    [Fact]
    public async Task A_document_that_is_not_there_is_an_error()
    {
        ConsumerProject project = feed.NewProject("missing")
            .WithItems("""    <OpenApiClient Include="api/nowhere.yaml" />""")
            .WithFile("Program.cs", "return;");

        Assert.Contains(
            "error RTK0013: OpenApiClient names 'api/nowhere.yaml', which does not exist", (await project.BuildAsync()).Failed(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_file_that_is_missing_is_reported_in_one_build()
    {
        ConsumerProject project = feed.NewProject("all-missing")
            .WithItems("""
                    <OpenApiClient Include="api/notes.yaml" Names="first.names" ClientName="FirstClient" Namespace="First" />
                    <OpenApiClient Include="api/notes.yaml" Names="second.names" ClientName="SecondClient" Namespace="Second" Overlay="none.yaml" />
                """)
            .WithFile("api/notes.yaml", NotesYaml)
            .WithFile("Program.cs", "return;");

        string output = (await project.BuildAsync()).Failed();

        Assert.Contains("error RTK0013: The names file 'first.names' does not exist. To create it, run: ", output, StringComparison.Ordinal);
        Assert.Contains("error RTK0013: The names file 'second.names' does not exist. To create it, run: ", output, StringComparison.Ordinal);
        Assert.Contains("error RTK0013: Overlay names 'none.yaml', which does not exist", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_files_of_a_client_are_watched()
    {
        ConsumerProject project = feed.NewProject("watched")
            .WithItems("""
                    <OpenApiClient Include="api/notes.yaml" Names="notes.names" Overlay="first.over; second.over" />
                    <OpenApiClient Include="api/other.yaml" Namespace="Other" Overlay="patch*.yaml" />
                    <OpenApiClientReference Include="api/shared.yaml" />
                """)
            .WithFile("Program.cs", "return;");
        string[] files = ["api/notes.yaml", "api/other.yaml", "api/shared.yaml", "notes.names", "first.over", "second.over", "patch1.yaml"];
        Array.ForEach(files, file => project.WithFile(file, NotesYaml));

        string output = (await project.DotNetAsync("watch", "--list", "--non-interactive")).Succeeded();

        Assert.All(files, file => Assert.Contains(Path.Combine(project.Directory, file), output, StringComparison.Ordinal));
    }
}
