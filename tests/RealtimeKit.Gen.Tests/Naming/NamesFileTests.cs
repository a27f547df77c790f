using System.Reflection;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Naming;

/// <summary>A names file keeps the names of types and members in later versions of the document.</summary>
public class NamesFileTests
{
    private const string Small = """
        openapi: 3.1.0
        info: { title: Small, version: '1' }
        paths:
          /pets:
            get:
              operationId: listPets
              tags: [pets]
              parameters: [{ name: order, in: query, schema: { type: string, enum: [asc, desc] } }]
              responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/pet' } } } } } }
        components:
          schemas:
            pet:
              type: object
              properties:
                fur colour: { type: string, enum: [black, 'light grey'] }
                owner: { oneOf: [{ type: string }, { type: object, title: Person, properties: { name: { type: string } } }] }
        """;

    [Fact]
    public void The_file_has_a_line_for_each_type_and_member()
    {
        Assert.Equal(
            """
            // The names of ApiClient in C#. dotnet build -p:UpdateOpenApiNames=true writes this file.
            case PetOwner PetOwnerPerson = Person
            case PetOwner String = Text
            class Pets = PetsClient
            group Pets = Pets
            method GET /pets = List
            parameter GET /pets query/order = order
            property Pet fur%20colour = FurColour
            property Pet owner = Owner
            property PetOwnerPerson name = Name
            tag GET /pets = pets
            type #/components/schemas/pet = Pet
            type #/components/schemas/pet/properties/fur%20colour = PetFurColour
            type #/components/schemas/pet/properties/owner = PetOwner
            type #/components/schemas/pet/properties/owner/oneOf/Person = PetOwnerPerson
            type GET /pets parameters/query/order = ListPetsOrder
            value ListPetsOrder asc = Asc
            value ListPetsOrder desc = Desc
            value PetFurColour black = Black
            value PetFurColour light%20grey = LightGrey

            """,
            NamedRun.Write(Small));
    }

    [Fact]
    public void With_its_own_file_a_document_gives_the_same_client_and_no_diagnostics()
    {
        string names = NamedRun.Write(Small);

        GeneratorRun run = NamedRun.Of(Small, names);

        Assert.Equal(GeneratorRunner.Run(Small).Sources, run.Sources);
        run.AssertNoDiagnostics();
        Assert.Equal(names, NamedRun.Write(Small, names));
    }

