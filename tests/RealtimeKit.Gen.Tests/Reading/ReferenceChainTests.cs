using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Reading;

/// <summary>A chain of references that is too long to follow is an error, but is not reported as circular.</summary>
public class ReferenceChainTests
{
    [Theory]
    [InlineData(100, false)]
    [InlineData(140, true)]
    [InlineData(1_000, true)]
    [InlineData(5_000, true)]
    public void A_chain_of_schemas_is_followed_or_refused(int length, bool isRefused)
    {
        string links = string.Join(", ", Enumerable.Range(0, length).Select(static i => $"A{i}: {{ $ref: '#/components/schemas/A{i + 1}' }}"));
        GeneratorRun run = GeneratorRunner.Run(SpecTexts.WithResponse(
            "{ type: object, properties: { p: { $ref: '#/components/schemas/A0' } } }", $"{{ {links}, A{length}: {{ type: boolean }} }}"));

        if (isRefused)
        {
            Assert.Equal("The document exceeds the reader's limit of 128 references in one chain", Assert.Single(run.Diagnostics).Message);
        }
        else
        {
            run.AssertNoDiagnostics();
            Assert.Contains("public bool? P", run.AllText, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(true, "RTK0022", "The reference '#/paths/~1a1' leads back to ")]
    [InlineData(false, "RTK0002", "The document exceeds the reader's limit of 128 references in one chain")]
    public void A_chain_of_path_items_is_called_a_circle_only_if_it_is_one(bool isCircle, string id, string message)
    {
        string links = string.Concat(Enumerable.Range(0, 200).Select(static i => $"  /a{i}: {{ $ref: '#/paths/~1a{i + 1}' }}\n"));
        string end = isCircle ? "{ $ref: '#/paths/~1a0' }" : "{ get: { responses: { '204': { description: Fine } } } }";

        GeneratorRun run = GeneratorRunner.Run($"openapi: 3.1.0\ninfo: {{ title: Chain, version: '1' }}\npaths:\n{links}  /a200: {end}\n");

        Assert.StartsWith(message, run.AssertReports(id, line: 4).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Id == (isCircle ? "RTK0002" : "RTK0022"));
    }
}
