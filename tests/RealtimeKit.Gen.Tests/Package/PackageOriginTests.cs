using System.Collections.Immutable;
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using RealtimeKit.Gen.Testing.Packing;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Package;

/// <summary>A package names the commit from which it was built, and contains nothing about the machine.</summary>
[Collection(nameof(PackageCollection))]
public class PackageOriginTests(PackageFeed feed)
{
    [Fact]
    public async Task The_same_build_gives_the_same_package_to_the_byte()
    {
        string again = feed.NewProject("packed-again").Directory;
        (await DotNetCommand.RunAsync(
            Repository.PathOf("generator", "RealtimeKit.Gen"), TestContext.Current.CancellationToken, "pack", "--no-build", "-c", PackageFeed.Configuration,
                "-o", again, $"-p:PackageVersion={PackageFeed.Version}")).Succeeded();

        string file = $"RealtimeKit.Gen.{PackageFeed.Version}.nupkg";
        Assert.Equal(File.ReadAllBytes(Path.Combine(feed.Directory, file)), File.ReadAllBytes(Path.Combine(again, file)));
    }

    /// <summary>
    /// The address is that of the remote of the clone. The package of a clone without a remote names no commit; this applies to
    /// the packages of the tests.
    /// </summary>
    [Theory]
    [InlineData("generator", "RealtimeKit.Gen")]
    [InlineData("runtime", "RealtimeKit.Runtime")]
    public async Task A_package_names_the_repository_and_the_commit(string room, string id)
    {
        string folder = feed.NewProject($"{id}-with-origin").Directory;
        (await DotNetCommand.RunAsync(
            Repository.PathOf(room, id), TestContext.Current.CancellationToken,
            "pack", "--no-build", "-c", PackageFeed.Configuration, "-o", folder, $"-p:PackageVersion={PackageFeed.Version}",
            "-p:RepositoryUrl=https://git.example.org/acme.git")).Succeeded();

        using ZipArchive package = ZipFile.OpenRead(Path.Combine(folder, $"{id}.{PackageFeed.Version}.nupkg"));
        using var nuspec = new StreamReader(package.GetEntry($"{id}.nuspec")!.Open());
        Assert.Matches("<repository type=\"git\" url=\"https://git\\.example\\.org/acme\\.git\" .*commit=\"[0-9a-f]{40}\"",
            await nuspec.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("RealtimeKit.Gen")]
    [InlineData("RealtimeKit.Runtime")]
    public void No_assembly_names_a_folder_of_the_machine(string id)
    {
        (string Name, byte[] Bytes)[] assemblies = Assemblies(id);

        Assert.NotEmpty(assemblies);
        Assert.All(assemblies, static assembly =>
        {
            Assert.DoesNotContain(Repository.Root, Encoding.UTF8.GetString(assembly.Bytes), StringComparison.Ordinal);
            Assert.DoesNotContain(Repository.Root, Encoding.Unicode.GetString(assembly.Bytes), StringComparison.Ordinal);
            Assert.DoesNotContain(SourcesOf(assembly.Bytes), static source => source.StartsWith(Repository.Root, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void The_sources_of_the_generator_are_named_from_the_root_of_the_repository()
    {
        byte[] generator = Assemblies("RealtimeKit.Gen").Single(static assembly => assembly.Name == "analyzers/dotnet/cs/RealtimeKit.Gen.dll").Bytes;

        Assert.Contains("/_/generator/RealtimeKit.Gen/ClientGenerator.cs", SourcesOf(generator));
    }

    /// <summary>The sources that the symbols name, where the assembly carries its symbols.</summary>
    private static string[] SourcesOf(byte[] assembly)
    {
        using var image = new PEReader(ImmutableArray.Create(assembly));
        DebugDirectoryEntry embedded = image.ReadDebugDirectory().FirstOrDefault(static entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        if (embedded.DataSize == 0)
        {
            return [];
        }

        using MetadataReaderProvider symbols = image.ReadEmbeddedPortablePdbDebugDirectoryData(embedded);
        MetadataReader reader = symbols.GetMetadataReader();
        return [.. reader.Documents.Select(handle => reader.GetString(reader.GetDocument(handle).Name))];
    }

    private (string Name, byte[] Bytes)[] Assemblies(string id)
    {
        using ZipArchive package = feed.Open(id);
        return
        [
            .. package.Entries
                .Where(static entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal))
                .Select(static entry => (entry.FullName, PackageFeed.BytesOf(entry))),
        ];
    }
}
