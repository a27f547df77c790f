using System.Reflection;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Package;

/// <summary>Both packages, packed once into a folder feed outside the repository, and a place for the consumers.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
    /// <summary>The version that the consumers ask for. No other feed has it.</summary>
    public const string Version = "0.0.0-under-test";

    private readonly string _root = Path.Combine(Path.GetTempPath(), "realtimekit-" + Path.GetRandomFileName());

    /// <summary>Where the packages are.</summary>
    public string Directory => Path.Combine(_root, "feed");

    public async ValueTask InitializeAsync()
    {
        System.IO.Directory.CreateDirectory(Directory);
        WriteConsumerRoot();
        await PackAsync(Repository.PathOf("runtime", "RealtimeKit.Runtime"));

        // As it was built for the tests: what they run and what the consumers get is one and the same.
        await PackAsync(Repository.PathOf("generator", "RealtimeKit.Gen"), "--no-build");
    }

    public ValueTask DisposeAsync()
    {
        System.IO.Directory.Delete(_root, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>A new folder for a project.</summary>
    internal ConsumerProject NewProject(string name) => new(System.IO.Directory.CreateDirectory(Path.Combine(_root, name)).FullName);

    /// <summary>Packs a project into the feed.</summary>
    internal async Task PackAsync(string project, params string[] options) =>
        (await CommandLine.RunAsync(project, TestContext.Current.CancellationToken,
            ["pack", "-c", Configuration, "-o", Directory, $"-p:PackageVersion={Version}", .. options])).Succeeded();

    /// <summary>
    /// Nothing of the repository reaches a consumer, and nothing of an earlier run: packages are unpacked here, not into
    /// the user's folder, which only serves what it has already.
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
