using System.Text.Json;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Emission;

/// <summary>A document with one described schema, for tests of what a description becomes.</summary>
internal static class DescribedSchema
{
    /// <summary>Returns the emitted code, which compiles.</summary>
    public static string Emit(string description)
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.1.0
            info: { title: Small, version: '1' }
            paths:
              /a:
                get:
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } }
            components:
              schemas:
                A: { type: object, properties: { p: { type: string } }, description: {{JsonSerializer.Serialize(description)}} }
            """);
        run.AssertCompiles();
        return run.AllText;
    }
}
