using System.Reflection;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Naming;

/// <summary>Existing types and members keep their names when a schema is added.</summary>
public class StableNamesTests
{
    private const string Spec = """
        openapi: 3.1.0
        info: { title: Stable, version: '1' }
        paths:
          /recordings:
            get:
              operationId: listRecordings
              parameters:
                - { name: order, in: query, schema: { type: string, enum: [asc, desc] } }
              responses:
                '200':
                  description: ok
                  content:
                    application/json:
                      schema: { type: object, properties: { items: { type: array, items: { $ref: '#/components/schemas/Recording' } } } }
            post:
              operationId: search
              requestBody: { content: { application/json: { schema: { type: object, properties: { text: { type: string } } } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Recording/properties/owner' } } } } }
        components:
          schemas:
            Recording:
              type: object
              properties:
                status: { type: string, enum: [on, off] }
                owner: { type: object, properties: { name: { type: string }, kind: { type: string, enum: [a, b] } } }
                tracks: { type: array, items: { type: object, properties: { id: { type: string } } } }
                labels: { type: object, additionalProperties: { type: object, properties: { key: { type: string } } } }
                media: { oneOf: [{ type: string }, { type: object, properties: { url: { type: string } } }] }
                any:
        """;

    /// <summary>The only property whose type the added component changes.</summary>
    private const string Changing = "Any";

    private static readonly string[] _before = SurfaceOf(Spec + " { $ref: '#/components/schemas/Recording' }\n");

    [Theory]
    [InlineData("recording")]
    [InlineData("ListRecordings")]
    [InlineData("Search")]
    [InlineData("search")]
    [InlineData("ApiClientOptions")]
    [InlineData("RecordingTracksItem")]
    [InlineData("Zebra")]
    public void A_component_renames_nothing_that_was_there(string added)
    {
        string[] after = SurfaceOf(With(added, "tag"));

        Assert.Empty(_before.Except(after, StringComparer.Ordinal));
        Assert.NotEmpty(after.Except(_before, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("RecordingStatus", "RecordingStatus", "RecordingPropertyStatus")]
    [InlineData("recording_status", "RecordingStatus", "RecordingPropertyStatus")]
    [InlineData("RecordingOwner", "RecordingOwner", "RecordingPropertyOwner")]
    [InlineData("RecordingOwnerKind", "RecordingOwnerKind", "RecordingOwnerPropertyKind")]
    [InlineData("RecordingTrack", "RecordingTrack", "RecordingTracksItem")]
    [InlineData("RecordingLabelsValue", "RecordingLabelsValue", "RecordingLabelsSchemaValue")]
    [InlineData("ListRecordingsOrder", "ListRecordingsOrder", "ListRecordingsParameterOrder")]
    [InlineData("ListRecordingsResponse", "ListRecordingsResponse", "ListRecordingsOperationResponse")]
    [InlineData("SearchRequest", "SearchRequest", "SearchOperationRequest")]
    public void An_inline_type_whose_name_a_component_takes_has_a_longer_one_and_says_so(string added, string name, string longer)
    {
        GeneratorRun run = GeneratorRunner.Run(With(added, "tag"));

        Assert.Equal($"'{name}' becomes {longer}, because another type gives {name} too", Assert.Single(run.Diagnostics, static one => one.Id == "RTK0040").Message);
        Assert.NotNull(run.Assembly.GetType("Consumer." + longer));
        Assert.Contains(run.Assembly.GetType("Consumer." + name)!.GetProperties(), static property => property.Name == "Tag");
    }

    [Theory]
    [InlineData("times")]
    [InlineData("Times")]
    public void A_component_that_is_renamed_is_reported_at_its_place_even_if_nothing_uses_it(string used)
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /a: { get: { operationId: getA, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/{{used}}' } } } } } } }
            components:
              schemas:
                times: { type: object, properties: { a: { type: string } } }
                Times: { type: object, properties: { b: { type: string } } }

            """);

        Assert.Equal("'times' becomes Times2, because another name already produces Times", run.AssertReports("RTK0040", line: 7).Message);
    }

    [Fact]
    public void Inline_types_of_two_owners_that_ask_for_one_name_both_have_a_longer_one()
    {
        string[] types = NamesOf(With("ListRecordings", "order"));

        Assert.DoesNotContain("ListRecordingsOrder", types);
        Assert.Contains("ListRecordingsParameterOrder", types);
        Assert.Contains("ListRecordingsPropertyOrder", types);
    }

    [Fact]
    public void Members_that_read_alike_give_types_spelled_out_instead_of_counted()
    {
        const string spec = """
            openapi: 3.1.0
            info: { title: Alike, version: '1' }
            paths:
              /a:
                get:
                  operationId: a
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } }
            components:
              schemas:
                Pet:
                  type: object
                  properties:
                    fur-colour: { type: string, enum: [a, b] }
                    furColour: { type: string, enum: [c, d] }
            """;

        string[] types = NamesOf(spec);

        Assert.Contains("PetFurColour", types);
        Assert.Contains("PetFurColour2", types);
    }

    [Fact]
    public void The_types_of_an_operation_without_an_id_are_called_as_its_method()
    {
        const string Operation = "get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } } } }";
        string text = GeneratorRunner.Run($$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /pets/id: { {{Operation}} }
              /pets/{id}: { parameters: [{ name: id, in: path, required: true, schema: { type: string } }], {{Operation.Replace("{ a:", "{ b:", StringComparison.Ordinal)}} }
            """).AllText;

        Assert.Contains("Task<_api::GetPetsIdResponse> GetPetsIdAsync(", text, StringComparison.Ordinal);
        Assert.Contains("Task<_api::GetPetResponse> GetPetAsync(", text, StringComparison.Ordinal);
    }

    /// <summary>Returns the document with another component, which has one property of an inline type.</summary>
    private static string With(string added, string property) =>
        $"{Spec} {{ $ref: '#/components/schemas/{added}' }}\n    '{added}': {{ type: object, properties: {{ {property}: {{ type: object, properties: {{ a: {{ type: string }} }} }} }} }}\n";

    private static string[] NamesOf(string spec) => GeneratorRunner.Run(spec).Assembly.GetExportedTypes().Select(static type => type.Name).ToArray();

    /// <summary>Returns the public types with their members, so that a changed type is noticed too.</summary>
    private static string[] SurfaceOf(string spec) => GeneratorRunner.Run(spec).Assembly.GetExportedTypes()
        .SelectMany(static type => type
            .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(static member => !member.Name.EndsWith(Changing, StringComparison.Ordinal))
            .Select(member => $"{type.Name}: {member}"))
        .ToArray();
}
