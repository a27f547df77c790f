using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Schemas;

/// <summary>Checks the type of an operation of JSON Patch, which ASP.NET Core describes by three alternatives.</summary>
public sealed class JsonPatchTests
{
    private const string WithValue =
        "{ type: object, required: [op, path, value], properties: { op: { type: string, enum: [add, replace, test] }, path: { type: string }, value: {} } }";

    private const string WithSource =
        "{ type: object, required: [op, path, from], properties: { op: { type: string, enum: [move, copy] }, path: { type: string }, from: { type: string } } }";

    private const string Removal = "{ type: object, required: [op, path], properties: { op: { type: string, const: remove }, path: { type: string } } }";

    [Fact]
    public void The_three_alternatives_are_one_record() => Assert.Equal(
        """[{"op":"replace","path":"/note","value":"new"},{"op":"remove","path":"/due"},{"op":"move","path":"/b","from":"/a"},{"op":"add","path":"/c","value":null}]""",
        Write(
            $"[{WithValue}, {WithSource}, {Removal}]",
            """
            JsonPatchDocumentItem[] patch =
            [
                new() { Op = JsonPatchDocumentItemOp.Replace, Path = "/note", Value = System.Text.Json.JsonSerializer.SerializeToElement("new") },
                new() { Op = JsonPatchDocumentItemOp.Remove, Path = "/due" },
                new() { Op = JsonPatchDocumentItemOp.Move, Path = "/b", From = "/a" },
                new() { Op = JsonPatchDocumentItemOp.Add, Path = "/c", Value = System.Text.Json.JsonSerializer.SerializeToElement<string?>(null) },
            ];
            """));

    [Theory]
    [InlineData("{ type: object, required: [op, path], properties: { op: { type: string, enum: [remove, erase] }, path: { type: string } } }")]
    [InlineData("{ type: object, required: [op, path], properties: { op: { type: string, enum: [remove] }, path: { type: string }, reason: { type: string } } }")]
    [InlineData("{ type: object, required: [op], properties: { op: { type: string, enum: [remove] }, path: { type: string } } }")]
    public void Alternatives_that_are_no_JSON_Patch_remain_apart(string other)
    {
        GeneratorRun run = GeneratorRunner.Run(Spec($"[{WithValue}, {other}]"));

        run.AssertCompiles();
        Assert.Equal("ApiUnion", run.Assembly.GetType("Consumer.JsonPatchDocumentItem")!.BaseType!.Name);
    }

    private static string Write(string alternatives, string code)
    {
        GeneratorRun run = GeneratorRunner.Run(
            Spec(alternatives),
            consumer: $$"""
                namespace Consumer;
                internal static class Uses
                {
                    public static string Run()
                    {
                        {{code}}
                        return System.Text.Json.JsonSerializer.Serialize(patch);
                    }
                }
                """);
        run.AssertCompiles();
        return (string)run.Assembly.GetType("Consumer.Uses")!.GetMethod("Run")!.Invoke(null, null)!;
    }

    private static string Spec(string alternatives) => $$"""
        openapi: 3.1.1
        info: { title: Patches, version: '1' }
        paths:
          /o:
            patch:
              operationId: patch
              requestBody: { required: true, content: { application/json-patch+json: { schema: { $ref: '#/components/schemas/JsonPatchDocument' } } } }
              responses: { '204': { description: ok } }
        components:
          schemas:
            JsonPatchDocument: { type: array, items: { type: object, oneOf: {{alternatives}} } }
        """;
}
