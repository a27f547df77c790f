using System.Text.Json;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Reading;

/// <summary>Schemas that the document generators of ASP.NET Core write twice, or refer to incorrectly.</summary>
public class DotNetDocumentTests
{
    [Fact]
    public void A_member_that_the_parts_of_a_schema_state_alike_is_that_member()
    {
        GeneratorRun run = Run("Derived", """
            Base:
                  type: object
                  additionalProperties: { nullable: true }
                  properties:
                    title: { type: string, nullable: true }
                    errors: { type: object, additionalProperties: { type: array, items: { type: string } } }
                    place: { type: object, required: [city], properties: { city: { type: string, description: The city. } } }
            Derived:
              allOf:
                - { $ref: '#/components/schemas/Base' }
                - type: object
                  properties:
                    errors: { type: object, description: The errors., additionalProperties: { type: array, items: { type: string } } }
                    place: { type: object, required: [city], properties: { city: { type: string } } }
            """);

        run.AssertCompiles();
        Assert.Contains("public _generic::IReadOnlyDictionary<string, _generic::IReadOnlyList<string>>? Errors", run.AllText);
        Assert.DoesNotContain("record DerivedErrors", run.AllText);
        Assert.Contains("record BasePlace", run.AllText);
    }

    [Fact]
    public void A_member_that_the_parts_of_a_schema_state_differently_is_what_they_say_together()
    {
        GeneratorRun run = Run("Derived", """
            Base: { type: object, properties: { place: { type: object, properties: { city: { type: string } } } } }
            Derived:
              allOf:
                - { $ref: '#/components/schemas/Base' }
                - type: object
                  properties: { place: { type: object, properties: { street: { type: string } } } }
            """);

        run.AssertCompiles();
        Assert.Contains("? City ", run.AllText);
        Assert.Contains("? Street ", run.AllText);
    }

    [Fact]
    public void A_schema_that_an_allOf_states_twice_is_that_schema()
    {
        GeneratorRun run = Run("Owner", """
            Money:
              type: object
              required: [amount]
              properties:
                amount: { type: integer }
                parts: { type: array, items: { $ref: '#/components/schemas/Money' } }
            Owner:
              type: object
              properties:
                price:
                  allOf:
                    - type: object
                      required: [amount]
                      properties:
                        amount: { type: integer }
                        parts: { type: array, items: { $ref: '#/components/schemas/Money' } }
                    - { $ref: '#/components/schemas/Money' }
            """);

        run.AssertCompiles();
        Assert.Contains("public _api::Money? Price", run.AllText);
    }

    [Fact]
    public void Twins_that_differ_by_null_alone_are_one_type()
    {
        GeneratorRun run = Run("Customer", """
            Address: { type: object, nullable: true, properties: { street: { type: string }, next: { $ref: '#/components/schemas/Address' } } }
            Address2: { type: object, properties: { street: { type: string }, next: { $ref: '#/components/schemas/Address2' } } }
            Status: { enum: [Open, Closed] }
            NullableOfStatus: { enum: [Open, Closed, null], nullable: true }
            Tags: { type: array, items: { type: string } }
            Tags2: { type: array, items: { type: string }, nullable: true }
            Customer:
              type: object
              required: [billing, home, status, old, tags, moreTags]
              properties:
                home: { $ref: '#/components/schemas/Address' }
                billing: { $ref: '#/components/schemas/Address2' }
                all: { type: array, items: { $ref: '#/components/schemas/Address2' } }
                status: { $ref: '#/components/schemas/Status' }
                old: { $ref: '#/components/schemas/NullableOfStatus' }
                tags: { $ref: '#/components/schemas/Tags' }
                moreTags: { $ref: '#/components/schemas/Tags2' }
            """);

        run.AssertNoDiagnostics().AssertCompiles();
        Assert.Contains("public required _api::Address? Home", run.AllText);
        Assert.Contains("public required _api::Address Billing", run.AllText);
        Assert.Contains("public _generic::IReadOnlyList<_api::Address>? All", run.AllText);
        Assert.Contains("public required _runtime::OpenEnum<_api::Status> Status", run.AllText);
        Assert.Contains("public required _runtime::OpenEnum<_api::Status>? Old", run.AllText);
        Assert.Contains("public required _generic::IReadOnlyList<string> Tags", run.AllText);
        Assert.Contains("public required _generic::IReadOnlyList<string>? MoreTags", run.AllText);
        Assert.DoesNotContain("Address2", run.AllText);
        Assert.DoesNotContain("NullableOf", run.AllText);
    }

