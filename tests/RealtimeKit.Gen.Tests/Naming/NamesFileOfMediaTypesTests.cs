using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Naming;

/// <summary>The author changes the media type of a body. Its schema is still the same, so its type keeps a name of the user's choice.</summary>
public class NamesFileOfMediaTypesTests
{
    private const string Thing = "{ type: object, properties: { x: { type: object, properties: { y: { type: string } } } } }";

    [Theory]
    [InlineData("'*/*'", "application/json")]
    [InlineData("application/json", "'application/json; charset=utf-8'")]
    [InlineData("application/json", "application/vnd.acme+json")]
    [InlineData("application/json", "application/problem+json")]
    public void A_body_and_a_response_keep_their_names(string earlier, string later)
    {
        string names = NamedRun.Write(Document(earlier)).Replace("CreateRe", "MyRe", StringComparison.Ordinal);

        GeneratorRun run = NamedRun.Of(Document(later), names);

        foreach (string name in (string[])["MyRequest", "MyRequestX", "MyResponse", "MyResponseX"])
        {
            Assert.Contains($"= {name}\n", names, StringComparison.Ordinal);
            Assert.NotNull(run.Assembly.GetType($"Consumer.{name}"));
        }
    }

    [Fact]
    public void A_form_keeps_its_name()
    {
        string names = NamedRun.Write(Form("multipart/mixed")).Replace("CreateMultipart", "Upload", StringComparison.Ordinal);

        Assert.NotNull(NamedRun.Of(Form("multipart/form-data"), names).Assembly.GetType("Consumer.Upload"));
    }

    [Fact]
    public void Another_content_of_the_kind_takes_no_name()
    {
        string names = NamedRun.Write(Document("application/vnd.acme+json"));
        string both = Document("application/vnd.acme+json").Replace(
            "content: {", "content: { application/json: { schema: { type: object, properties: { z: { type: string } } } },", StringComparison.Ordinal);

        GeneratorRun run = NamedRun.Of(both, names);

        Assert.NotNull(run.Assembly.GetType("Consumer.CreateRequest")?.GetProperty("X"));
        Assert.NotNull(run.Assembly.GetType("Consumer.CreateResponse")?.GetProperty("X"));
    }

    private static string Document(string mediaType) => Whole($$"""
        requestBody: { required: true, content: { {{mediaType}}: { schema: {{Thing}} } } },
                responses: { '200': { description: ok, content: { {{mediaType}}: { schema: {{Thing.Replace("y:", "w:", StringComparison.Ordinal)}} } } } }
        """);

    private static string Form(string mediaType) => Whole($$"""
        requestBody: { required: true, content: { {{mediaType}}: { schema: {{Thing}} } } }, responses: { '204': { description: ok } }
        """);

    private static string Whole(string operation) => $$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        paths:
          /things:
            post: { operationId: create, {{operation}} }

        """;
}
