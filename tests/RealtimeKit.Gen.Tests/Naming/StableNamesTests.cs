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
                labels: { type: object, additionalProperties: { type: object, properties: { id: { type: string } } } }
                media: { oneOf: [{ type: string }, { type: object, properties: { url: { type: string } } }] }
                any:
        """;

    /// <summary>The only property whose type the added component changes.</summary>
    private const string Changing = "Any";

    private static readonly string[] _before = SurfaceOf(Spec + " { $ref: '#/components/schemas/Recording' }\n");

    [Theory]
    [InlineData("RecordingStatus")]
    [InlineData("Recording_Status")]
    [InlineData("recording_status")]
    [InlineData("Recording Status")]
    [InlineData("RecordingOwner")]
    [InlineData("RecordingOwnerKind")]
    [InlineData("Recording_Owner_Kind")]
    [InlineData("RecordingTracksItem")]
    [InlineData("RecordingLabelsValue")]
    [InlineData("RecordingMediaVariant2")]
    [InlineData("ListRecordingsOrder")]
    [InlineData("ListRecordings")]
    [InlineData("ListRecordingsResponse")]
    [InlineData("Search")]
    [InlineData("SearchRequest")]
    [InlineData("search")]
    [InlineData("ApiClientOptions")]
    [InlineData("Zebra")]
    public void A_component_renames_nothing_that_was_there(string added)
    {
        string component = $$"""
                '{{added}}':
                  type: object
                  properties:
                    request: { type: object, properties: { a: { type: string } } }
                    response: { type: object, properties: { a: { type: string } } }
                    order: { type: string, enum: [x, y] }
                    status: { type: string, enum: [x, y] }
                    kind: { type: string, enum: [x, y] }
            """;

        string[] after = SurfaceOf($"{Spec} {{ $ref: '#/components/schemas/{added}' }}\n{component}\n");

        Assert.Empty(_before.Except(after, StringComparer.Ordinal));
        Assert.NotEmpty(after.Except(_before, StringComparer.Ordinal));
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

        Assert.Contains("Pet_furColour", types);
        Assert.Contains("Pet_fur_x2D_colour", types);
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

        Assert.Contains("Task<_api::GetPetsId_Response> GetPetsIdAsync(", text, StringComparison.Ordinal);
        Assert.Contains("Task<_api::GetPetsById_Response> GetPetsByIdAsync(", text, StringComparison.Ordinal);
    }

    private static string[] NamesOf(string spec) => GeneratorRunner.Run(spec).Assembly.GetExportedTypes().Select(static type => type.Name).ToArray();

    /// <summary>Returns the public types with their members, so that a changed type is noticed too.</summary>
    private static string[] SurfaceOf(string spec) => GeneratorRunner.Run(spec).Assembly.GetExportedTypes()
        .SelectMany(static type => type
            .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(static member => !member.Name.EndsWith(Changing, StringComparison.Ordinal))
            .Select(member => $"{type.Name}: {member}"))
        .ToArray();
}
