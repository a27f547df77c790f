using System.Text.RegularExpressions;
using RealtimeKit.Gen.Testing.Packing;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Package;

/// <summary>
/// Tests an API and its client in one solution. The build of the API writes the document, and the build of the client reads it.
/// </summary>
[Collection(nameof(PackageCollection))]
public class TwoProjectTests(PackageFeed feed)
{
    private const string CallsGetOrder = """
        using Acme.Api;

        using var client = new ApiClient(new() { BaseAddress = new("http://localhost/") }, new HttpClient(new CannedWire("3")));
        Console.WriteLine(await client.Orders.GetAsync(3));
        """;

    [Fact]
    public async Task One_build_of_a_clean_checkout_makes_the_document_and_the_client()
    {
        ConsumerProject client = WriteSolution("two-projects")
            .WithFile("../Acme.slnx", """<Solution><Project Path="Client/Consumer.csproj" /><Project Path="Api/Api.csproj" /></Solution>""");
        (await BuildAsync(Path.GetDirectoryName(client.Directory)!)).Succeeded();
        DateTime compiled = File.GetLastWriteTimeUtc(Path.Combine(client.Directory, "obj", "Debug", "net10.0", "Consumer.dll"));

        // Nothing has changed: the second build, of the client alone, compiles nothing.
        Assert.Equal("GET /orders/3\n3", await client.RunAsync());
        Assert.Equal(compiled, File.GetLastWriteTimeUtc(Path.Combine(client.Directory, "obj", "Debug", "net10.0", "Consumer.dll")));
    }

    [Fact]
    public async Task A_change_of_the_api_reaches_the_client_with_the_next_build()
    {
        ConsumerProject client = WriteSolution("two-projects-changed");
        (await client.BuildAsync()).Succeeded();

        // The operation was renamed: a client that calls the old name does not compile, and a client that calls the new name
        // runs.
        client.WithFile("../Api/Program.cs", ApiProgram.Replace("\"GetOrder\"", "\"FindOrder\""));
        Assert.Contains("error CS1061", (await client.BuildAsync()).Failed(), StringComparison.Ordinal);
        client.WithFile("Program.cs", CallsGetOrder.Replace("GetAsync", "FindAsync"));
        Assert.Equal("GET /orders/3\n3", await client.RunAsync());
    }

    [Theory]
    [InlineData("net8.0", "<TargetFramework>net8.0</TargetFramework>")]
    [InlineData("net8.0-and-net10.0", "<TargetFrameworks>net8.0;net10.0</TargetFrameworks><TargetFramework />")]
    public async Task A_client_of_another_framework_builds_the_api_and_publishes_nothing_of_it(string name, string frameworks)
    {
        ConsumerProject client = WriteSolution("two-projects-" + name, $"""
              </ItemGroup>
              <PropertyGroup>{frameworks}</PropertyGroup>
              <ItemGroup>
            """);

        string output = Path.Combine(client.Directory, "out");
        (await client.DotNetAsync("publish", "-f", "net8.0", "-o", output, "-p:UseSharedCompilation=false")).Succeeded();

        Assert.Contains("Consumer.dll", Directory.GetFiles(output).Select(Path.GetFileName));
        Assert.DoesNotContain(Directory.GetFiles(output), static file => Path.GetFileName(file).StartsWith("Api", StringComparison.Ordinal));
        (await client.BuildAsync()).Succeeded();
    }

    [Fact]
    public void The_readme_names_the_method_of_these_projects()
    {
        string readme = Repository.Read("README.md");

        Assert.Contains("`.WithName(\"GetOrder\")`", readme, StringComparison.Ordinal);
        Assert.Contains("`client.Orders.GetAsync`", readme, StringComparison.Ordinal);
    }

    private static Task<DotNetCommand> BuildAsync(string directory) =>
        DotNetCommand.RunAsync(directory, TestContext.Current.CancellationToken, "build", "-v:minimal", "-p:UseSharedCompilation=false");

    private ConsumerProject WriteSolution(string name, string items = "") => feed.NewProject(Path.Combine(name, "Client"))
        .WithFile("../Api/Api.csproj", ApiProject)
        .WithFile("../Api/Program.cs", ApiProgram)
        .WithItems($$"""
            {{ReadmeReference}}
                <OpenApiClient Include="../Api/obj/Api.json" ClientName="ApiClient" Namespace="Acme.Api" />
            {{items}}
            """)
        .WithFile("CannedWire.cs", ConsumerSources.CannedWire)
        .WithFile("Program.cs", CallsGetOrder);

    /// <summary>The project reference as the README writes it.</summary>
    private static string ReadmeReference { get; } =
        Regex.Match(Repository.Read("README.md"), """^ *<ProjectReference Include="\.\./Api/Api\.csproj"[^>]*/>""", RegexOptions.Multiline).Value;

    private static string ApiProject { get; } = $"""
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <OpenApiGenerateDocumentsOnBuild>true</OpenApiGenerateDocumentsOnBuild>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Microsoft.AspNetCore.OpenApi" Version="10.0.15" />
            <PackageReference Include="Microsoft.Extensions.ApiDescription.Server" Version="10.0.15" PrivateAssets="all" />
          </ItemGroup>
        </Project>
        """;

    private const string ApiProgram = """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddOpenApi();

        var app = builder.Build();
        app.MapOpenApi();
        app.MapGet("/orders/{id}", (int id) => id).WithName("GetOrder").WithTags("Orders");
        app.Run();
        """;
}
