using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Emission;

/// <summary>Compares the emitted text with snapshots, so that the diff of a change shows its effect on that text.</summary>
public class SnapshotTests
{
    [Fact]
    public void The_bundled_document() => Verifier.Verify(BundledSpec.Run());

    [Fact]
    public void Unions_and_inheritance() => Verifier.Verify(GeneratorRunner.Run("""
        openapi: 3.1.0
        info: { title: Pets, version: '1' }
        servers: [{ url: 'https://pets.example/v1' }]
        paths:
          /pets/{id}:
            get:
              operationId: pets/get
              tags: [pets]
              parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
                '404': { description: none, content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }
          /toys:
            get:
              operationId: toys/list
              tags: [toys]
              responses:
                '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Toy' } } } } }
        components:
          schemas:
            Pet:
              type: object
              required: [kind, name]
              properties: { kind: { type: string }, name: { type: string } }
              discriminator: { propertyName: kind, mapping: { dog: '#/components/schemas/Dog' } }
            Dog:
              allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { barks: { type: [boolean, 'null'] } } }]
            Ball: { type: object, required: [radius], properties: { radius: { type: number } } }
            Rope: { type: object, required: [length], properties: { length: { type: number } } }
            Toy: { oneOf: [{ $ref: '#/components/schemas/Ball' }, { $ref: '#/components/schemas/Rope' }, { type: string }] }
            Problem: { type: object, properties: { title: { type: string } } }
        """));

    [Fact]
    public void Parameters_and_forms() => Verifier.Verify(GeneratorRunner.Run("""
        openapi: 3.0.3
        info: { title: Files, version: '1' }
        paths:
          /files:
            get:
              operationId: listFiles
              parameters:
                - { name: ids, in: query, style: form, explode: false, schema: { type: array, items: { type: string, format: uuid } } }
                - { name: order, in: query, schema: { type: string, enum: [asc, ASC, desc], default: desc } }
                - { name: filter, in: query, style: deepObject, explode: true, schema: { type: object, properties: { from: { type: string, format: date } } } }
                - { name: If-None-Match, in: header, schema: { type: string } }
              responses: { '200': { description: ok, content: { text/plain: {} } } }
            post:
              operationId: uploadFile
              requestBody:
                required: true
                content:
                  multipart/form-data:
                    schema:
                      type: object
                      required: [file]
                      properties: { file: { type: string, format: binary }, purpose: { type: string } }
                  application/x-www-form-urlencoded:
                    schema: { type: object, properties: { url: { type: string, format: uri }, meta: { type: object, additionalProperties: { type: string } } } }
                    encoding: { meta: { style: deepObject, explode: true } }
              responses: { '204': { description: done } }
        """));
}
