using System.IO.Compression;
using System.Xml.Linq;
using static RealtimeKit.Gen.Tests.Package.ConsumerSources;

namespace RealtimeKit.Gen.Tests.Package;

/// <summary>A packed library that contains a client, and a program that uses the library without the generator.</summary>
[Collection(nameof(PackageCollection))]
public class PackedLibraryTests(PackageFeed feed)
{
    [Theory]
    [InlineData("", "<TargetFramework>net10.0</TargetFramework>", 1)]
    [InlineData("PrivateAssets=\"all\"", "<TargetFrameworks>net8.0;net10.0</TargetFrameworks>", 2)]
    [InlineData("PrivateAssets=\"all\" /><PackageReference Include=\"RealtimeKit.Runtime\" Version=\"" + PackageFeed.Version
        + "\"", "<TargetFramework>net10.0</TargetFramework>", 1)]
    public async Task A_packed_library_depends_on_the_runtime_and_not_on_the_generator(string attributes, string frameworks, int groups)
    {
        string id = "Acme.Notes" + Math.Abs(string.GetHashCode(attributes, StringComparison.Ordinal));
        ConsumerProject library = feed.NewProject(id)
            .WithFile($"{id}.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    {frameworks}
                    <Nullable>enable</Nullable>
                    <ImplicitUsings>enable</ImplicitUsings>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="RealtimeKit.Gen" Version="{PackageFeed.Version}" {attributes} />
                    <OpenApiClient Include="notes.yaml" ClientName="NotesClient" Namespace="Acme.Notes" />
                  </ItemGroup>
                </Project>
                """)
            .WithFile("notes.yaml", NotesYaml);

        await feed.PackAsync(library.Directory);

        using ZipArchive package = feed.Open(id);
        using Stream nuspec = package.GetEntry($"{id}.nuspec")!.Open();
        XElement[] found = [.. XElement.Load(nuspec).Descendants().Where(static element => element.Name.LocalName is "group")];
        Assert.Equal(groups, found.Length);
        Assert.All(found, static group =>
        {
            XElement dependency = Assert.Single(group.Elements());
            Assert.Equal(("RealtimeKit.Runtime", PackageFeed.Version), (dependency.Attribute("id")?.Value, dependency.Attribute("version")?.Value));
        });

        if (groups == 2)
        {
            ConsumerProject program = feed.NewProject("uses-" + id)
                .WithFile("Consumer.csproj", $"""
                    <Project Sdk="Microsoft.NET.Sdk">
                      <PropertyGroup>
                        <TargetFramework>net10.0</TargetFramework>
                        <OutputType>Exe</OutputType>
                        <ImplicitUsings>enable</ImplicitUsings>
                      </PropertyGroup>
                      <ItemGroup>
                        <PackageReference Include="{id}" Version="{PackageFeed.Version}" />
                      </ItemGroup>
                    </Project>
                    """)
                .WithFile("Program.cs", ReadNote)
                .WithFile("CannedWire.cs", CannedWire);
            Assert.Equal("GET /api/notes/7\nmilk True", await program.RunAsync());
        }
    }
}
