using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Types;

/// <summary>From OpenAPI 3.1 on, a part without a type is a file, and so is each item of a list without a type for its items.</summary>
public class UntypedPartTests
{
    [Theory]
    [InlineData("{ }", "FileContent")]
    [InlineData("{ description: a }", "FileContent")]
    [InlineData("{ anyOf: [{ }, { type: 'null' }] }", "FileContent")]
    [InlineData("{ allOf: [{ description: a }] }", "FileContent")]
    [InlineData("{ type: array, items: { } }", "IReadOnlyList<FileContent>")]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/Any' } }", "IReadOnlyList<FileContent>")]
    [InlineData("{ type: array, items: { anyOf: [{ }, { type: 'null' }] } }", "IReadOnlyList<FileContent>")]
    [InlineData("{ type: [array, 'null'], items: true }", "IReadOnlyList<FileContent>")]
    [InlineData("{ type: array, items: { type: string } }", "IReadOnlyList<string>")]
    [InlineData("{ type: array }", "IReadOnlyList<FileContent>")]
    [InlineData("{ type: object }", "IReadOnlyDictionary<string, JsonElement>")]
    [InlineData("{ anyOf: [{ }, { type: object }] }", "JsonElement")]
    public void It_is_a_file(string schema, string type)
    {
        Assert.Equal(type, TypeOf(schema, "multipart/form-data"));
        Assert.Equal(type.Replace("FileContent", "JsonElement", StringComparison.Ordinal), TypeOf(schema, "application/x-www-form-urlencoded"));
    }

    private static string TypeOf(string schema, string mediaType)
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.1.0
            info: { title: Small, version: '1' }
            paths:
              /a:
                post:
                  operationId: send
                  requestBody: { required: true, content: { {{mediaType}}: { schema: { type: object, required: [a], properties: { a: {{schema}} } } } } }
                  responses: { '204': { description: ok } }
            components: { schemas: { Any: { description: Any } } }
            """);
        run.AssertCompiles();
        return Name(run.ParametersOf("SendAsync")[0].ParameterType.GetProperty("A")!.PropertyType);
    }

    private static string Name(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? Name(inner)
        : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type == typeof(string) ? "string"
        : type.Name;
}