    [Fact]
    public void The_schema_of_an_item_has_the_place_of_its_media_type()
    {
        string names = NamedRun.Write("""
            openapi: 3.2.0
            info: { title: Small, version: '1' }
            paths:
              /a:
                get:
                  operationId: a
                  responses: { '200': { description: ok, content: { application/jsonl: { itemSchema: { type: object, properties: { x: { type: string } } } } } } }
            """);

        Assert.Contains("type GET /a responses/200/application~1jsonl = AItem\n", names, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shared_type_keeps_its_name_while_one_of_its_places_exists()
    {
        string names = NamedRun.Write(Operations(("a", "{ x: { type: string } }"), ("b", "{ x: { type: string } }")));

        Assert.Contains("type GET /a responses/200/application~1json = XResponse\n", names, StringComparison.Ordinal);
        Assert.Contains("type GET /b responses/200/application~1json = XResponse\n", names, StringComparison.Ordinal);
        Assert.Equal(["XResponse"], TypesOf(Operations(("b", "{ x: { type: string } }")), names));
    }

    [Fact]
    public void If_a_shared_type_is_split_the_first_place_keeps_the_name()
    {
        string names = NamedRun.Write(Operations(("a", "{ x: { type: string } }"), ("b", "{ x: { type: string } }")));

        GeneratorRun run = Run(Operations(("b", "{ x: { type: string } }"), ("a", "{ x: { type: integer } }")), names);

        Assert.Contains("Task<_api::XResponse> AAsync", run.AllText, StringComparison.Ordinal);
        Assert.Contains("Task<_api::BResponse> BAsync", run.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public void Types_that_had_two_names_are_not_shared_when_they_become_equal()
    {
        string names = NamedRun.Write(Operations(("a", "{ x: { type: integer } }"), ("b", "{ x: { type: string } }")));
        string later = Operations(("a", "{ x: { type: string } }"), ("b", "{ x: { type: string } }"), ("c", "{ x: { type: string } }"));

        Assert.Equal(["XResponse"], TypesOf(later, names: null));
        Assert.Equal(["AResponse", "BResponse"], TypesOf(later, names));
    }

    [Fact]
    public void An_inline_schema_that_becomes_a_component_keeps_its_name_and_those_within_it()
    {
        string names = NamedRun.Write(Operations(("a", "{ x: { type: object, properties: { y: { type: string, enum: [k, l] } } } }")));
        string later = Operations(("a", "{ x: { $ref: '#/components/schemas/New' } }"))
            + "    New: { type: object, properties: { y: { type: string, enum: [k, l] } } }\n";

        Assert.Equal(["AResponse", "AResponseX", "AResponseXY"], TypesOf(later, names));
        string updated = NamedRun.Write(later, names);
        Assert.Contains("type #/components/schemas/New = AResponseX\n", updated, StringComparison.Ordinal);
        Assert.Contains("type #/components/schemas/New/properties/y = AResponseXY\n", updated, StringComparison.Ordinal);
        Assert.DoesNotContain("/properties/x", updated, StringComparison.Ordinal);
        Assert.Equal(["AResponse", "AResponseX", "AResponseXY"], TypesOf(later, updated));
    }

    [Fact]
    public void A_schema_to_which_a_reference_points_within_a_composition_keeps_its_name()
    {
        const string parts = """
                B:
                  allOf: [{ type: object, properties: { t: { type: string } } }]
                  properties: { inner: { type: object, properties: { q: { type: string } } } }

            """;
        string names = NamedRun.Write(Operations(("a", "{ b: { $ref: '#/components/schemas/B/properties/inner' }, c: { $ref: '#/components/schemas/B' } }")) + parts);
        string later = Operations(
            ("a", "{ b: { $ref: '#/components/schemas/B/properties/inner' }, c: { $ref: '#/components/schemas/B' }, d: { $ref: '#/components/schemas/BInner' } }"))
            + parts
            + "    BInner: { type: object, properties: { z: { type: string } } }\n";

        GeneratorRun run = Run(later, names);

        Assert.NotNull(run.Assembly.GetType("Consumer.BInner")!.GetProperty("Q"));
        Assert.DoesNotContain(run.Diagnostics, static diagnostic => diagnostic.Id == "RTK0065");
    }

    [Theory]
    [InlineData("{ type: array, items: &a { type: object, properties: { t: { type: string } } } }", "AResponseItem")]
    [InlineData("&a { type: object, properties: { t: { type: string } } }", "AResponse")]
    public void An_inline_schema_of_which_an_alias_makes_a_component_keeps_its_name(string schema, string name)
    {
        string inline = $$"""
            openapi: 3.1.0
            info: { title: Anchored, version: '1' }
            paths:
              /a: { get: { operationId: a, responses: { '200': { description: ok, content: { application/json: { schema: {{schema}} } } } } } }

            """;
        string names = NamedRun.Write(inline);
        Assert.Contains($"= {name}\n", names, StringComparison.Ordinal);
        string later = inline + """
              /b: { get: { operationId: b, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/New' } } } } } } }
            components:
              schemas:
                New: *a

            """;

        GeneratorRun run = Run(later, names);

        Assert.NotNull(run.Assembly.GetType($"Consumer.{name}")!.GetProperty("T"));
        Assert.Null(run.Assembly.GetType("Consumer.New"));
        string updated = NamedRun.Write(later, names);
        Assert.Contains($"type #/components/schemas/New = {name}\n", updated, StringComparison.Ordinal);
        Assert.Equal(run.Sources, Run(later, updated).Sources);
    }

    [Fact]
    public void A_new_alternative_in_front_does_not_change_the_names_of_the_others()
    {
        const string one = "{ type: object, required: [k], properties: { k: { type: string }, l: { type: string } } }";
        const string two = "{ type: object, required: [l], properties: { k: { type: string }, l: { type: string } } }";
        const string added = "{ type: object, required: [m], properties: { m: { type: string } } }";
        string names = NamedRun.Write(Operations(("a", $"{{ x: {{ oneOf: [{one}, {two}] }} }}")));
        string later = Operations(("a", $"{{ x: {{ oneOf: [{added}, {one}, {two}] }} }}"));

        Assert.Equal(["AResponse", "AResponseX", "AResponseXObject1", "AResponseXObject2", "AResponseXWithM"], TypesOf(later, names));
        Assert.Equal(["AResponse", "AResponseX", "AResponseXObject2", "AResponseXObject3", "AResponseXWithM"], TypesOf(later, names: null));
    }

    [Theory]
    [InlineData("{one}", "{ allOf: [{}, {one}] }")]
    [InlineData("{ allOf: [{}, {one}] }", "{one}")]
    [InlineData("{ allOf: [{}, {one}] }", "{ allOf: [{one}] }")]
    [InlineData("{ allOf: [{}, {one}] }", "{ allOf: [{}, { type: object }, {one}] }")]
    [InlineData("{ allOf: [{}, {one}] }", "{ allOf: [{one}, {two}] }")]
    [InlineData("{ allOf: [{ type: object }, {one}] }", "{ allOf: [{ $ref: '#/components/schemas/Base' }, {one}, {two}] }")]
    public void A_type_of_an_all_of_keeps_its_name_when_a_part_is_added_or_removed(string earlier, string later)
    {
        string Spec(string schema) => Operations(("a", "{ x: " + schema
            .Replace("{one}", "{ type: object, properties: { u: { type: object, properties: { k: { type: string } } } } }", StringComparison.Ordinal)
            .Replace("{two}", "{ type: object, properties: { v: { type: string } } }", StringComparison.Ordinal) + " }"))
            + "    Base: { type: object, properties: { b: { type: string } } }\n";
        string names = NamedRun.Write(Spec(earlier))
            .Replace("= AResponseX\n", "= Whole\n", StringComparison.Ordinal)
            .Replace("= AResponseXU\n", "= Inner\n", StringComparison.Ordinal);

        Assembly assembly = Run(Spec(later), names).Assembly;

        Assert.NotNull(assembly.GetType("Consumer.Whole")?.GetProperty("U"));
        Assert.NotNull(assembly.GetType("Consumer.Inner")?.GetProperty("K"));
    }

    [Fact]
    public void New_components_operations_and_members_do_not_take_the_names_of_others()
    {
        string names = NamedRun.Write(Small);
        string later = Small
            .Replace("  /pets:\n", """
                  /0:
                    get: { operationId: list, tags: [pets], responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } } }
                  /pets:

                """, StringComparison.Ordinal)
            .Replace("tags: [pets]\n      parameters: [", "tags: [animals, pets]\n      parameters: [{ name: order, in: header, schema: { type: string } }, ", StringComparison.Ordinal)
            .Replace("fur colour:", "FurColour: { type: string }\n        fur colour:", StringComparison.Ordinal)
            .Replace("enum: [black", "enum: [Black, black", StringComparison.Ordinal)
            + "\n    Pet: { type: object, properties: { a: { $ref: '#/components/schemas/PetsClient' } } }\n    PetsClient: { type: string, enum: [u, v] }\n";

        GeneratorRun run = Run(later, names);

        Assert.Contains("ListAsync(string? orderHeader = null, _api::ListPetsOrder? order = null", run.Sources["Consumer.ApiClient.PetsClient.g.cs"], StringComparison.Ordinal);
        Assert.Contains("PetFurColour", run.Assembly.GetType("Consumer.Pet")!.GetProperty("FurColour")!.PropertyType.ToString());
        Assert.Contains("Black", Enum.GetNames(run.Assembly.GetType("Consumer.PetFurColour")!));
        Assert.DoesNotContain(run.Diagnostics, static one => one.Id is "RTK0065" or "RTK0066");
        Assert.Contains(run.Diagnostics, static one => one.Id == "RTK0040");
    }

    [Fact]
    public void A_document_that_is_converted_from_swagger_has_the_same_lines()
    {
        const string head = "info: { title: Small, version: '1' }\npaths:\n  /a:\n    get: { operationId: a, responses: { '200': { description: ok, ";
        const string pet = "{ type: object, properties: { fur: { type: string, enum: [x, y] } } }";

        Assert.Equal(
            NamedRun.Write($"swagger: '2.0'\nproduces: [application/json]\n{head}schema: {{ $ref: '#/definitions/pet' }} }} }} }}\ndefinitions:\n  pet: {pet}\n"),
            NamedRun.Write($"openapi: 3.0.3\n{head}content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/pet' }} }} }} }} }} }}\ncomponents:\n  schemas:\n    pet: {pet}\n"));
    }

    [Fact]
    public void A_reference_in_front_of_an_alternative_does_not_change_its_name()
    {
        const string one = "{ type: object, properties: { k: { type: string } } }";
        string names = NamedRun.Write(Operations(("a", $"{{ x: {{ oneOf: [{one}, {{ type: array, items: {{ type: string }} }}] }} }}")));

        GeneratorRun run = Run(
            Operations(("a", $"{{ x: {{ oneOf: [{{ $ref: '#/components/schemas/Other' }}, {one}, {{ type: array, items: {{ type: string }} }}] }} }}"))
                + "    Other: { type: object, properties: { o: { type: string } } }\n",
            names);

        Assert.NotNull(run.Assembly.GetType("Consumer.AResponseXObject")!.GetProperty("K"));
    }

    [Fact]
    public void A_schema_of_another_file_that_is_a_form_too_keeps_both_names()
    {
        const string spec = """
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /a:
                post:
                  operationId: a
                  requestBody: { content: { application/x-www-form-urlencoded: { schema: { $ref: 'other.yaml#/Pet' } } } }
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: 'other.yaml#/Pet' } } } } }
            """;
        SpecItem other = new(new SpecFile("/project/other.yaml", "Pet: { type: object, properties: { a: { type: string } } }\n"), SpecItem.Reference);
        string names = NamesFile.TextOf(GeneratorRunner.Run(NamesFile.With([.. Items(spec), other], null, isUpdated: true)).Sources);

        GeneratorRun run = GeneratorRunner.Run(NamesFile.With([.. Items(spec), other], names));

        Assert.Contains("form other.yaml#/Pet = PetForm\n", names, StringComparison.Ordinal);
        Assert.Contains("type other.yaml#/Pet = Pet\n", names, StringComparison.Ordinal);
        Assert.Equal(GeneratorRunner.Run([.. Items(spec), other]).Sources, run.Sources);
        run.AssertNoDiagnostics();
    }

    [Fact]
    public void A_name_in_the_file_can_be_changed()
    {
        string names = NamedRun.Write(Small)
            .Replace(" = PetFurColour\n", " = FurColour\n", StringComparison.Ordinal)
            .Replace("value PetFurColour ", "value FurColour ", StringComparison.Ordinal)
            .Replace("light%20grey = LightGrey", "light%20grey = Silver", StringComparison.Ordinal)
            .Replace("method GET /pets = List", "method GET /pets = All", StringComparison.Ordinal);

        GeneratorRun run = Run(Small, names);

        Assert.Equal(["Black", "Silver"], Enum.GetNames(run.Assembly.GetType("Consumer.FurColour")!));
        Assert.Contains("AllAsync(", run.AllText, StringComparison.Ordinal);
        run.AssertNoDiagnostics();
    }

    /// <summary>MSBuild, which writes the file, replaces a backslash by a slash.</summary>
    [Fact]
    public void A_name_of_an_enum_need_not_have_words()
    {
        string document = Operations(("a", "{ x: { $ref: '#/components/schemas/Pace' } }")) + "\n    Pace: { type: string, enum: [one_two_x, one_two_y] }\n";
        string names = NamedRun.Write(document).Replace("= Pace\n", "= _\n", StringComparison.Ordinal);

        Assert.Equal(["OneTwoX", "OneTwoY"], Enum.GetNames(NamedRun.Of(document, names).Assembly.GetType("Consumer._")!));
    }

    [Fact]
    public void A_backslash_is_encoded()
    {
        string spec = Small.Replace("black, 'light grey'", "'a\\b', 'a/b', '%5C'", StringComparison.Ordinal);
        string names = NamedRun.Write(spec);

        Assert.Contains("value PetFurColour a%5Cb = ", names, StringComparison.Ordinal);
        Assert.Contains("value PetFurColour a/b = ", names, StringComparison.Ordinal);
        Assert.Contains("value PetFurColour %255C = ", names, StringComparison.Ordinal);
        Assert.DoesNotContain('\\', names);
        Assert.DoesNotContain(Run(spec, names).Diagnostics, static one => one.Id is "RTK0066" or "RTK0067");
    }

    [Fact]
    public void The_order_of_the_lines_and_repeated_lines_have_no_meaning()
    {
        string names = NamedRun.Write(Small);
        string[] lines = names.Split('\n');

        GeneratorRun merged = Run(Small, string.Join("\r\n", lines.Reverse().Concat(lines)));

        Assert.Equal(Run(Small, names).Sources, merged.Sources);
        merged.AssertNoDiagnostics();
    }

    [Fact]
    public void A_name_that_is_too_long_is_reported_as_such()
    {
        string longest = new('A', 120);

        Reported reported = Assert.Single(Run(Small, $"type #/components/schemas/pet = {longest}B").Diagnostics, static one => one.Id == "RTK0064");

        Assert.Equal($"'{longest}B' has 121 characters, and a name can have 120; the line is ignored", reported.Message);
        Assert.DoesNotContain(Run(Small, $"type #/components/schemas/pet = {longest}").Diagnostics, static one => one.Id == "RTK0064");
    }

    [Theory]
    [InlineData("type #/components/schemas/pet = 1", "RTK0064", 32, "'1' is not a C# identifier; the line is ignored")]
    [InlineData("type #/components/schemas/pet Pet", "RTK0064", 0, "'type #/components/schemas/pet Pet' is not an entry such as 'type #/components/schemas/pet = Pet'; the line is ignored")]
    [InlineData("typo #/components/schemas/pet = Pet", "RTK0064", 0, "No entry begins with 'typo' (did you mean 'type'?); the line is ignored")]
    [InlineData(">>>>>>> theirs", "RTK0064", 0, "The line is the mark of a merge conflict; keep the lines of both sides and remove the marks; the line is ignored")]
    [InlineData("type #/components/schemas/pet = Dog", "RTK0065", 32, "'type #/components/schemas/pet' cannot have the name Dog: line 1 gives it the name Pet")]
    [InlineData("type GET /pets parameters/query/order = ApiClientOptions", "RTK0065", 40, "'type GET /pets parameters/query/order' cannot have the name ApiClientOptions: another type or a part of the emitted code is called so")]
    [InlineData("type GET /pets parameters/query/order = _system", "RTK0065", 40, "'type GET /pets parameters/query/order' cannot have the name _system: another type or a part of the emitted code is called so")]
    [InlineData("type GET /pets parameters/query/order = Pet", "RTK0065", 40, "'type GET /pets parameters/query/order' cannot have the name Pet: another type or a part of the emitted code is called so")]
    [InlineData("class Pets = ApiClient", "RTK0065", 13, "'class Pets' cannot have the name ApiClient: a class of the client is called so")]
    [InlineData("property Pet owner = ToString", "RTK0065", 21, "'property Pet owner' cannot have the name ToString: another name or a member of the emitted code is called so")]
    [InlineData("type #/components/schemas/dog = Dog", "RTK0066", 32, "'type #/components/schemas/dog' is not in the document, so the name Dog is free; UpdateOpenApiNames=true removes the entry")]
    public void A_fault_of_the_file_is_reported_at_its_place_and_the_rest_counts(string line, string id, int column, string message)
    {
        GeneratorRun run = Run(Small, $"type #/components/schemas/pet = Pet\n// A comment.\n\n{line}\nmethod GET /pets = All\n");

        Reported reported = run.AssertReports(id);
        Assert.Equal((NamesFile.Path, 4, column + 1, message), (reported.File, reported.Line, reported.Column, reported.Message));
        Assert.Contains("AllAsync(", run.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_are_not_in_the_file_are_counted()
    {
        Assert.Equal(
            "18 names are not in the file, for example 'case PetOwner PetOwnerPerson = Person'; UpdateOpenApiNames=true adds them",
            Run(Small, "type #/components/schemas/pet = Pet\n").AssertReports("RTK0067").Message);
    }

    [Fact]
    public void Two_clients_cannot_have_one_names_file()
    {
        SpecItem first = NamesFile.With(Items(Small), "")[0];
        SpecItem second = first with { Text = new SpecFile("/project/other.yaml", Small), Metadata = new Dictionary<string, string>(first.Metadata) { ["Namespace"] = "Two" } };

        Assert.Equal(
            "'api.names' is not a valid value of Names: the client Consumer.ApiClient has the same names file",
            GeneratorRunner.Run([first, second]).AssertReports("RTK0011").Message);
    }

    [Fact]
    public void A_comment_in_the_file_emits_nothing_again()
    {
        string names = NamedRun.Write(Small);

        GeneratorEdit edit = Run(Small, names).EditSpec(names + "// A comment.\n", NamesFile.Path);

        edit.AssertOutputsAreCached();
    }

    private static GeneratorRun Run(string spec, string? names) => GeneratorRunner.Run(names is null ? Items(spec) : NamesFile.With(Items(spec), names));

    /// <summary>Returns a document with operations of these names, each with the properties of its response.</summary>
    private static string Operations(params (string Name, string Properties)[] operations) => $"""
        openapi: 3.1.0
        info: {"{ title: Small, version: '1' }"}
        paths:
        {string.Join("\n", operations.Select(static one => $$"""
              /{{one.Name}}:
                get:
                  operationId: {{one.Name}}
                  responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: {{one.Properties}} } } } } }
            """))}
        components:
          schemas:
            Unused: {"{ type: string }"}

        """;

    private static string[] TypesOf(string spec, string? names) => Run(spec, names).Assembly.GetExportedTypes()
        .Where(static type => type.Namespace == "Consumer" && !type.Name.StartsWith("Api", StringComparison.Ordinal) && !type.IsNested)
        .Select(static type => type.Name)
        .Order(StringComparer.Ordinal)
        .ToArray();

    private static IReadOnlyList<SpecItem> Items(string spec) => [new SpecItem(new SpecFile(GeneratorRunner.SpecPath, spec), SpecItem.Spec)];
}
