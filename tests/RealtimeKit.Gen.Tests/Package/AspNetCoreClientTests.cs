using System.Text.RegularExpressions;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Package;

/// <summary>
/// The tests that call the ASP.NET Core application through the client of each of its documents, outside the repository and with
/// the clients that the package emits.
/// </summary>
/// <remarks>
/// The tests are copied without changes. Only the file that they import at their end differs: it refers to the package instead of
/// the generator's project. They run only in <c>.ci/run</c>, which sets <see cref="Variable"/>: in the repository itself the same
/// tests run with every <c>dotnet test</c>.
/// </remarks>
[Collection(nameof(PackageCollection))]
public partial class AspNetCoreClientTests(PackageFeed feed)
{
    private const string Variable = "RTK_PACKED_CLIENTS";

    private const string Reference = $"""
        <Project>
          <ItemGroup>
            <PackageVersion Include="RealtimeKit.Gen" Version="{PackageFeed.Version}" />
            <PackageReference Include="RealtimeKit.Gen" />
          </ItemGroup>
        </Project>
        """;

    private static readonly string[] _rootFiles = ["global.json", "Directory.Build.props", "Directory.Packages.props"];

    [Fact]
    public async Task Every_endpoint_of_an_application_is_called_through_the_client_that_the_package_emits_for_each_of_its_documents()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable(Variable) == "1", $"PACKED-CLIENTS: builds nine projects a second time; {Variable}=1 runs it.");
        ConsumerProject copy = CopyTests("aspnetcore");
        string[] projects = [.. Directory.EnumerateFiles(
            Path.Combine(copy.Directory, "tests", "RealtimeKit.AspNetCore.Tests"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        Assert.Equal(6, projects.Length);
        copy.WithFile("Clients.slnx", $"<Solution>{string.Concat(projects.Select(static project => $"""<Project Path="{project}" />"""))}</Solution>");
        (await copy.BuildAsync()).Succeeded();

        foreach (string project in projects)
        {
            Assert.Contains("RealtimeKit.Gen/" + PackageFeed.Version, await AssetsAsync(project), StringComparison.Ordinal);
            Match summary = Summary().Match((await copy.DotNetAsync(AssemblyOf(project))).Succeeded());
            Assert.True(summary.Success && int.Parse(summary.Groups["total"].ValueSpan) > 80, summary.Value);
        }
    }

    /// <summary>The restored dependency must be the package, not a project of the same name.</summary>
    private static Task<string> AssetsAsync(string project) =>
        File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(project)!, "obj", "project.assets.json"), TestContext.Current.CancellationToken);

    private static string AssemblyOf(string project) => Path.Combine(
        Path.GetDirectoryName(project)!, "bin", "Debug", "net10.0", $"RealtimeKit.AspNetCore.Tests.{Path.GetFileNameWithoutExtension(project)}.dll");

    private ConsumerProject CopyTests(string name)
    {
        ConsumerProject copy = feed.NewProject(name).WithFile("generator/RealtimeKit.Gen/build/RealtimeKit.Gen.InRepo.targets", Reference);
        foreach (string file in _rootFiles)
        {
            copy.WithFile(file, Repository.Read(file));
        }

        foreach (string file in Directory.EnumerateFiles(Repository.PathOf("tests"), "*", SearchOption.AllDirectories).Where(IsSource))
        {
            copy.WithFile(Path.GetRelativePath(Repository.Root, file), File.ReadAllText(file));
        }

        return copy;
    }

    /// <summary>
    /// Returns whether a file is copied. Lock files are not, because those of the repository do not contain the generator's
    /// package.
    /// </summary>
    private static bool IsSource(string file)
    {
        string path = Path.GetRelativePath(Repository.PathOf("tests"), file).Replace('\\', '/');
        return path.StartsWith("RealtimeKit.AspNetCore.", StringComparison.Ordinal)
            && !path.Contains("/bin/", StringComparison.Ordinal)
            && !path.Contains("/obj/", StringComparison.Ordinal)
            && !path.EndsWith("/packages.lock.json", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"Total: (?<total>\d+), Errors: 0, Failed: 0")]
    private static partial Regex Summary();
}
