using System.Text.RegularExpressions;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Package;

/// <summary>Builds the code examples of the READMEs, as a new user would.</summary>
[Collection(nameof(PackageCollection))]
public partial class ReadmeTests(PackageFeed feed)
{
    private static readonly string _readme = Repository.Read("README.md");

    [Fact]
    public async Task The_quick_start_compiles_as_pasted()
    {
        ConsumerProject project = feed.NewProject("quick-start")
            .WithItems("")
            .WithFile("Program.cs", Blocks(_readme, "csharp")[0]);

        (await project.BuildAsync()).Succeeded();
    }

    [Fact]
    public async Task The_document_of_ones_own_compiles_as_pasted_and_is_called()
    {
        string items = Blocks(_readme, "xml")[0];
        Assert.StartsWith("<ItemGroup>", items, StringComparison.Ordinal);
        ConsumerProject project = feed.NewProject("own-document")
            .WithItems(items.Replace("<ItemGroup>", "", StringComparison.Ordinal).Replace("</ItemGroup>", "", StringComparison.Ordinal))
            .WithFile("api/library.yaml", Blocks(_readme, "yaml")[0])
            .WithFile("Program.cs", Blocks(_readme, "csharp")[1].Replace("http://localhost:5000", "http://localhost:9", StringComparison.Ordinal));

        // No server listens at the address, so the message of the exception is printed.
        Assert.StartsWith("GET /books/{id} (getBook)", await project.RunAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("generator/RealtimeKit.Gen/PACKAGE.md")]
    [InlineData("runtime/RealtimeKit.Runtime/README.md")]
    [InlineData("runtime/RealtimeKit.Extensions.DependencyInjection/README.md")]
    [InlineData("runtime/RealtimeKit.Testing/README.md")]
    public void The_readme_of_a_package_has_nothing_that_works_in_the_repository_only(string file)
    {
        string text = Repository.Read(file.Split('/'));

        Assert.All(Link().Matches(text), static link => Assert.StartsWith("https://", link.Groups[1].Value, StringComparison.Ordinal));
        Assert.DoesNotContain("--project", text, StringComparison.Ordinal);
        Assert.DoesNotContain("samples/", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csharp")]
    [InlineData("yaml")]
    public void The_readme_of_the_package_has_the_same_to_paste(string language) =>
        Assert.Equal(Blocks(_readme, language)
            .Take(language is "yaml" ? 1 : 2)
            .Order(StringComparer.Ordinal), Blocks(Repository.Read("generator", "RealtimeKit.Gen", "PACKAGE.md"), language)
            .Order(StringComparer.Ordinal));

    [Fact]
    public void A_link_of_the_readme_leads_to_something() =>
        Assert.All(Link()
            .Matches(_readme)
            .Select(static link => link.Groups[1].Value)
            .Where(static link => !link.StartsWith("http", StringComparison.Ordinal)), static link =>
            Assert.True(Path.Exists(Repository.PathOf(link.Split('#')[0].Split('/'))), link));

    private static string[] Blocks(string markdown, string language) =>
        [.. Block()
            .Matches(markdown.ReplaceLineEndings("\n"))
            .Where(match => match.Groups["language"].Value == language)
            .Select(static match => match.Groups["text"].Value)];

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();
}
