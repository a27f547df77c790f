using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Support;

/// <summary>The published table has every keyword, and names an existing test for each.</summary>
public partial class SupportTableTests
{
    private static readonly IReadOnlyList<SupportRow> _rows = SupportTable.Read();

    [Fact]
    public void Every_keyword_of_every_version_has_a_row_and_no_other_has()
    {
        string[] published = _rows
            .SelectMany(static row => row.Versions.SelectMany(version => row.Keywords.Select(keyword => $"{row.Object}: {keyword} of {version}")))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToArray();

        Assert.Equal(SpecificationKeywords.All.Order(StringComparer.Ordinal), published);
    }

    [Fact]
    public void Every_row_says_one_of_three_words() =>
        Assert.All(_rows, static row => Assert.Contains(row.Support, (string[])["full", "degraded", "ignored"]));

    [Fact]
    public void Every_row_names_a_test_that_exists()
    {
        HashSet<string> tests = Tests();
        string[] missing = _rows
            .SelectMany(static row => row.Tests.DefaultIfEmpty("no test"))
            .Where(test => !tests.Contains(test))
            .Distinct(StringComparer.Ordinal)
            .ToArray();

        Assert.True(missing.Length == 0, string.Join('\n', missing));
    }

    [Fact]
    public void Every_case_backs_a_row()
    {
        HashSet<string> named = _rows.SelectMany(static row => row.Tests).ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(Cases(), test => !named.Contains(test));
    }

    /// <summary>Methods marked as tests, of every test project; and the cases of the tables' own theories.</summary>
    private static HashSet<string> Tests()
    {
        HashSet<string> tests = Repository.SourceFiles("tests")
            .Select(static file => Repository.Read(file))
            .Where(static text => Marked().IsMatch(text))
            .SelectMany(static text => CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
            .Where(static method =>
                method.AttributeLists.SelectMany(static list => list.Attributes).Any(static attribute => attribute.Name.ToString() is "Fact" or "Theory"))
            .Select(static method => $"{((TypeDeclarationSyntax)method.Parent!).Identifier.ValueText}.{method.Identifier.ValueText}")
            .ToHashSet(StringComparer.Ordinal);
        tests.UnionWith(Cases());
        return tests;
    }

    private static IEnumerable<string> Cases() =>
    [
        .. SchemaKeywordCases.All.Select(static keyword => $"{nameof(SchemaKeywordTests)}({keyword.Keyword})"),
        .. DocumentKeywordCases.All.Select(static keyword => $"{nameof(DocumentKeywordTests)}({keyword.Keyword})"),
        .. DocumentKeywordCases.OfSwagger.Select(static keyword => $"{nameof(SwaggerKeywordTests)}({keyword.Keyword})"),
    ];

    [GeneratedRegex(@"\[(Fact|Theory)\b")]
    private static partial Regex Marked();
}
