using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Emission;

/// <summary>A setting of the consumer's project gives no warnings in emitted code, which nobody can edit.</summary>
public sealed class ConsumerWarningTests
{
    [Fact]
    public void An_assembly_can_be_CLS_compliant() => GeneratorRunner
        .Run(
            """
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /a:
                post:
                  operationId: add
                  parameters: [ { name: p, in: query, schema: { type: integer, format: uint64 } } ]
                  requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } }
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } }
            components:
              schemas:
                A: { type: object, properties: { n: { type: integer, format: uint32 }, _x: { type: string }, kind: { type: string, enum: [a, A] } } }
            """,
            consumer: "[assembly: System.CLSCompliant(true)]")
        .AssertCompiles();
}
