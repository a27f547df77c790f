using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using RealtimeKit.Gen.Tests.Hostile;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Package;

/// <summary>
/// Publishes and trims a WebAssembly program as for a browser, and runs it in node with the fetch of node. This takes a minute
/// and needs packages of the SDK for WebAssembly, so it runs only with <c>RTK_LONG=1</c>.
/// </summary>
[Collection(nameof(PackageCollection))]
public class BrowserTests(PackageFeed feed)
{
    private const string Program = """
        using Acme;
        using Microsoft.Extensions.DependencyInjection;
        using RealtimeKit.Runtime;

        var address = new Uri(args[0]);
        using var own = new AClient(new() { BaseAddress = address });
        Console.WriteLine($"own {(await own.Things.GetThingAsync()).Id}");

        var services = new ServiceCollection();
        services.AddApiClient<AClient>(options => options.BaseAddress = address);
        using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<AClient>();
        Console.WriteLine($"services {(await client.Things.GetThingAsync()).State}");
        try
        {
            await client.Things.LoseThingAsync();
        }
        catch (ApiNotFoundException exception)
        {
            Console.WriteLine($"lost {(int)exception.StatusCode}");
        }
        """;

    private const string Main = """
        import { dotnet } from './_framework/dotnet.js'
        const { runMain } = await dotnet.create();
        process.exit(await runMain(undefined, process.argv.slice(2)));
        """;

    private const string Spec = """
        openapi: 3.0.3
        info: { title: A, version: '1' }
        paths:
          /things:
            get:
              operationId: getThing
              tags: [things]
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }
            delete:
              operationId: loseThing
              tags: [things]
              responses: { '204': { description: ok } }
        components:
          schemas:
            Thing: { type: object, required: [id], properties: { id: { type: string }, state: { type: string, enum: [a, b] } } }
        """;

    [Fact]
    public async Task A_client_works_in_a_published_WebAssembly_program_by_itself_and_from_services()
    {
        Assert.SkipUnless(TestRun.IsLong, "WASM: publishes for the browser, which takes a minute; RTK_LONG=1 runs it.");
        Assert.SkipUnless(HasNode(), "WASM: no node on the path.");
        await feed.PackAsync(Repository.PathOf("runtime", "RealtimeKit.Extensions.DependencyInjection"));
        ConsumerProject project = feed.NewProject("browser")
            .WithFile("Consumer.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk.WebAssembly">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <OutputType>Exe</OutputType>
                    <ImplicitUsings>enable</ImplicitUsings>
                    <Nullable>enable</Nullable>
                    <CompressionEnabled>false</CompressionEnabled>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="RealtimeKit.Gen" Version="{PackageFeed.Version}" />
                    <PackageReference Include="RealtimeKit.Extensions.DependencyInjection" Version="{PackageFeed.Version}" />
                    <OpenApiClient Include="api.yaml" ClientName="AClient" Namespace="Acme" />
                  </ItemGroup>
                </Project>
                """)
            .WithFile("api.yaml", Spec)
            .WithFile("Program.cs", Program)
            .WithFile("wwwroot/main.mjs", Main);
        string output = (await project.DotNetAsync("publish", "-o", "out")).Succeeded();
        Assert.DoesNotContain("warning IL", output, StringComparison.Ordinal);
        Assert.DoesNotContain("warning CA1416", output, StringComparison.Ordinal);

        using var listener = new HttpListener();
        string address = $"http://127.0.0.1:{FreePort()}/";
        listener.Prefixes.Add(address);
        listener.Start();
        Task serving = ServeAsync(listener);

        Assert.Equal("own x1\nservices B\nlost 404", await NodeAsync(Path.Combine(project.Directory, "out", "wwwroot"), address));
        listener.Stop();
        await serving;
    }

    private static async Task ServeAsync(HttpListener listener)
    {
        while (listener.IsListening)
        {
            try
            {
                HttpListenerContext context = await listener.GetContextAsync();
                context.Response.StatusCode = context.Request.HttpMethod is "GET" ? 200 : 404;
                context.Response.ContentType = "application/json";
                context.Response.Close("""{"id":"x1","state":"b"}"""u8.ToArray(), willBlock: false);
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static bool HasNode()
    {
        try
        {
            using Process? node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true });
            return node is not null;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static async Task<string> NodeAsync(string directory, string address)
    {
        using Process node = Process.Start(
            new ProcessStartInfo("node", ["main.mjs", address]) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> error = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (output + await error).ReplaceLineEndings("\n").Trim();
    }
}
