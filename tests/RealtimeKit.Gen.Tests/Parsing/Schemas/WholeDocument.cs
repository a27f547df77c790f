namespace RealtimeKit.Gen.Tests.Parsing.Schemas;

/// <summary>A document with one component, <c>Whole</c>, that is sent and received.</summary>
internal static class WholeDocument
{
    /// <param name="whole">The entries of the schema, in the flow style of YAML.</param>
    /// <param name="components">Other components, in lines or in the flow style.</param>
    public static string Of(string whole, params string[] components) => $$"""
        openapi: 3.1.0
        info: { title: Small, version: '1' }
        paths:
          /a:
            post:
              operationId: send
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Whole' } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Whole' } } } } }
        components:
          schemas:
            Whole: { {{whole}} }
        {{string.Concat(components.Select(static component => $"    {component}\n"))}}
        """;

    /// <summary>Returns the document of a record with these properties.</summary>
    public static string WithProperties(string properties, params string[] components) =>
        Of($"type: object, properties: {{ {properties} }}", components);
}
