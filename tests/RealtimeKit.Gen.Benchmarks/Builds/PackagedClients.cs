using RealtimeKit.Gen.Testing;
using RealtimeKit.Gen.Testing.Packing;

namespace RealtimeKit.Gen.Benchmarks.Builds;

/// <summary>Projects outside the repository that use the package.</summary>
internal sealed class PackagedClients(string root)
{
    /// <summary>The item of a project file that refers to the package.</summary>
    public const string Reference = $"""<PackageReference Include="RealtimeKit.Gen" Version="{Version}" />""";

    private const string Version = "0.0.0-measured";

    /// <summary>Packs the generator and the runtime into the feed of the projects.</summary>
    public async Task PackAsync()
    {
        ConsumerRoot.Write(root);
        foreach (string[] project in (string[][])[["runtime", "RealtimeKit.Runtime"], ["generator", "RealtimeKit.Gen"]])
        {
            (await DotNetCommand.RunAsync(
                Repository.PathOf(project), CancellationToken.None,
                "pack", "-c", "Release", "-o", Path.Combine(root, ConsumerRoot.Feed), $"-p:PackageVersion={Version}")).Succeeded();
        }
    }

    /// <summary>Creates a project for a document, builds it, and returns the cost of the build.</summary>
    public async Task<BuildCost> BuildAsync(string document, string name)
    {
        string folder = Directory.CreateDirectory(Path.Combine(root, name)).FullName;
        File.WriteAllText(Path.Combine(folder, "Packaged.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>
                {Reference}
                <OpenApiClient Include="{document}" ClientName="TheClient" Namespace="Measured" />
              </ItemGroup>
            </Project>
            """);
        (await DotNetCommand.RunAsync(folder, CancellationToken.None, "restore", "-v:quiet")).Succeeded();
        return await MeasuredBuild.RunAsync(folder, "Packaged.dll");
    }
}
