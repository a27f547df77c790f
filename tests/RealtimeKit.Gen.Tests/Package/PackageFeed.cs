using System.Reflection;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Package;

/// <summary>Packs both packages once into a local feed outside the repository, and creates folders for consumer projects.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
    /// <summary>The version that the consumer projects reference. No other feed has it.</summary>
    public const string Version = "0.0.0-under-test";

    private readonly string _root = Path.Combine(Path.GetTempPath(), "realtimekit-" + Path.GetRandomFileName());

    /// <summary>Gets the folder of the packages.</summary>
    public string Directory => Path.Combine(_root, "feed");

    public async ValueTask InitializeAsync()
    {
        System.IO.Directory.CreateDirectory(Directory);
        WriteConsumerRoot();
        await PackAsync(Repository.PathOf("runtime", "RealtimeKit.Runtime"));

        // The packages contain the build that the tests use, so that both test the same code.
        await PackAsync(Repository.PathOf("generator", "RealtimeKit.Gen"), "--no-build");
    }

    public ValueTask DisposeAsync()
    {
        System.IO.Directory.Delete(_root, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Creates a folder for a project.</summary>
    internal ConsumerProject NewProject(string name) => new(System.IO.Directory.CreateDirectory(Path.Combine(_root, name)).FullName);

    /// <summary>Packs a project into the feed.</summary>
    internal async Task PackAsync(string project, params string[] options) =>
        (await CommandLine.RunAsync(project, TestContext.Current.CancellationToken,
            ["pack", "-c", Configuration, "-o", Directory, $"-p:PackageVersion={Version}", .. options])).Succeeded();

    /// <summary>
    /// Neither the repository nor an earlier run can affect a consumer project. Packages are extracted here; the user's package
    /// folder is only a source of packages that it already has.
    /// </summary>
    private void WriteConsumerRoot()
    {
        string userPackages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        File.WriteAllText(Path.Combine(_root, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(_root, "Directory.Build.targets"), "<Project />");
        File.WriteAllText(Path.Combine(_root, "Directory.Packages.props"), "<Project />");
        File.WriteAllText(Path.Combine(_root, "nuget.config"), $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="packages" />
              </config>
              <packageSources>
                <add key="feed" value="feed" />
              </packageSources>
              <fallbackPackageFolders>
                <add key="user" value="{userPackages}" />
              </fallbackPackageFolders>
            </configuration>
            """);
        System.IO.Directory.CreateDirectory(userPackages);
    }

    internal static string Configuration { get; } =
        typeof(PackageFeed).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
}