    [Theory]
    [InlineData("simple-user", "nullable-simple-user", "SimpleUser")]
    [InlineData("simple_user", "simple_user_or_null", "SimpleUser")]
    [InlineData("SimpleUser", "NullableSimpleUser", "SimpleUser")]
    [InlineData("SimpleUser", "SimpleUserNullable", "SimpleUser")]
    [InlineData("simpleUser", "nullableSimpleUser", "SimpleUser")]
    public void A_component_whose_name_says_that_null_is_allowed_is_the_type_of_the_other_name(string name, string nullable, string type)
    {
        GeneratorRun run = Run("Repository", $$"""
            {{name}}: { type: object, properties: { login: { type: string } } }
            {{nullable}}: { type: object, nullable: true, properties: { login: { type: string } } }
            Repository:
              type: object
              required: [owner, template]
              properties:
                owner: { $ref: '#/components/schemas/{{name}}' }
                template: { $ref: '#/components/schemas/{{nullable}}' }
            """);

        run.AssertNoDiagnostics().AssertCompiles();
        Assert.Contains($"public required _api::{type} Owner", run.AllText);
        Assert.Contains($"public required _api::{type}? Template", run.AllText);
        Assert.DoesNotContain("Null" + type, run.AllText);
        Assert.DoesNotContain("Nullable" + type, run.AllText);
    }

    [Theory]
    [InlineData("Address2: { type: object, properties: { street: { type: string }, zip: { type: string } } }", "Address2")]
    [InlineData("Address2: { type: object, properties: { street: { type: string } } }", "Address2", false)]
    [InlineData("Place: { type: object, properties: { street: { type: string } } }", "Place")]
    public void Components_that_differ_otherwise_or_not_at_all_are_two_types(string other, string name, bool isNullable = true)
    {
        GeneratorRun run = Run("Customer", $$"""
            Address: { type: object, nullable: {{(isNullable ? "true" : "false")}}, properties: { street: { type: string } } }
            {{other}}
            Customer: { type: object, properties: { home: { $ref: '#/components/schemas/Address' }, billing: { $ref: '#/components/schemas/{{name}}' } } }
            """);

        run.AssertCompiles();
        Assert.Contains($"public _api::{name}? Billing", run.AllText);
    }

    [Fact]
    public void A_filter_renames_no_identical_type()
    {
        GeneratorRun run = Run("Customer", """
            Address: { type: object, nullable: true, properties: { street: { type: string } } }
            Address2: { type: object, properties: { street: { type: string } } }
            Customer: { type: object, required: [billing], properties: { billing: { $ref: '#/components/schemas/Address2' } } }
            """);

        Assert.Contains("public required _api::Address Billing", run.AllText);
    }

    [Fact]
    public void A_reference_into_its_own_schema_is_followed()
    {
        GeneratorRun run = Run("Company", """
            Company:
                  type: object
                  properties:
                    backup: { $ref: '#/properties/office' }
                    city: { $ref: '#/components/schemas/#/properties/office/properties/city' }
                    first: { $ref: '#/properties/offices/items' }
                    office: { type: object, properties: { city: { type: object, properties: { name: { type: string } } } } }
                    offices: { type: array, items: { $ref: '#/properties/office' } }
                    tag: { $ref: '#/properties/owner/properties/tag' }
                    owner: { $ref: '#/components/schemas/Owner' }
            Owner: { type: object, properties: { tag: { type: object, properties: { id: { type: integer } } } } }
            """);

        run.AssertNoDiagnostics().AssertCompiles();
        Type type = run.Assembly.GetType("Consumer.Company")!;
        object company =
            JsonSerializer.Deserialize("""{"backup":{"city":{"name":"a"}},"city":{"name":"b"},"first":{"city":{"name":"c"}},"tag":{"id":7}}""", type)!;
        Assert.Equal("a", Get(company, "Backup", "City", "Name"));
        Assert.Equal("b", Get(company, "City", "Name"));
        Assert.Equal("c", Get(company, "First", "City", "Name"));
        Assert.Equal(7L, Get(company, "Tag", "Id"));
        Assert.Equal(["Backup", "First", "Office"], type.GetProperties()
            .Where(static property => property.PropertyType.Name == "CompanyOffice")
            .Select(static property => property.Name)
            .Order());
    }

    [Fact]
    public void A_reference_within_an_inline_schema_is_followed()
    {
        GeneratorRun run = GeneratorRunner.Run("""
            openapi: 3.0.1
            info: { title: Inline, version: '1' }
            paths:
              /a:
                get:
                  operationId: get
                  responses:
                    '200':
                      description: ok
                      content:
                        application/json:
                          schema:
                            type: object
                            properties:
                              left: { type: object, properties: { n: { type: integer } } }
                              right: { $ref: '#/properties/left' }
            """);

        run.AssertNoDiagnostics().AssertCompiles();
        Assert.Contains("public _api::GetResponseLeft? Right", run.AllText);
    }

