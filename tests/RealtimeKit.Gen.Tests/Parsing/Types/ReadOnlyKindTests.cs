using System.Text.Json;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Types;

/// <summary>A discriminator that only the server sets.</summary>
public sealed class ReadOnlyKindTests
{
    [Fact]
    public void It_is_sent_because_the_server_needs_it_to_read_the_value()
    {
        GeneratorRun run = GeneratorRunner.Run("""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /a:
                put:
                  operationId: send
                  requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } }
            components:
              schemas:
                Pet:
                  type: object
                  required: [kind]
                  properties: { kind: { type: string, readOnly: true }, id: { type: string, readOnly: true } }
                  discriminator: { propertyName: kind }
                Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { name: { type: string } } }] }
            """);
        run.AssertCompiles();
        Type pet = run.Assembly.GetType("Consumer.Pet")!;

        object? read = JsonSerializer.Deserialize("""{ "kind": "Cat", "id": "1", "name": "Tom" }""", pet);

        Assert.Equal("""{"kind":"Cat","name":"Tom"}""", JsonSerializer.Serialize(read, pet));
        Assert.Equal("""{"kind":"Cat"}""", JsonSerializer.Serialize(Activator.CreateInstance(run.Assembly.GetType("Consumer.Cat")!), pet));
    }
}
