using static RealtimeKit.Gen.Tests.Package.ConsumerSources;

namespace RealtimeKit.Gen.Tests.Package;

/// <summary>
/// Names of files and folders with characters that have a meaning in MSBuild, on the command line of the compiler or in its
/// configuration files. Each produces a client or an error; no document is lost.
/// </summary>
[Collection(nameof(PackageCollection))]
public class PackagePathTests(PackageFeed feed)
{
    /// <summary>
    /// Characters of wildcards, lists, escapes, properties, items, sections and comments, and letters of several scripts.
    /// </summary>
    private static readonly string[] _names =
    [
        "apo'a", "dollar$([b", "at@(c)", "escape%3Bd", "semi;e", "percent%f", "star*g", "question?h", "hash#i", "space j", " leading",
        "ümläut", "dot.", "square[k]", "curly{l}", "comma,m", "!bang", "plus+n", "equals=o", "dollar$(Foo)p", "~tilde", "amp&q", "less<r", "more>s",
        "smile😀t", "cafe\u0301", "tick`u", "caret^v", "-dash", "both'w'", "escape%0Ax",
    ];

    [Fact]
    public async Task A_document_has_its_client_whatever_its_name_means_to_MSBuild()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names.");
        const string Folder = "C# [x] {y}; $([z @(a) %3B 'q' 100% ü.";
        string escaped = Folder.Replace("%", "%25").Replace(";", "%3B").Replace("$", "%24").Replace("@", "%40");

        // The characters that the SDK itself accepts in the name of a project's folder.
        ConsumerProject project = feed.NewProject("C# [x] 100% 'q' ü.")
            .WithItems($"""
                    <OpenApiClient Include="api/**/*.yaml" />
                    <OpenApiClient Include="shop/{escaped}/shop.yml" Overlay="shop/{escaped}/over.yml" ClientName="ShopClient" Namespace="Acme.Shop" />
                    <OpenApiClientReference Include="shop/**/errors*.yml" />
                """)
            .WithFile($"shop/{Folder}/shop.yml",
                Shop.Replace("'#/components/schemas/Error'", "'errors%20%5Bx%5D%23%3B%25%27.yml#/Error'", StringComparison.Ordinal))
            .WithFile($"shop/{Folder}/errors [x]#;%'.yml", "Error: { type: object, properties: { message: { type: string } } }\n")
            .WithFile($"shop/{Folder}/over.yml", """
                overlay: 1.0.0
                info: { title: Shop, version: 1.0.0 }
                actions: [{ target: "$.paths['/pets'].get", update: { x-ms-client-name: Adopt } }]
                """)
            .WithFile("Program.cs", """
                var shop = new Acme.Shop.ShopClient(new(), new HttpClient(new CannedWire("{\"message\":\"none\"}")));
                Console.WriteLine((await shop.CatsDogs.AdoptAsync()).Message);
                Console.WriteLine(typeof(Acme.Shop.ShopClient).Assembly.GetTypes().Sum(type => type.GetMethods().Count(method => method.Name.StartsWith("GetNamed", StringComparison.Ordinal) && method.Name.EndsWith("nAsync", StringComparison.Ordinal))));
                """)
            .WithFile("CannedWire.cs", CannedWire);
        for (int number = 0; number < _names.Length; number++)
        {
            project.WithFile($"api/{(number % 2 == 0 ? "" : Folder + "/")}{_names[number]}.yaml", Named($"get_named{number}n"));
        }

        Assert.Equal($"GET /api/pets\nnone\n{_names.Length}", await project.RunAsync());
    }

    [Fact]
    public async Task A_path_that_the_compiler_cannot_be_given_is_an_error()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names.");
        ConsumerProject project = feed.NewProject("unheard")
            .WithItems("")
            .WithFile("api/good.yaml", Named("get_it"))
            .WithFile("Program.cs", "return;");
        (await project.DotNetAsync("restore")).Succeeded();

        foreach (string name in (string[])["a\"b.yaml", "a|b.yaml", "a:b.yaml", "a\tb.yaml", "a\n/define:INJECTED\nb.yaml", "a\rb.yaml", "a\u0085b.yaml",
            "a\u2028b.yaml", "a'\"b/c.yaml"])
        {
            project.WithFile("bad/" + name, Named("get_it"));
            await RefusesAsync(project, """    <OpenApiClient Include="bad/**" />""", "error RTK0057: OpenApiClient names '/", Shown(name));
            Directory.Delete(Path.Combine(project.Directory, "bad"), recursive: true);
        }

        project.WithFile("bad/a|b.yaml", Named("get_it"));
        await RefusesAsync(project, """    <OpenApiClient Include="api/good.yaml" /><OpenApiClientReference Include="bad/**" />""",
            "error RTK0057: OpenApiClientReference names '/", "/a|b.yaml'");
        await RefusesAsync(
            project, """    <OpenApiClient Include="api/good.yaml" Overlay="bad/a|b.yaml" />""", "error RTK0057: Overlay names '/", "/a|b.yaml'");
    }

    [Fact]
    public async Task A_pattern_that_no_file_matches_is_an_error()
    {
        ConsumerProject project = feed.NewProject("unmatched")
            .WithItems("")
            .WithFile("api/good.yaml", Named("get_it"))
            .WithFile("Program.cs", "return;");
        (await project.DotNetAsync("restore")).Succeeded();

        await RefusesAsync(project, """    <OpenApiClient Include="api/*.yml" />""", "Consumer.csproj(10,", "error RTK0013: 'api/*.yml' is not among");
        await RefusesAsync(project, """    <OpenApiClient Include="api/good.yaml" Overlay="api/*.over" />""",
            "error RTK0013: Overlay names 'api/*.over', which no file matches");
    }

    private static string Shown(string name) => "/bad/"
        + new string([.. name.Select(static sign => char.IsControl(sign) || sign == '\u2028' ? '\uFFFD' : sign)]) + "', which cannot be passed to the compiler";

    private static string Named(string operation) => $$"""
        openapi: 3.0.3
        info: { title: Named, version: 1.0.0 }
        paths: { /named: { get: { operationId: {{operation}}, responses: { '204': { description: None. } } } } }
        """;

    /// <summary>Asserts that there is exactly one error, which contains all given texts.</summary>
    private static async Task RefusesAsync(ConsumerProject project, string items, params string[] parts)
    {
        string output = (await project.WithItems(items).BuildAsync("--no-restore")).Failed();

        string error = Assert.Single(
            output.Split('\n').Where(static line => line.Contains(": error ", StringComparison.Ordinal)).Select(static line => line.Trim()).Distinct());
        Assert.All(parts, part => Assert.Contains(part, error, StringComparison.Ordinal));
    }
}
