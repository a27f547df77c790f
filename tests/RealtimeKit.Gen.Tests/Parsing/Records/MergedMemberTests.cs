using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Records;

public class MergedMemberTests
{
    [Fact]
    public void Parts_that_hold_each_other_under_one_name_have_an_end()
    {
        GeneratorRun run = Run("""
            A:
              allOf:
                - { type: object, properties: { next: { $ref: '#/components/schemas/A' } } }
                - { type: object, properties: { next: { $ref: '#/components/schemas/B' } } }
            B: { type: object, properties: { b: { type: string } } }
            """);

        run.AssertCompiles();
        Assert.Contains("public _api::ANext? Next", run.AllText);
        Assert.DoesNotContain("ANextNext", run.AllText);
    }

    [Fact]
    public void Parts_that_would_need_ever_new_merges_are_raw_json()
    {
        string rings = string.Join("\n", Enumerable.Range(0, 14).Select(static i =>
            $"R{i}: {{ type: object, properties: {{ next: {{ $ref: '#/components/schemas/R{(i + 1) % 14}' }} }} }}"));
        GeneratorRun run = Run($$"""
            A:
              allOf:
                - { type: object, properties: { next: { $ref: '#/components/schemas/R0' } } }
                - { type: object, properties: { next: { $ref: '#/components/schemas/R5' } } }
            {{rings}}
            """);

        run.AssertCompiles();
        run.AssertReports("RTK0033");
    }

    private static GeneratorRun Run(string schemas) => GeneratorRunner.Run(SpecTexts.WithSchemas("A", schemas));
}
