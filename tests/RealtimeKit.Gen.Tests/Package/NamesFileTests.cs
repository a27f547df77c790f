using static RealtimeKit.Gen.Tests.Package.ConsumerSources;

namespace RealtimeKit.Gen.Tests.Package;

/// <summary>A project creates its names files with one command, and its code compiles with later versions of the documents.</summary>
[Collection(nameof(PackageCollection))]
public class NamesFileTests(PackageFeed feed)
{
    private const string Update = "-p:UpdateOpenApiNames=true";

    /// <summary>A name of a folder and file with characters that have a meaning in project files.</summary>
    private const string PetNames = "C# 100%/pets.names";

    private const string Output = "GET /pets/7?order=desc\nLightGrey LightGrey ann";

    private const string Items = """
            <OpenApiClient Include="pets.yaml" ClientName="PetsApi" Namespace="Acme.Pets" Names="C%23 100%25/pets.names" />
            <OpenApiClient Include="notes.yaml" ClientName="NotesClient" Namespace="Acme.Notes" Names="notes.names" />
        """;

    private const string Program = """"
        using Acme.Pets;

        var pets = new PetsApi(new() { BaseAddress = new("https://pets.example/") }, new HttpClient(new CannedWire("""{"fur colour":"light grey","owner":{"name":"ann"}}""")));
        PetFurColour colour = PetFurColour.LightGrey;
        Pet pet = await pets.Pets.GetAsync(7, order: GetPetOrder.Desc);
        PetOwner owner = pet.Owner!;
        Acme.Notes.Note note = new() { Text = "none" };
        Console.WriteLine($"{pet.FurColour} {colour} {owner.Name} {note.Pinned}");
        """";

    private const string First = """
        openapi: 3.1.0
        info: { title: Pets, version: '1' }
        paths:
          /pets/{id}:
            get:
              operationId: getPet
              tags: [pets]
              parameters:
                - { name: id, in: path, required: true, schema: { type: integer } }
                - { name: order, in: query, schema: { type: string, enum: [asc, desc] } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/pet' } } } } }
        components:
          schemas:
            pet:
              type: object
              properties:
                fur colour: { type: string, enum: [black, 'light grey'] }
                owner: { type: object, properties: { name: { type: string } } }
        """;

    /// <summary>
    /// A later version: components that would take the names of inline types, an inline type that has become a component, an
    /// operation that would take a short name, another tag, and a property and a value that read as others.
    /// </summary>
    private const string Later = """
        openapi: 3.1.0
        info: { title: Pets, version: '2' }
        paths:
          /owners/{id}:
            get:
              operationId: getPets
              tags: [pets]
              parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/GetPetOrder' } } } } }
          /pets/{id}:
            get:
              operationId: getPet
              tags: [animals, pets]
              parameters:
                - { name: id, in: path, required: true, schema: { type: integer } }
                - { name: order, in: query, schema: { type: string, enum: [Desc, asc, desc] } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/pet' } } } } }
        components:
          schemas:
            GetPetOrder: { type: object, properties: { colour: { $ref: '#/components/schemas/PetFurColour' } } }
            Person: { type: object, properties: { name: { type: string } } }
            PetFurColour: { type: object, properties: { red: { type: boolean } } }
            Pet: { type: object, properties: { x: { $ref: '#/components/schemas/PetsClient' } } }
            PetsClient: { type: string, enum: [x, y] }
            pet:
              type: object
              properties:
                FurColour: { type: string }
                fur colour: { type: string, enum: [black, 'light grey'] }
                owner: { $ref: '#/components/schemas/Person' }
        """;

    [Fact]
    public async Task One_command_writes_the_files_of_all_clients_and_later_versions_keep_the_names()
    {
        ConsumerProject project = Project("names").WithFile("pets.yaml", First);
        Assert.Contains(
            "error RTK0013: The names file 'C# 100%/pets.names' does not exist. To create it, run: dotnet build -p:UpdateOpenApiNames=true",
            (await project.BuildAsync()).Failed(),
            StringComparison.Ordinal);

        (await project.BuildAsync(Update)).Succeeded();
        string[] names = Read(project, PetNames);
        Assert.Equal(Output, await project.RunAsync());
        Assert.Contains("property Note pinned = Pinned", Read(project, "notes.names"));
        Assert.Contains("property Pet fur%20colour = FurColour", names);
        Assert.Equal(names.Skip(1).Order(StringComparer.Ordinal), names.Skip(1));

        project.WithFile("pets.yaml", Later);
        Assert.Equal(Output, await project.RunAsync());
        Assert.Equal(names, Read(project, PetNames));

        (await project.BuildAsync(Update)).Succeeded();
        string[] later = Read(project, PetNames);
        Assert.All(names.Except(later, StringComparer.Ordinal), static moved => Assert.Contains("/owner ", moved, StringComparison.Ordinal));
        Assert.Contains("type #/components/schemas/Person = PetOwner", later);
        DateTime written = File.GetLastWriteTimeUtc(Path.Combine(project.Directory, PetNames));
        (await project.BuildAsync(Update)).Succeeded();
        Assert.Equal(written, File.GetLastWriteTimeUtc(Path.Combine(project.Directory, PetNames)));
    }

    [Fact]
    public async Task Without_the_file_the_later_version_does_not_compile()
    {
        ConsumerProject project = Project("unnamed").WithFile("pets.yaml", Later).WithItems(Items.Replace("Names=", "Label=", StringComparison.Ordinal));

        Assert.Contains("error CS", (await project.BuildAsync()).Failed(), StringComparison.Ordinal);
    }

    private ConsumerProject Project(string name) => feed.NewProject(name)
        .WithItems(Items)
        .WithFile("notes.yaml", NotesYaml)
        .WithFile("Program.cs", Program)
        .WithFile("CannedWire.cs", CannedWire);

    private static string[] Read(ConsumerProject project, string path)
    {
        string text = File.ReadAllText(Path.Combine(project.Directory, path));
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        return text.TrimEnd().Split('\n');
    }
}
