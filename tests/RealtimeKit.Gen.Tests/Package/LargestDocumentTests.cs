using System.Text;
using RealtimeKit.Gen.Corpus.Documents;

namespace RealtimeKit.Gen.Tests.Package;

/// <summary>Builds clients of the largest known documents with the package, outside the repository.</summary>
[Collection(nameof(PackageCollection))]
public class LargestDocumentTests(PackageFeed feed)
{
    /// <summary>The SDK ignores an older toolset package unless the project declares that it has its own compiler.</summary>
    private const string OwnCompiler = "<Project><PropertyGroup><RoslynCompilerType>Custom</RoslynCompilerType></PropertyGroup></Project>";

    public static IEnumerable<TheoryDataRow<string, string>> Builds => LargestDocuments.All.Count == 0
        ? [new("none", "none") { Skip = $"{LargestDocuments.CorpusVariable} names no folder of documents." }]
        : LargestDocuments.Builds.Select(static build => new TheoryDataRow<string, string>(build.Document.Name, build.Compiler));

    [Theory]
    [MemberData(nameof(Builds))]
    public async Task A_large_document_builds_with_the_compiler(string name, string compiler)
    {
        LoadedDocument document = LoadedDocument.Load(LargestDocuments.All.Single(request => request.Name == name));
        string toolset = compiler == LargestDocuments.Compilers[0]
            ? ""
            : $"""    <PackageReference Include="Microsoft.Net.Compilers.Toolset" Version="{compiler}" PrivateAssets="all" />""";
        string file = "api" + Path.GetExtension(name);
        ConsumerProject project = feed.NewProject($"largest-{Path.GetFileNameWithoutExtension(name)}-{compiler}")
            .WithItems($"""
                {toolset}
                    <OpenApiClient Include="{file}" ClientName="CorpusClient" Namespace="Corpus.Api" />
                """)
            .WithFile(file, document.Items[0].Text.GetText(TestContext.Current.CancellationToken).ToString())
            .WithFile("Directory.Build.props", toolset.Length == 0 ? "<Project />" : OwnCompiler)
            .WithFile("Program.cs", "System.Console.WriteLine(typeof(Corpus.Api.CorpusClient));");

        Assert.Equal("Corpus.Api.CorpusClient", await project.RunAsync());
        if (toolset.Length > 0)
        {
            // The symbols contain the version of the compiler. It must not be that of the SDK.
            string symbols = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(
                Path.Combine(project.Directory, "obj", "Debug", "net10.0", "Consumer.pdb"), TestContext.Current.CancellationToken));
            Assert.Contains("compiler-version\0" + compiler, symbols, StringComparison.Ordinal);
        }
    }
}
