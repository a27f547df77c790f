using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

/// <summary>
/// Compares with snapshots the public signatures of the clients of one ASP.NET Core application, one client for the document of
/// each writer. <c>tests/RealtimeKit.AspNetCore.Tests</c> calls the application with them.
/// </summary>
public class SignatureTests
{
    [Theory]
    [InlineData("microsoft-3.0")]
    [InlineData("microsoft-3.0-strict")]
    [InlineData("microsoft-3.1")]
    [InlineData("microsoft-3.1-strict")]
    [InlineData("swashbuckle")]
    [InlineData("nswag")]
    public void A_client_reads_as_if_written_by_hand(string document)
    {
        string[] folder = ["tests", "RealtimeKit.AspNetCore.Tests", "Documents"];
        string overlay = Repository.PathOf([.. folder, document + ".overlay.yaml"]);

        GeneratorRun run = GeneratorRunner.Run(
            Repository.Read([.. folder, document + ".json"]),
            new Dictionary<string, string> { ["ClientName"] = "ShopClient", ["Namespace"] = "Shop" },
            File.Exists(overlay) ? File.ReadAllText(overlay) : null,
            path: $"/project/{document}.json");

        string reported = string.Concat(run.Diagnostics.Select(static diagnostic => $"// {diagnostic}\n"));
        string signatures = SignatureText.Of(run.Result.GeneratedSources.Select(static source => source.SyntaxTree), TestContext.Current.CancellationToken);
        Verifier.Verify(
            new Dictionary<string, string> { [".verified.cs"] = signatures + reported },
            Repository.PathOf("tests", "RealtimeKit.Gen.Tests", "Parsing", "Operations", "SignatureTests.cs"),
            document);
    }
}
