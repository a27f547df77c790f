using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Support;

/// <summary>Checks the rows of the support table except those of schemas: what is emitted and what is not.</summary>
public class DocumentKeywordTests
{
    private static readonly Lazy<string> _text = new(static () => GeneratorRunner.Run(DocumentKeywordCases.Document).AllText);

    public static TheoryData<string> Keywords => [.. DocumentKeywordCases.All.Select(static keyword => keyword.Keyword)];

    [Theory]
    [MemberData(nameof(Keywords))]
    public void A_field_comes_out_or_not_as_the_table_says(string keyword)
    {
        DocumentKeywordCase expected = DocumentKeywordCases.All.Single(item => item.Keyword == keyword);

        Assert.Contains(expected.Text, DocumentKeywordCases.Document + _text.Value, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(expected.IsSeen, _text.Value.Contains(expected.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://a.example/?a=1&b=2", "<seealso href=\"https://a.example/?a=1&amp;b=2\">https://a.example/?a=1&amp;b=2</seealso>")]
    [InlineData("pages/more.html", "<seealso>pages/more.html</seealso>")]
    [InlineData("javascript:evil()", "<seealso>javascript:evil()</seealso>")]
    [InlineData("https://a.example/>", "<seealso>https://a.example/&gt;</seealso>")]
    public void A_link_leads_only_to_an_address_of_the_web(string url, string expected)
    {
        string text = GeneratorRunner.Run($$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /a: { get: { operationId: get, externalDocs: { url: '{{url}}' }, responses: { '204': { description: ok } } } }
            """).AllText;

        Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_a_header_and_a_scheme_are_never_obsolete()
    {
        string text = GeneratorRunner.Run("""
            openapi: 3.2.0
            info: { title: Small, version: '1' }
            paths:
              /a:
                get:
                  operationId: get
                  parameters: [{ name: q, in: query, deprecated: true, schema: { type: string } }]
                  security: [{ key: [] }]
                  responses: { '204': { description: ok, headers: { X-Old: { deprecated: true, schema: { type: string } } } } }
            components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key, deprecated: true } } }
            """).AllText;

        Assert.DoesNotContain("Obsolete", text);
    }
}
