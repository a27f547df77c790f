using System.IO.Compression;
using System.Reflection;
using RealtimeKit.Gen.Testing.Packing;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Package;

/// <summary>Packs both packages once into a local feed outside the repository, and creates folders for consumer projects.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
    /// <summary>The version that the consumer projects reference. No other feed has it.</summary>
    public const string Version = "0.0.0-under-test";

    private readonly string _root = Path.Combine(Path.GetTempPath(), "realtimekit-" + Path.GetRandomFileName());

    /// <summary>Gets the folder of the packages.</summary>
    public string Directory => Path.Combine(_root, ConsumerRoot.Feed);

    public async ValueTask InitializeAsync()
    {
        ConsumerRoot.Write(_root);
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
        (await DotNetCommand.RunAsync(project, TestContext.Current.CancellationToken,
            ["pack", "-c", Configuration, "-o", Directory, $"-p:PackageVersion={Version}", .. options])).Succeeded();

    /// <summary>Opens a package of the feed.</summary>
    internal ZipArchive Open(string id) => ZipFile.OpenRead(Path.Combine(Directory, $"{id}.{Version}.nupkg"));

    internal static byte[] BytesOf(ZipArchiveEntry entry)
    {
        using var bytes = new MemoryStream();
        using Stream stream = entry.Open();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    internal static string Configuration { get; } =
        typeof(PackageFeed).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
}
