using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Support;

/// <summary>Checks the rows of the support table that only Swagger 2.0 has: what is emitted and what is not.</summary>
public class SwaggerKeywordTests
{
    private static readonly Lazy<string> _text = new(static () => GeneratorRunner.Run(DocumentKeywordCases.Swagger).AllText);

    public static TheoryData<string> Keywords => [.. DocumentKeywordCases.OfSwagger.Select(static keyword => keyword.Keyword)];

    [Theory]
    [MemberData(nameof(Keywords))]
    public void A_field_comes_out_or_not_as_the_table_says(string keyword)
    {
        DocumentKeywordCase expected = DocumentKeywordCases.OfSwagger.Single(item => item.Keyword == keyword);

        Assert.Contains(expected.Text, DocumentKeywordCases.Swagger + _text.Value, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(expected.IsSeen, _text.Value.Contains(expected.Text, StringComparison.Ordinal));
    }
}
