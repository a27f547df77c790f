using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace RealtimeKit.Gen.Tests.Package;

/// <summary>The package also contains the assemblies of the generator with native code, for the compiler of .NET on Linux.</summary>
[Collection(nameof(PackageCollection))]
public class ReadyToRunTests(PackageFeed feed)
{
    private const string NativeFolder = "tools/linux-x64/";
    private const string AnalyzerFolder = "analyzers/dotnet/cs/";

    [Fact]
    public void They_are_the_assemblies_of_the_analyzer_folder_with_native_code()
    {
        Dictionary<string, (Guid Module, bool IsNative)> analyzers = AssembliesIn(AnalyzerFolder);
        Dictionary<string, (Guid Module, bool IsNative)> native = AssembliesIn(NativeFolder);

        Assert.NotEmpty(analyzers);
        Assert.All(analyzers.Values, static assembly => Assert.False(assembly.IsNative));
        Assert.All(native.Values, static assembly => Assert.True(assembly.IsNative));
        Assert.Equal(
            analyzers.Select(static pair => (pair.Key, pair.Value.Module)).Order(),
            native.Select(static pair => (pair.Key, pair.Value.Module)).Order());
    }

    [Theory]
    [InlineData("-p:RealtimeKitReadyToRun=true", true)]
    [InlineData("-p:RealtimeKitReadyToRun=false", false)]
    [InlineData("-p:NETCoreSdkPortableRuntimeIdentifier=win-x64", false)]
    [InlineData("-p:NETCoreSdkPortableRuntimeIdentifier=linux-musl-x64", false)]
    [InlineData("-p:BundledNETCoreAppTargetFrameworkVersion=9.0", false)]
    public async Task Only_the_compiler_of_NET_10_on_Linux_gets_them(string option, bool isNative)
    {
        ConsumerProject project = feed.NewProject(Path.GetRandomFileName()).WithItems("");
        (await project.DotNetAsync("restore")).Succeeded();
        string output = (await project.DotNetAsync(
            "build", "--no-restore", "-t:ResolveLockFileAnalyzers", "-getItem:Analyzer", option)).Succeeded();

        using var items = JsonDocument.Parse(output);
        string[] analyzers = [.. items.RootElement.GetProperty("Items").GetProperty("Analyzer").EnumerateArray()
            .Select(static item => item.GetProperty("FullPath").GetString()!.Replace('\\', '/'))
            .Where(static path => path.Contains("/realtimekit.gen/", StringComparison.OrdinalIgnoreCase))];

        bool isLinux = RuntimeInformation.RuntimeIdentifier == "linux-x64";
        Assert.Equal(AssembliesIn(AnalyzerFolder).Count, analyzers.Length);
        Assert.All(analyzers, path =>
        {
            Assert.Contains(isNative && isLinux ? NativeFolder : AnalyzerFolder, path, StringComparison.Ordinal);
            Assert.True(File.Exists(path), path);
        });
    }

    private Dictionary<string, (Guid Module, bool IsNative)> AssembliesIn(string folder)
    {
        using ZipArchive package = feed.Open("RealtimeKit.Gen");
        return package.Entries
            .Where(entry => entry.FullName.StartsWith(folder, StringComparison.Ordinal))
            .ToDictionary(static entry => entry.Name, Read);
    }

    private static (Guid Module, bool IsNative) Read(ZipArchiveEntry entry)
    {
        using var image = new PEReader(new MemoryStream(PackageFeed.BytesOf(entry)));
        MetadataReader metadata = image.GetMetadataReader();
        return (metadata.GetGuid(metadata.GetModuleDefinition().Mvid), image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0);
    }
}
