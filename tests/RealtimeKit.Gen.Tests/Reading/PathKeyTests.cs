using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Reading;

/// <summary>Path keys that are not valid templates are reported, and sent in their most likely meaning.</summary>
public class PathKeyTests
{
    [Theory]
    [InlineData("e", "does not begin with a slash, so it is sent as '/e'", "\"e\"")]
    [InlineData("/d/{id", "has a '{' without a '}', so '{id' is sent unchanged", "\"d/%7Bid\"")]
    [InlineData("/d/id}", "has a '}' without a '{', so the '}' is sent unchanged", "\"d/id%7D\"")]
    [InlineData("/d/{}", "has braces without a name, so '{}' is sent unchanged", "\"d/%7B%7D\"")]
    [InlineData("/d/{a/{b}", "has a '{' without a '}', so '{a/' is sent unchanged", "d/%7Ba/")]
    [InlineData("/d/../e", "contains a dot segment, which would change the path, so the client throws when its operations are called", "\"d/../e\"")]
    public void A_malformed_path_is_reported_at_its_key(string path, string fault, string sent)
    {
        GeneratorRun run = GeneratorRunner.Run(Spec(path));

        Reported reported = Assert.Single(run.Diagnostics, static diagnostic => diagnostic.Id == "RTK0061" && diagnostic.Column == 3);
        Assert.Equal($"The path '{path}' {fault}", reported.Message);
        Assert.Equal(4, reported.Line);
        Assert.Contains(sent, run.AllText);
        run.AssertCompiles();
    }

    [Theory]
    [InlineData("/d/{b}")]
    [InlineData("/{b}/a:b")]
    [InlineData("/a#{c")]
    public void A_well_formed_path_is_not(string path) =>
        Assert.DoesNotContain(GeneratorRunner.Run(Spec(path)).Diagnostics, static diagnostic => diagnostic.Id == "RTK0061" && diagnostic.Column == 3);

    [Fact]
    public void What_the_filter_leaves_out_is_not_reported() =>
        Assert.DoesNotContain(GeneratorRunner.Run(Spec("/d/{id"), new Dictionary<string, string> { ["Operations"] = "still" }).Diagnostics, static diagnostic =>
            diagnostic.Id == "RTK0061");

    private static string Spec(string path) => $$"""
        openapi: 3.0.3
        info: { title: Paths, version: '1' }
        paths:
          '{{path}}':
            get:
              operationId: a
              parameters: [{ name: b, in: path, required: true, schema: { type: string } }]
              responses: { '204': { description: ok } }
          /still: { get: { operationId: still, responses: { '204': { description: ok } } } }
        """;
}
