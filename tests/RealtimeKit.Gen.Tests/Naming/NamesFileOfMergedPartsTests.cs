using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Naming;

/// <summary>
/// The author makes a component of one of several parts of a record, and refers to it behind a wrapper. The record is still the type at its place,
/// also for the file that is written then.
/// </summary>
public class NamesFileOfMergedPartsTests
{
    private const string Part = "{ type: object, properties: { line: { type: string }, cc: { type: string, enum: [us, de] } } }";

    [Theory]
    [InlineData("{new}")]
    [InlineData("{ allOf: [{new}] }")]
    [InlineData("{ description: x, allOf: [{new}] }")]
    [InlineData("{ allOf: [{ description: x }, {new}] }")]
    [InlineData("{ oneOf: [{new}, { type: 'null' }] }")]
    [InlineData("{ anyOf: [{ type: 'null' }, {new}] }")]
    [InlineData("{ allOf: [{ oneOf: [{new}] }] }")]
    public void The_record_keeps_its_line_and_its_name(string reference)
    {
        foreach (string whole in new[]
        {
            "{ allOf: [{ $ref: '#/components/schemas/Mixin' }, {part}] }",
            "{ allOf: [{part}, { type: object, properties: { own: { type: string } } }] }",
            "{ type: object, properties: { own: { type: string } }, allOf: [{part}] }",
            "{ type: object, properties: { own: { type: string } }, oneOf: [{part}] }",
            "{ type: object, properties: { p: { allOf: [{ $ref: '#/components/schemas/Mixin' }, {part}] } } }",
        })
        {
            string earlier = Document(whole.Replace("{part}", Part, StringComparison.Ordinal), "");
            string part = reference.Replace("{new}", "{ $ref: '#/components/schemas/Extracted' }", StringComparison.Ordinal);
            string later = Document(whole.Replace("{part}", part, StringComparison.Ordinal), $"Extracted: {Part}");
            string names = NamedRun.Write(earlier);
            string written = NamedRun.Write(later, names);

            Assert.Empty(TypesOf(names).Except(TypesOf(written)));
            Assert.Equal(written, NamedRun.Write(later, written));
            GeneratorRun run = NamedRun.Of(later, written);
            Assert.Empty(GeneratorRunner.Run(earlier).PublicTypes.Except(run.PublicTypes));
            Assert.DoesNotContain(run.Diagnostics, static one => one.Id is "RTK0040" or "RTK0065" or "RTK0066");
        }
    }

    private static IEnumerable<string> TypesOf(string names) => names.Split('\n')
        .Where(static line => line.StartsWith("type ", StringComparison.Ordinal) && !line.Contains("/properties/cc ", StringComparison.Ordinal));

    private static string Document(string whole, string component) => $$"""
        openapi: 3.1.0
        info: { title: Shop, version: '1' }
        paths:
          /things:
            get:
              operationId: getThing
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Whole' } } } } }
        components:
          schemas:
            Whole: {{whole}}
            Mixin: { type: object, properties: { etag: { type: string } } }
            {{component}}
        """;
}
