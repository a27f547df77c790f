using System.Text.RegularExpressions;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Naming;

/// <summary>A method keeps its name when a later version has another media type, which would have the name without a suffix.</summary>
public class NamesFileOfSuffixesTests
{
    private const string Json = "application/json: { schema: { type: object, properties: { a: { type: string } } } }";
    private const string Form = "application/x-www-form-urlencoded: { schema: { type: object, properties: { b: { type: string } } } }";
    private const string Multipart = "multipart/form-data: { schema: { type: object, properties: { e: { type: string } } } }";
    private const string Patch = "application/json-patch+json: { schema: { type: array, items: { type: string } } }";
    private const string Vendor = "application/vnd.acme+json: { schema: { type: object, properties: { c: { type: string } } } }";
    private const string Other = "application/vnd.other+json: { schema: { type: object, properties: { d: { type: string } } } }";
    private const string Mixed = "multipart/mixed: { schema: { type: object, properties: { c: { type: string } } } }";
    private const string Text = "text/plain: { schema: { type: string } }";
    private const string Bytes = "application/octet-stream: { schema: { type: string, format: binary } }";

    [Theory]
    [InlineData(Form, Json, "LoginAsync(_api::LoginForm", "LoginAsJsonAsync(_api::LoginRequest")]
    [InlineData(Multipart, Json, "LoginAsync(_api::LoginMultipart", "LoginAsJsonAsync(_api::LoginRequest")]
    [InlineData(Text, Json, "LoginAsync(string", "LoginAsJsonAsync(_api::LoginRequest")]
    [InlineData(Bytes, Text, "Stream content", "LoginAsTextAsync(string")]
    [InlineData(Json, Form, "LoginAsync(_api::LoginRequest", "LoginAsFormAsync(_api::LoginForm")]
    [InlineData(Patch, Json, "LoginAsync(_generic::IReadOnlyList<string>", "LoginAsJsonAsync(_api::LoginRequest")]
    [InlineData(Vendor, Json, "LoginAsync(_api::LoginRequest", "LoginAsJsonAsync(_api::LoginOperationRequest")]
    [InlineData(Other, Vendor, "LoginAsync(_api::LoginRequest", "LoginAsAcmeJsonAsync(_api::LoginOperationRequest")]
    [InlineData(Form, Patch, "LoginAsync(_api::LoginForm", "LoginAsJsonPatchJsonAsync(_generic::IReadOnlyList<string>")]
    [InlineData(Multipart, Form, "LoginAsync(_api::LoginMultipart", "LoginAsFormAsync(_api::LoginForm")]
    [InlineData(Mixed, Multipart, "LoginAsync(_api::LoginMultipart", "LoginAsMultipartAsync(_api::LoginOperationMultipart")]
    public void A_body_keeps_its_method_when_another_is_added_or_removed(string body, string added, string kept, string other) =>
        AssertKept(body, added, kept, other, static content => $"requestBody: {{ required: true, content: {{ {content} }} }}, responses: {{ '204': {{ description: ok }} }}");

    [Theory]
    [InlineData("{patch}, {merge}", "{patch}, {merge}, {json}")]
    [InlineData("{merge}, {patch}", "{json}, {merge}, {patch}")]
    [InlineData("{json}, {merge}, {patch}", "{merge}, {patch}")]
    public void The_methods_of_patches_keep_their_names_when_plain_JSON_with_the_schema_of_one_is_added_or_removed(string earlier, string later)
    {
        string names = NamedRun.Write(Of(earlier));
        string written = NamedRun.Write(Of(later), names);

        Assert.Equal(2, Methods(GeneratorRunner.Run(Of(earlier))).Length);
        Assert.Empty(Methods(GeneratorRunner.Run(Of(earlier))).Except(Methods(NamedRun.Of(Of(later), names))));
        Assert.Equal(NamedRun.Of(Of(later), names).Sources, NamedRun.Of(Of(later), written).Sources);
        Assert.Equal(written, NamedRun.Write(Of(later), written));

        static string Of(string contents) => Document($"requestBody: {{ required: true, content: {{ {contents
            .Replace("{patch}", Patch, StringComparison.Ordinal)
            .Replace("{merge}", Json.Replace("application/json", "application/merge-patch+json", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("{json}", Json, StringComparison.Ordinal)} }} }}, responses: {{ '204': {{ description: ok }} }}");

        static string[] Methods(GeneratorRun run) => Regex.Matches(run.AllText, @"Task (Login\w*Async\(\S+) \w+,")
            .Select(static match => match.Groups[1].Value)
            .Distinct(StringComparer.Ordinal)
            .ToArray();
    }

    [Theory]
    [InlineData(Text, Json, "Task<string> LoginAsync(", "Task<_api::LoginResponse> LoginAsJsonAsync(")]
    [InlineData(Bytes, Json, "Stream> LoginAsync(", "Task<_api::LoginResponse> LoginAsJsonAsync(")]
    [InlineData(Json, Text, "Task<_api::LoginResponse> LoginAsync(", "Task<string> LoginAsTextAsync(")]
    [InlineData(Vendor, Json, "Task<_api::LoginResponse> LoginAsync(", "Task<_api::LoginOperationResponse> LoginAsJsonAsync(")]
    [InlineData(Other, Vendor, "Task<_api::LoginResponse> LoginAsync(", "Task<_api::LoginOperationResponse> LoginAsAcmeJsonAsync(")]
    [InlineData(Text, Vendor, "Task<string> LoginAsync(", "Task<_api::LoginResponse> LoginAsAcmeJsonAsync(")]
    public void A_result_keeps_its_method_when_another_is_added_or_removed(string body, string added, string kept, string other) =>
        AssertKept(body, added, kept, other, static content => $"responses: {{ '200': {{ description: ok, content: {{ {content} }} }} }}");

    private static void AssertKept(string body, string added, string kept, string other, Func<string, string> operation)
    {
        string earlier = Document(operation(body));
        string both = Document(operation($"{added}, {body}"));
        string names = NamedRun.Write(earlier);

        GeneratorRun run = NamedRun.Of(both, names);

        Assert.Contains(kept, GeneratorRunner.Run(earlier).AllText, StringComparison.Ordinal);
        Assert.Contains(kept, run.AllText, StringComparison.Ordinal);
        Assert.Contains(other, run.AllText, StringComparison.Ordinal);
        Assert.Equal(GeneratorRunner.Run(earlier).Sources, NamedRun.Of(earlier, names).Sources);
        NamedRun.Of(earlier, names).AssertNoDiagnostics();

        string later = NamedRun.Write(both, names);
        Assert.Equal(run.Sources, NamedRun.Of(both, later).Sources);
        Assert.Contains(other, NamedRun.Of(Document(operation(added)), later).AllText, StringComparison.Ordinal);
        Assert.Contains(kept, NamedRun.Of(earlier, later).AllText, StringComparison.Ordinal);
    }

    private static string Document(string operation) => $$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        paths:
          /login:
            post: { operationId: login, {{operation}} }

        """;
}