    [Fact]
    public void A_reference_that_points_at_nothing_or_at_itself_is_raw_json_and_the_rest_comes_out()
    {
        GeneratorRun run = Run("Node", """
            Node:
                  type: object
                  properties:
                    label: { type: string }
                    children: { $ref: '#/components/schemas/#/properties/parent/properties/children' }
                    parent: { $ref: '#/properties/parent' }
                    left: { $ref: '#/properties/right' }
                    right: { $ref: '#/properties/left' }
                    gone: { type: array, items: { $ref: '#/properties/nowhere/items' } }
            """);

        run.AssertCompiles();
        Assert.All(run.Diagnostics, static diagnostic => Assert.Equal("RTK0036", diagnostic.Id));
        Assert.Equal(5, run.Diagnostics.Count);
        object node = JsonSerializer.Deserialize("""{"label":"a","children":[1],"parent":{"x":2},"gone":[3]}""", run.Assembly.GetType("Consumer.Node")!)!;
        Assert.Equal("a", Get(node, "Label"));
        Assert.Equal("[1]", ((JsonElement)Get(node, "Children")!).GetRawText());
        Assert.Equal("3", ((IReadOnlyList<JsonElement>)Get(node, "Gone")!)[0].GetRawText());
    }

    [Fact]
    public void A_reference_to_a_component_that_is_not_there_is_still_an_error()
    {
        GeneratorRun run = Run("Node", "Node: { type: object, properties: { next: { $ref: '#/components/schemas/Nowhere' } } }");

        run.AssertReports("RTK0020");
    }

    [Fact]
    public void A_component_that_is_given_its_own_name_is_not_said_to_be_renamed()
    {
        GeneratorRun run = Run("Holder", """
            Tint: { type: string, enum: [red, green], x-ms-enum: { name: Tint, modelAsString: false } }
            Shade: { type: string, enum: [dark, light], x-ms-enum: { name: Tint } }
            Holder: { type: object, properties: { tint: { $ref: '#/components/schemas/Tint' }, shade: { $ref: '#/components/schemas/Shade' } } }
            """);

        run.AssertCompiles();
        Assert.DoesNotContain(run.Diagnostics, static diagnostic => diagnostic.Message.StartsWith("'Tint' becomes Tint", StringComparison.Ordinal));
        Assert.Contains("OpenEnum<_api::Tint>? Tint", run.AllText);
    }

    [Fact]
    public void An_abstract_base_can_be_read_but_not_made()
    {
        GeneratorRun run = Run("Shape", """
            Shape:
              type: object
              x-abstract: true
              required: [kind]
              properties: { kind: { type: string } }
              discriminator: { propertyName: kind, mapping: { circle: '#/components/schemas/Circle' } }
            Circle: { allOf: [{ $ref: '#/components/schemas/Shape' }, { type: object, properties: { radius: { type: number } } }] }
            """);

        run.AssertCompiles();
        Type shape = run.Assembly.GetType("Consumer.Shape")!;
        Assert.DoesNotContain(shape.GetConstructors(), static constructor => constructor.GetParameters().Length == 0);
        Assert.NotEmpty(run.Assembly.GetType("Consumer.Circle")!.GetConstructors());
        Assert.Equal("Circle", JsonSerializer.Deserialize("""{"kind":"circle","radius":1}""", shape)!.GetType().Name);
        Assert.Equal("later", Get(JsonSerializer.Deserialize("""{"kind":"later"}""", shape)!, "Kind"));
    }

    [Fact]
    public void The_enum_of_a_maps_names_is_stated_in_its_documentation()
    {
        GeneratorRun run = Run("Holder", """
            Kind: { type: string, enum: [a, b] }
            Holder:
              type: object
              properties:
                counts:
                  type: object
                  description: The counts.
                  x-dictionaryKey: { $ref: '#/components/schemas/Kind' }
                  additionalProperties: { type: integer }
            """);

        run.AssertCompiles();
        Assert.Contains("The keys are values of Kind.", run.AllText);
        Assert.Contains("public _generic::IReadOnlyDictionary<string, long>? Counts", run.AllText);
    }

    private static object? Get(object owner, params string[] path) =>
        path.Aggregate((object?)owner, static (value, name) => value!.GetType().GetProperty(name)!.GetValue(value));

    private static GeneratorRun Run(string root, string schemas) => GeneratorRunner.Run(SpecTexts.WithSchemas(root, schemas));
}
