using System.Diagnostics;
using System.Reflection;
using RealtimeKit.AspNetCore.Tests.Kit;

namespace RealtimeKit.AspNetCore.Tests.Scenarios;

/// <summary>The document as a whole.</summary>
public class DocumentTests
{
    [Fact]
    public async Task The_document_is_what_its_writer_writes_today()
    {
        string folder = Directory.CreateTempSubdirectory("shop-").FullName;
        using Process writer = Process.Start(new ProcessStartInfo("dotnet", ["exec", ShopDocument.Writer, folder, Path.GetFileName(ShopDocument.Path)])
        {
            RedirectStandardError = true,
        })!;
        string errors = await writer.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await writer.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(writer.ExitCode == 0, errors);

        string written = await File.ReadAllTextAsync(Path.Combine(folder, Path.GetFileName(ShopDocument.Path)), TestContext.Current.CancellationToken);
        Directory.Delete(folder, recursive: true);

        // To update the document: dotnet exec <the writer> tests/RealtimeKit.AspNetCore.Tests/Documents
        Assert.Equal(await File.ReadAllTextAsync(ShopDocument.Path, TestContext.Current.CancellationToken), written, ignoreLineEndingDifferences: true);
    }

    /// <summary>Runs all client tests again, and checks that every operation of the document was called.</summary>
    [Fact]
    public async Task Every_operation_of_the_document_is_called()
    {
        await using var server = new ShopServer();
        await server.InitializeAsync();
        foreach (MethodInfo scenario in Scenarios())
        {
            await (Task)scenario.Invoke(Activator.CreateInstance(scenario.DeclaringType!, server), null)!;
        }

        IReadOnlyList<string> operations = ShopDocument.Operations();
        Assert.True(operations.Count >= 50, $"The document has {operations.Count} operations only.");
        Assert.Equal(operations.Order(StringComparer.OrdinalIgnoreCase), server.CalledEndpoints.Order(StringComparer.OrdinalIgnoreCase),
            StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<MethodInfo> Scenarios() => typeof(DocumentTests).Assembly.GetTypes()
        .Where(static type => type.IsSubclassOf(typeof(ShopTest)))
        .SelectMany(static type => type.GetMethods())
        .Where(static method => method.IsDefined(typeof(FactAttribute)));
}
