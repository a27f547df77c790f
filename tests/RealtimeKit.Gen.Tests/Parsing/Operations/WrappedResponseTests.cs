using System.Reflection;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

/// <summary>A schema that only wraps a reference, for example to add a description, gives the same methods as the reference.</summary>
public class WrappedResponseTests
{
    private const string Thing = "application/json: { schema: {Thing} }";
    private const string Described = "{ description: x, allOf: [{ref}] }";
    private const string Single = "{ oneOf: [{ref}] }";

    [Theory]
    [InlineData("application/json: { schema: {File} }", Described, "Stream GetAsync")]
    [InlineData("application/json: { schema: {File} }", "{ nullable: true, allOf: [{ref}] }", "Stream GetAsync")]
    [InlineData("application/json: { schema: {File} }", Single, "Stream GetAsync")]
    [InlineData($"application/json: {{ schema: {{ type: string }} }}, video/mp4: {{ schema: {{File}} }}", Described, "Stream GetAsync")]
    [InlineData($"{Thing}, text/plain: {{ schema: {{Text}} }}", Described, "String GetAsTextAsync")]
    [InlineData($"{Thing}, text/plain: {{ schema: {{Text}} }}", Single, "String GetAsTextAsync")]
    [InlineData($"{Thing}, application/xml: {{ schema: {{Thing}} }}", Described, "Thing GetAsync")]
    [InlineData("application/jsonl: { schema: {Things} }", Described, "Thing GetStreamingAsync")]
    public void It_gives_the_methods_of_what_it_wraps(string content, string wrapper, string expected)
    {
        string[] plain = MethodsOf(Run(content, "{ref}"));

        Assert.Contains(expected, plain);
        Assert.Equal(plain, MethodsOf(Run(content, wrapper)));
    }

    [Fact]
    public void The_text_of_an_error_is_not_read_as_JSON()
    {
        string content = $"{Thing}, text/plain: {{ schema: {{Text}} }}";

        Assert.Contains("ApiErrorBody.Text(", Run(content, "{ref}", status: "400").AllText);
        Assert.Contains("ApiErrorBody.Text(", Run(content, Described, status: "400").AllText);
    }

    private static GeneratorRun Run(string content, string wrapper, string status = "200")
    {
        foreach (string component in new[] { "Things", "Thing", "Text", "File" })
        {
            string reference = $"{{ $ref: '#/components/schemas/{component}' }}";
            content = content.Replace($"{{{component}}}", wrapper.Replace("{ref}", reference, StringComparison.Ordinal), StringComparison.Ordinal);
        }

        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /things:
                get:
                  operationId: get
                  responses: { '{{status}}': { description: x, content: { {{content}} } } }
            components:
              schemas:
                Things: { type: array, items: { $ref: '#/components/schemas/Thing' } }
                Thing: { type: object, properties: { name: { type: string } } }
                Text: { type: string, maxLength: 9 }
                File: { type: string, format: binary }
            """);
        run.AssertCompiles();
        return run;
    }

    /// <summary>Returns the methods with their results.</summary>
    private static string[] MethodsOf(GeneratorRun run) => run.Assembly.GetType("Consumer.ApiClient")!
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(static method => method.ReturnType.IsGenericType)
        .Select(static method => $"{method.ReturnType.GenericTypeArguments[0].Name} {method.Name}")
        .Order(StringComparer.Ordinal)
        .ToArray();
}
