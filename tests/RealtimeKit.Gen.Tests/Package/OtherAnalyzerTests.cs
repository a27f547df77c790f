using static RealtimeKit.Gen.Tests.Package.ConsumerSources;

namespace RealtimeKit.Gen.Tests.Package;

/// <summary>
/// Runs the generator beside another generator whose libraries have the same names and other versions. Neither generator uses the
/// libraries of the other.
/// </summary>
[Collection(nameof(PackageCollection))]
public class OtherAnalyzerTests(PackageFeed feed)
{
    private const string PrintsTheAnswer = StopRecording + "\nConsole.WriteLine(OtherAnalyzer.Answer);\n";

    [Fact]
    public async Task Another_generator_may_bring_older_libraries()
    {
        ConsumerProject project = Consumer("beside-older", await PackAsync(OtherAnalyzer.WithOlderLibraries));

        Assert.EndsWith("standup.mp4 Uploading\n42 Integer 11 10", await project.RunAsync(), StringComparison.Ordinal);

        // The same generator throws on request, to show that a failing generator fails the build.
        string output = (await project.WithFile("Throw.cs", "[assembly: System.Reflection.AssemblyMetadata(\"OtherAnalyzer\", \"throw\")]").BuildAsync())
            .Failed();
        Assert.Contains("error CS8785", output, StringComparison.Ordinal);
    }

    /// <summary>Adds the generator as a project of the same solution does, with its libraries from the folder to which they were restored.</summary>
    [Fact]
    public async Task Another_generators_libraries_may_be_in_folders_of_their_own()
    {
        ConsumerProject other = OtherAnalyzer.WithOlderLibraries.WriteTo(feed.NewProject("other-loose/OtherAnalyzer"));
        (await other.BuildAsync()).Succeeded();
        string output = Path.Combine(other.Directory, "bin", "Debug", "netstandard2.0");
        string[] files = [OtherAnalyzer.Name, .. OtherAnalyzer.WithOlderLibraries.Brings];
        foreach (string file in files)
        {
            Directory.CreateDirectory(Path.Combine(other.Directory, "loose", file));
            File.Copy(Path.Combine(output, file + ".dll"), Path.Combine(other.Directory, "loose", file, file + ".dll"));
        }

        ConsumerProject project =
            Consumer("beside-loose", string.Concat(files.Select(file => $"""    <Analyzer Include="{other.Directory}/loose/{file}/{file}.dll" />""" + "\n")));

        Assert.EndsWith("standup.mp4 Uploading\n42 Integer 11 10", await project.RunAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_generator_may_bring_newer_libraries()
    {
        ConsumerProject project = Consumer("beside-newer", await PackAsync(OtherAnalyzer.WithNewerLibraries));

        Assert.EndsWith("standup.mp4 Uploading\n396", await project.RunAsync(), StringComparison.Ordinal);
    }

    private async Task<string> PackAsync(OtherAnalyzer analyzer)
    {
        await feed.PackAsync(analyzer.WriteTo(feed.NewProject($"{analyzer.Id}/{OtherAnalyzer.Name}")).Directory);
        return $"""    <PackageReference Include="{analyzer.Id}" Version="{PackageFeed.Version}" />""";
    }

    private ConsumerProject Consumer(string name, string items) => feed.NewProject(name)
        .WithItems(items)
        .WithFile("Program.cs", PrintsTheAnswer)
        .WithFile("CannedWire.cs", CannedWire);
}
