using System.Reflection;
using RealtimeKit.Gen.Emission.Text;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Emission;

public class RuntimeNamesTests
{
    public static TheoryData<string> Names => new(typeof(RuntimeNames)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(static constant => constant.IsLiteral)
        .Select(static constant => (string)constant.GetRawConstantValue()!)
        .Where(static name => !name.EndsWith(':')));

    [Theory, MemberData(nameof(Names))]
    public void A_name_that_emitted_code_uses_exists(string name)
    {
        (string alias, string @namespace) = Assert.Single(RuntimeNames.Aliases, known => name.StartsWith(known.Alias, StringComparison.Ordinal));
        string type = $"{@namespace}.{name[alias.Length..]}";
        Assembly[] assemblies = [typeof(RealtimeKit.Runtime.ApiTransport).Assembly, typeof(object).Assembly, typeof(Uri).Assembly, typeof(HttpClient).Assembly,
            typeof(System.Text.Json.JsonElement).Assembly];

        Assert.Contains(assemblies, assembly => assembly.GetType(type + "Attribute") is not null
            || Enumerable.Range(0, 3).Any(arity => assembly.GetType(arity == 0 ? type : $"{type}`{arity}") is { IsVisible: true }));
    }

    [Fact]
    public void The_tokens_of_a_value_are_called_as_the_runtime_calls_them() =>
        Assert.Equal(Enum.GetNames<RealtimeKit.Runtime.Wire.UnionTokens>(), Enum.GetNames<JsonTokens>());

    /// <summary>
    /// The lookup of a namespace's alias considers only aliases. No type of a document or a consumer can therefore replace it.
    /// </summary>
    [Fact]
    public void No_name_of_the_document_or_the_consumer_takes_the_place_of_another()
    {
        string[] names = ["System", "Task", "Guid", "String", "JsonReading", "JsonFields", "ApiRequest", "ApiOperation", "Utf8JsonReader", "Wire", "JsonCodecs",
            "HttpMethod", "Func", "RecordJson", "Record", "Optional", "CancellationToken"];
        string schemas = string.Join("\n", names.Select(static name =>
            $"    {name}: {{ type: object, required: [id], properties: {{ id: {{ type: string, format: uuid }}, task: {{ $ref: '#/components/schemas/Task' }}, reader: {{ type: string }}, fields: {{ type: array, items: {{ type: string, enum: [a, b] }} }} }} }}"));
        string cases = string.Join(", ", names.Select(static name => $"{{ $ref: '#/components/schemas/{name}' }}"));
        GeneratorRunner.Run($$"""
            openapi: 3.0.3
            info: { title: Names, version: '1' }
            paths:
              /a:
                post:
                  operationId: post
                  requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/System' } } } }
                  responses:
                    '200': { description: ok, content: { application/json: { schema: { oneOf: [{{cases}}] } } } }
            components:
              schemas:
            {{schemas}}
            """, consumer: "namespace Consumer { class JsonNames; class IDisposable; class Exception; namespace _Api { } } namespace Consumer.Json { class Utf8JsonWriter; } class Generic;");
    }
}
