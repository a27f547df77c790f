using RealtimeKit.Gen.Testing.Packing;

namespace RealtimeKit.Gen.Tests.Package;

/// <summary>A project that uses the package, in a separate folder.</summary>
internal sealed class ConsumerProject(string directory)
{
    /// <summary>The position of the first item in the project file. The tests check lines and columns.</summary>
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

    public Task<DotNetCommand> BuildAsync(params string[] arguments) => DotNetAsync(["build", "-v:minimal", "-p:UseSharedCompilation=false", .. arguments]);

    public Task<DotNetCommand> DotNetAsync(params string[] arguments) =>
        DotNetCommand.RunAsync(directory, TestContext.Current.CancellationToken, arguments);

    /// <summary>Builds and runs the program, and returns its output.</summary>
    public async Task<string> RunAsync()
    {
        (await BuildAsync()).Succeeded();
        return await RunBuiltAsync();
    }

    /// <summary>Runs the program without building it again.</summary>
    public async Task<string> RunBuiltAsync()
    {
        DotNetCommand run = await DotNetCommand.RunAsync(
            directory, TestContext.Current.CancellationToken, Path.Combine("bin", "Debug", "net10.0", "Consumer.dll"));
        return run.Succeeded().ReplaceLineEndings("\n").Trim();
    }
}
