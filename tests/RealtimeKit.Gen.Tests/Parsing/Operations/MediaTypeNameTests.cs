using System.Text.RegularExpressions;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

/// <summary>Checks that responses in several JSON media types get methods with different names.</summary>
public sealed partial class MediaTypeNameTests
{
    [Fact]
    public void Text_is_plain_text_by_default_if_the_document_has_it()
    {
        GeneratorRun run = GeneratorRunner.Run("""
            openapi: 3.1.0
            info: { title: Small, version: '1' }
            paths:
              /m:
                post:
                  operationId: send
                  requestBody: { content: { application/xml: { schema: { type: string } }, text/csv: { schema: { type: string } }, text/plain: { schema: { type: string } } } }
                  responses: { '204': { description: ok } }
            """);

        run.AssertCompiles();
        Assert.Contains("string contentType = \"text/plain\"", run.AllText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json;v=1|application/json;v=2|application/json;v=3", "GetAsApplicationJsonV2|GetAsApplicationJsonV3", 2)]
    [InlineData("application/json|application/vnd.a.b+json|application/vnd.a-b+json", "GetAsApplicationVndABPlusJson|GetAsApplicationVndABPlusJson2", 2)]
    [InlineData("application/json|application/vnd.acme.v1+json|application/vnd.acme.v2+json", "GetAsAcmeV1Json|GetAsAcmeV2Json", 0)]
    public void Media_types_that_share_a_name_get_one_from_their_full_text(string types, string names, int changed)
    {
        string content = string.Join('\n', types.Split('|').Select(static (type, index) =>
            $"            '{type}': {{ schema: {{ type: object, properties: {{ p{index}: {{ type: string }} }} }} }}"));
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.1.0
            info: { title: Small, version: '1' }
            paths:
              /m:
                get:
                  operationId: get
                  responses:
                    '200':
                      description: ok
                      content:
            {{content}}
            """);

        run.AssertCompiles();
        string[] methods = [.. Method().Matches(run.AllText).Select(static match => match.Groups[1].Value)];
        Assert.Equal(methods, methods.Distinct());
        Assert.Equal(3, methods.Length);
        Assert.Empty(names.Split('|').Except(methods));
        Assert.Equal(changed, run.Diagnostics.Count(static diagnostic => diagnostic.Message.Contains("other media types", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"public virtual [\w.:<>?]+ (\w+)Async\((?![^\n]*\n[^\n]*WithResponseAsync)")]
    private static partial Regex Method();
}
