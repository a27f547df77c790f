namespace RealtimeKit.Gen.Tests.Package;

/// <summary>A project of a user, in a separate folder.</summary>
internal sealed class ConsumerProject(string directory)
{
    /// <summary>Where a project file's items begin: line and column are part of what the tests look at.</summary>
    private const string Head = $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <OutputType>Exe</OutputType>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="RealtimeKit.Gen" Version="{PackageFeed.Version}" />

        """;

    public string Directory => directory;

    /// <summary>Writes <c>Consumer.csproj</c> around the given items.</summary>
    public ConsumerProject WithItems(string items) => WithFile("Consumer.csproj", Head + items + """

          </ItemGroup>
        </Project>
        """);

    public ConsumerProject WithFile(string path, string text)
    {
        string file = Path.Combine(directory, path);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text.ReplaceLineEndings("\n"));
        return this;
    }

    public Task<CommandLine> BuildAsync(params string[] arguments) => DotNetAsync(["build", "-v:minimal", "-p:UseSharedCompilation=false", .. arguments]);

    public Task<CommandLine> DotNetAsync(params string[] arguments) =>
        CommandLine.RunAsync(directory, TestContext.Current.CancellationToken, arguments);

    /// <summary>Builds, runs and gives what the program printed.</summary>
    public async Task<string> RunAsync()
    {
        (await BuildAsync()).Succeeded();
        return await RunBuiltAsync();
    }

    /// <summary>Runs what is built already.</summary>
    public async Task<string> RunBuiltAsync()
    {
        CommandLine run = await CommandLine.RunAsync(
            directory, TestContext.Current.CancellationToken, Path.Combine("bin", "Debug", "net10.0", "Consumer.dll"));
        return run.Succeeded().ReplaceLineEndings("\n").Trim();
    }
}
