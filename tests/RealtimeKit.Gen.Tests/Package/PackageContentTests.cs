using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace RealtimeKit.Gen.Tests.Package;

[Collection(nameof(PackageCollection))]
public class PackageContentTests(PackageFeed feed)
{
    [Fact]
    public void The_analyzer_folder_holds_these_five_assemblies_and_no_more()
    {
        Assert.Equal(
            [.. PackedLibrary.PackedNames.Append("RealtimeKit.Gen").Select(static name => name + ".dll").Order(StringComparer.Ordinal)],
            Entries().Where(static entry => entry.StartsWith("analyzers/", StringComparison.Ordinal))
                .Select(static entry => entry["analyzers/dotnet/cs/".Length..])
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_assembly_of_the_package_is_or_refers_to_one_that_others_may_have()
    {
        string[] names = [.. Directory.EnumerateFiles(PackedGenerator.Folder).SelectMany(NamesIn)];

        Assert.Superset(PackedLibrary.PackedNames.ToHashSet(), names.ToHashSet());
        Assert.DoesNotContain(names, static name => PackedLibrary.PackedNames.Any(packed => PackedLibrary.OriginalName(packed) == name));
    }

    [Fact]
    public void The_tests_run_the_assemblies_of_the_package_to_the_byte()
    {
        using ZipArchive package = feed.Open("RealtimeKit.Gen");
        ZipArchiveEntry[] packed = [.. package.Entries.Where(static entry => entry.FullName.StartsWith("analyzers/", StringComparison.Ordinal))
            .OrderBy(static entry => entry.Name, StringComparer.Ordinal)];
        string[] laidOut = [.. Directory.EnumerateFiles(PackedGenerator.Folder).Order(StringComparer.Ordinal)];

        Assert.Equal(packed.Select(static entry => entry.Name), laidOut.Select(Path.GetFileName));
        Assert.All(packed.Zip(laidOut), static pair => Assert.Equal(File.ReadAllBytes(pair.Second), PackageFeed.BytesOf(pair.First)));
    }

    [Fact]
    public void Everything_else_that_a_consumer_needs_is_there_and_nothing_beyond_it()
    {
        Assert.Equal(
            ["LICENSE", "README.md", "RealtimeKit.Gen.nuspec", "THIRD-PARTY-NOTICES.txt", "build/RealtimeKit.Gen.Names.targets",
                "build/RealtimeKit.Gen.Pack.targets", "build/RealtimeKit.Gen.ReadyToRun.targets", "build/RealtimeKit.Gen.props", "build/RealtimeKit.Gen.targets", "buildMultiTargeting/RealtimeKit.Gen.targets", "spec/recordings.overlay.yaml", "spec/recordings.yaml"],
            Entries().Where(static entry => !entry.StartsWith("analyzers/", StringComparison.Ordinal) && !entry.StartsWith("tools/", StringComparison.Ordinal)
                    && !entry.StartsWith("_rels/", StringComparison.Ordinal)
                    && !entry.StartsWith("package/", StringComparison.Ordinal) && entry is not "[Content_Types].xml")
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_one_dependency_is_the_runtime_of_the_same_version()
    {
        XElement dependency = Assert.Single(Nuspec("RealtimeKit.Gen").Descendants(), static element => element.Name.LocalName is "dependency");

        Assert.Equal("RealtimeKit.Runtime", dependency.Attribute("id")?.Value);
        Assert.Equal(PackageFeed.Version, dependency.Attribute("version")?.Value);
    }

    [Fact]
    public void The_runtime_depends_on_no_package()
    {
        Assert.DoesNotContain(Nuspec("RealtimeKit.Runtime").Descendants(), static element => element.Name.LocalName is "dependency");
    }

    [Theory]
    [InlineData("RealtimeKit.Gen")]
    [InlineData("RealtimeKit.Runtime")]
    public void Both_packages_say_what_they_are(string id)
    {
        XElement[] metadata = [.. Nuspec(id).Elements().Single().Elements()];

        Assert.Contains(metadata, static element => element is { Name.LocalName: "license", Value: "MIT" });
        Assert.Contains(metadata, static element => element is { Name.LocalName: "readme", Value: "README.md" });
        Assert.Contains(metadata, static element => element is { Name.LocalName: "description", Value.Length: > 40 });
    }

    [Fact]
    public void The_runtimes_symbols_come_as_a_package()
    {
        Assert.True(File.Exists(Path.Combine(feed.Directory, $"RealtimeKit.Runtime.{PackageFeed.Version}.snupkg")));
    }

    /// <summary>Returns the name of an assembly and those of the assemblies that it refers to.</summary>
    private static IEnumerable<string> NamesIn(string file)
    {
        using var image = new PEReader(File.OpenRead(file));
        MetadataReader metadata = image.GetMetadataReader();
        return
        [
            metadata.GetString(metadata.GetAssemblyDefinition().Name),
            .. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)),
        ];
    }

    private string[] Entries()
    {
        using ZipArchive package = feed.Open("RealtimeKit.Gen");
        return [.. package.Entries.Select(static entry => entry.FullName)];
    }

    private XElement Nuspec(string id)
    {
        using ZipArchive package = feed.Open(id);
        using Stream nuspec = package.GetEntry($"{id}.nuspec")!.Open();
        return XElement.Load(nuspec);
    }
}
