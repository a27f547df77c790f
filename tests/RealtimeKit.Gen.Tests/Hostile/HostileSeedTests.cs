using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Hostile;

/// <summary>Compiling only the changed files must find the same errors as compiling all files.</summary>
public class HostileSeedTests
{
    private const string Spec = """
        openapi: 3.0.3
        info: { title: Seed, version: 1.0.0 }
        paths:
          /a:
            get:
              operationId: a
              description: Plain
              responses:
                '200':
                  description: ok
                  content: { application/json: { schema: { $ref: '#/components/schemas/A' } } }
        components: { schemas: { A: { type: object, description: Plain, properties: { b: { type: string } } } } }
        """;

    [Fact]
    public void A_harmless_edit_compiles()
    {
        var seed = new HostileSeed(Spec, GeneratorRunner.SpecPath);

        Assert.Null(seed.CompileFault(seed.Original));
        Assert.Null(seed.CompileFault(seed.Run(Spec.Replace("Plain", "Simple", StringComparison.Ordinal))));
        Assert.Null(seed.CompileFault(seed.Run(Spec.Replace("b: {", "c: {", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("Plain</summary>", "<", "Plain</summary>", "Plain<b</summary>")] // a comment's XML
    [InlineData("json.OptionalString(0", "body", "json.OptionalString(0", "json.OptionalString(nothing")] // a body's expression
    [InlineData("public string? B", "member", "public string? B", "public strin? B")] // a member's type
    public void A_fault_in_any_part_is_found(string from, string part, string old, string damaged)
    {
        var seed = new HostileSeed(Spec, GeneratorRunner.SpecPath);
        HostileProbe probe = seed.Original.With(source => source.Replace(old, damaged, StringComparison.Ordinal));

        Assert.Contains(seed.Original.Trees, tree => tree.ToString().Contains(from, StringComparison.Ordinal));
        Assert.True(seed.CompileFault(probe) is not null, part);
    }
}
