using static RealtimeKit.Gen.Tests.Package.ConsumerSources;

namespace RealtimeKit.Gen.Tests.Package;

/// <summary>The items and properties of a project, and the errors for those that are not valid.</summary>
[Collection(nameof(PackageCollection))]
public class PackageItemTests(PackageFeed feed)
{
    [Fact]
    public async Task Slices_of_one_document_coexist_with_the_bundled_client_and_severities_apply()
    {
        ConsumerProject project = feed.NewProject("slices")
            .WithItems("""
                    <OpenApiClient Include="api/shop.yaml" ClientName="PetsClient" Namespace="Acme.Pets" Tags="Cats &amp; &quot;dogs&quot;; C#, all; nothing" />
                    <OpenApiClient Include="api/shop.yaml" ClientName="UsersClient" Namespace="Acme.Users">
                      <Operations>
                        find_user
                        GET /health
                      </Operations>
                    </OpenApiClient>
                  </ItemGroup>
                  <PropertyGroup>
                    <RealtimeKitUseBundledSpec>true</RealtimeKitUseBundledSpec>
                    <NoWarn>$(NoWarn);RTK0016</NoWarn>
                  </PropertyGroup>
                  <ItemGroup>
                """)
            .WithFile(".globalconfig", "is_global = true\ndotnet_diagnostic.RTK0017.severity = warning\n")
            .WithFile("api/shop.yaml", Shop)
            .WithFile("Program.cs", StopRecording + """"

                var wire = new HttpClient(new CannedWire("""{"message":"none"}"""));
                Acme.Pets.Error pets = await new Acme.Pets.PetsClient(new(), wire).CatsDogs.FindPetAsync();
                Acme.Users.Error users = await new Acme.Users.UsersClient(new(), wire).Users.FindAsync();
                Console.WriteLine($"{pets.Message} {users.Message}");
                await new Acme.Users.UsersClient(new(), wire).GetHealthAsync();
                await new Acme.Pets.PetsClient(new(), wire).CAll.MakePetAsync();
                """")
            .WithFile("CannedWire.cs", CannedWire);

        string output = (await project.BuildAsync()).Succeeded();

        Assert.Contains("warning RTK0017: 2 of 4 operations were left out by Tags=\"Cats & \"dogs\";C#, all;nothing\"", output, StringComparison.Ordinal);
        Assert.Contains("warning RTK0017: 2 of 4 operations were left out by Operations=\"find_user;GET /health\"", output, StringComparison.Ordinal);
        Assert.DoesNotContain("RTK0016", output, StringComparison.Ordinal);
        Assert.EndsWith("GET /api/pets\nGET /api/users\nnone none\nGET /api/health\nPOST /api/pets", await project.RunBuiltAsync(), StringComparison.Ordinal);

        // A warning of the document fails a build in which warnings are errors.
        Assert.Contains("error RTK0016: The filter Tags=\"nothing\"",
            (await project.BuildAsync("--no-restore", "--no-incremental", "-p:NoWarn=", "-p:WarningsAsErrors=RTK0016")).Failed(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_intended_is_one_error_that_says_what_to_do()
    {
        ConsumerProject project = feed.NewProject("not-meant")
            .WithItems("")
            .WithFile("api/shop.yaml", Shop)
            .WithFile("api/shop2.yaml", Shop)
            .WithFile("Program.cs", "return;");
        (await project.DotNetAsync("restore")).Succeeded();

        await RefusesAsync(project, """    <OpenApiClients Include="api/shop.yaml" />""",
            @"Consumer\.csproj\(10,\d+\): error RTK0053: No package reads the item 'OpenApiClients'; did you mean 'OpenApiClient'\?");
        await RefusesAsync(project, """    <OpenApiFile Include="api/shop.yaml" />""",
            @"Consumer\.csproj\(10,\d+\): error RTK0053: .*'OpenApiFile'; did you mean 'OpenApiClient'\?");
        await RefusesAsync(project, """    <OpenApiClientReference Include="api/shop.yaml" />""", "error RTK0052: There is no OpenApiClient.*: api/shop.yaml");
        await RefusesAsync(project, """    <OpenApiClient Include="api/shop.yaml;api/shop2.yaml" />""",
            @"error RTK0050: 'shop2\.yaml' and 'shop\.yaml' both produce the types Consumer\..* and \d more; set Namespace .* to Consumer\.Shop2Api");
        await RefusesAsync(project, """    <OpenApiClient Include="api/shop.yaml" /><OpenApiClient Include="api/../api/shop.yaml" />""",
            "error RTK0012: Two OpenApiClient items name the same document and client.*");
        await RefusesAsync(project, """    <OpenApiClient Include="api/shop.yaml" />""",
            @"Consumer\.csproj : error RTK0055: Emitted clients need C# 12 or later, but LangVersion is 11\.0.*", "-p:LangVersion=11.0");
        await RefusesAsync(project, """    <OpenApiClient Include="api/shop.yaml" />""",
            @"Consumer\.csproj : error RTK0011: 'ture' is not a valid value of RealtimeKitUseBundledSpec: it must be true or false",
            "-p:RealtimeKitUseBundledSpec=ture");
    }

    [Fact]
    public async Task The_old_name_of_a_reference_goes_on_working_unless_it_is_another_packages()
    {
        const string Reference = """
                <OpenApiClient Include="api/shop.yaml" />
                <OpenApiReference Include="api/errors.yaml" />
            """;
        ConsumerProject project = feed.NewProject("old-name")
            .WithItems(Reference)
            .WithFile("api/shop.yaml", Shop.Replace("'#/components/schemas/Error'", "'errors.yaml#/Error'", StringComparison.Ordinal))
            .WithFile("api/errors.yaml", "Error: { type: object, properties: { message: { type: string } } }\n")
            .WithFile("Program.cs", "return;");

        string output = (await project.BuildAsync()).Succeeded();
        Assert.Contains("warning RTK0051: OpenApiReference is now called OpenApiClientReference", output, StringComparison.Ordinal);

        // The property that identifies the other package.
        output = (await project.BuildAsync("--no-restore", "-p:OpenApiGenerateCodeOnBuild=true")).Failed();
        Assert.DoesNotContain("RTK0051", output, StringComparison.Ordinal);
        Assert.Contains("error RTK0021: The reference 'errors.yaml#/Error'", output, StringComparison.Ordinal);

        output = (await project.WithItems(Reference.Replace("OpenApiReference", "OpenApiClientReference", StringComparison.Ordinal)).BuildAsync("--no-restore"))
            .Succeeded();
        Assert.DoesNotContain("RTK0", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vb", "VB", "Module Program\nSub Main()\nEnd Sub\nEnd Module\n")]
    [InlineData("fs", "F#", "module Program\n")]
    public async Task A_project_in_another_language_gets_the_error_that_the_package_is_for_CSharp(string extension, string language, string source)
    {
        ConsumerProject project = feed.NewProject("in-" + extension)
            .WithFile($"Consumer.{extension}proj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="RealtimeKit.Gen" Version="{PackageFeed.Version}" />
                    <OpenApiClient Include="shop.yaml" />
                    <Compile Include="Program.{extension}" Condition="'$(EnableDefaultCompileItems)' == 'false'" />
                  </ItemGroup>
                </Project>
                """)
            .WithFile("shop.yaml", Shop)
            .WithFile("Program." + extension, source);

        string output = (await project.BuildAsync()).Failed();

        string error = Assert.Single(output.Split('\n')
            .Where(static line => line.Contains("error", StringComparison.Ordinal) && !line.Contains("Error(s)", StringComparison.Ordinal))
            .Select(static line => line.Trim())
            .Distinct());
        Assert.Contains($"error RTK0056: RealtimeKit.Gen emits C#, and this is a project in {language}.", error, StringComparison.Ordinal);
    }

    /// <summary>Asserts that there is this error and no other, in particular none of the compiler.</summary>
    private static async Task RefusesAsync(ConsumerProject project, string items, string message, params string[] arguments)
    {
        string output = (await project.WithItems(items).BuildAsync(["--no-restore", .. arguments])).Failed();

        string error = Assert.Single(
            output.Split('\n').Where(static line => line.Contains(": error ", StringComparison.Ordinal)).Select(static line => line.Trim()).Distinct());
        Assert.Matches(message, error);
    }
}
