using System.Diagnostics;
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

        // If it is not: dotnet exec <the writer> tests/RealtimeKit.AspNetCore.Tests/Documents
        Assert.Equal(await File.ReadAllTextAsync(ShopDocument.Path, TestContext.Current.CancellationToken), written, ignoreLineEndingDifferences: true);
    }
}
