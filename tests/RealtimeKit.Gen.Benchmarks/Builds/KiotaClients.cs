using RealtimeKit.Gen.Testing.Packing;

namespace RealtimeKit.Gen.Benchmarks.Builds;

/// <summary>Projects with the code that Kiota writes for a document. Its tool and libraries come from the machine's package sources.</summary>
internal sealed class KiotaClients(string root)
{
    private const string ToolVersion = "1.38.0";
    private const string LibraryVersion = "1.22.1";

    private static readonly string[] _libraries =
        ["Abstractions", "Http.HttpClientLibrary", "Serialization.Form", "Serialization.Json", "Serialization.Multipart", "Serialization.Text"];

    private string Tool => Path.Combine(root, "tool");

    /// <summary>Installs the tool.</summary>
    public async Task InstallAsync()
    {
        Directory.CreateDirectory(root);
        File.WriteAllText(Path.Combine(root, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(root, "Directory.Build.targets"), "<Project />");
        File.WriteAllText(Path.Combine(root, "Directory.Packages.props"), "<Project />");
        (await DotNetCommand.RunAsync(
            root, CancellationToken.None, "tool", "install", "Microsoft.OpenApi.Kiota", "--version", ToolVersion, "--tool-path", Tool)).Succeeded();
    }

    /// <summary>Writes the code for a document, builds it, and returns the cost of the build alone.</summary>
    public async Task<BuildCost> BuildAsync(string document, string name)
    {
        string folder = Directory.CreateDirectory(Path.Combine(root, name)).FullName;
        string tool = Directory.EnumerateFiles(Tool, "kiota.dll", SearchOption.AllDirectories).First();
        (await DotNetCommand.RunAsync(
            folder, CancellationToken.None,
            tool, "generate", "-l", "CSharp", "-d", document, "-o", "code", "-c", "TheClient", "-n", "Measured", "--log-level", "error")).Succeeded();
        File.WriteAllText(Path.Combine(folder, "Kiota.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <NoWarn>$(NoWarn);CS8618;CS0618</NoWarn>
              </PropertyGroup>
              <ItemGroup>
                {string.Join("\n    ", _libraries.Select(static name => $"""<PackageReference Include="Microsoft.Kiota.{name}" Version="{LibraryVersion}" />"""))}
              </ItemGroup>
            </Project>
            """);
        (await DotNetCommand.RunAsync(folder, CancellationToken.None, "restore", "-v:quiet")).Succeeded();
        return await MeasuredBuild.RunAsync(folder, "Kiota.dll");
    }
}
