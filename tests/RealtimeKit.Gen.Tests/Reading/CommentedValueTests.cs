using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Reading;

/// <summary>In YAML, <c>default: #ffffff</c> without quotes is a null and a comment. The value would be lost in silence.</summary>
public class CommentedValueTests
{
    private const string Reason = "; in YAML, a '#' begins a comment, so a value that begins with one needs quotes";

    [Theory]
    [InlineData("default: #ffffff", 14, "'default' of the Schema Object has no value")]
    [InlineData("default : \t#ffffff", 14, "'default' of the Schema Object has no value")]
    [InlineData("'default': #ffffff", 14, "'default' of the Schema Object has no value")]
    [InlineData("description: #first", 14, "'description' of the Schema Object has no value")]
    [InlineData("items: #/components/schemas/A", 14, "'items' of the Schema Object has no value")]
    [InlineData("enum:\n  - red\n  - #fff", 16, "An item of 'enum' of the Schema Object has no value")]
    [InlineData("enum:\n- red\n- #fff\n- blue", 16, "An item of 'enum' of the Schema Object has no value")]
    [InlineData("default:\n  a: #fff", 15, "'a' in 'default' of the Schema Object has no value")]
    [InlineData("default:\n  a:\n  - { b: 1 }\n  - #fff", 17, "An item of 'default' of the Schema Object has no value")]
    [InlineData("properties:\n  a: #/components/schemas/A", 15, "'a' in 'properties' of the Schema Object has no value")]
    [InlineData("properties:\n  $ref: #/components/schemas/A", 15, "'$ref' in 'properties' of the Schema Object has no value")]
    [InlineData("allOf:\n- type: string\n- #/components/schemas/A", 16, "An item of 'allOf' of the Schema Object has no value")]
    [InlineData("x-type-name: #A", 14, "'x-type-name' of the Schema Object has no value")]
    public void A_value_that_is_a_comment_is_reported(string member, int line, string fault) =>
        Assert.StartsWith(fault + Reason, Assert.Single(Of(Run(member), "RTK0035", line)), StringComparison.Ordinal);

    [Theory]
    [InlineData("mapping:\n    a: #/components/schemas/A\n    b: '#/components/schemas/B'", 17, Reason + "; it is left out")]
    [InlineData("mapping:\n    a: '#/components/schemas/A'\n    b: # to do", 18, Reason + "; it is left out")]
    [InlineData("mapping: { a: null, b: '#/components/schemas/B' }", 16, "; it is left out")]
    public void A_value_of_a_mapping_without_a_text_is_reported(string mapping, int line, string reason)
    {
        string message = Assert.Single(Of(Run("discriminator:\n  propertyName: kind\n  " + mapping, "oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }]"), "RTK0035", line));
        Assert.EndsWith("in 'mapping' of the Discriminator Object has no value" + reason, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("default: # what the server sends\ntitle: T")]
    [InlineData("default: '#ffffff'")]
    [InlineData("default: #ffffff\n  a")]
    [InlineData("default: null #ffffff")]
    [InlineData("default: ~ #ffffff")]
    [InlineData("default:\n# the next\ntitle: T")]
    [InlineData("default:\n#title: T")]
    [InlineData("default: #--------")]
    [InlineData("default: ## what")]
    [InlineData("enum: #colours\n  - red")]
    [InlineData("x-other: #A")]
    [InlineData("example:\n  a: #A")]
    [InlineData("properties:\n  a: #------\n    type: string")]
    [InlineData("oneOf:\n- #first\n  type: string")]
    public void A_comment_is_not_reported(string member) =>
        Assert.DoesNotContain(Run(member).Diagnostics, static one => one.Message.Contains(Reason, StringComparison.Ordinal));

    [Theory]
    [InlineData("'404': #/components/responses/None")]
    [InlineData("default: #/components/responses/None")]
    public void So_is_a_response_of_a_comment(string response)
    {
        GeneratorRun run = ResponseSpec.Run("'204': { description: ok }\n" + response);

        Assert.StartsWith($"'{response.Split(':')[0].Trim('\'')}' of the Responses Object has no value{Reason}", run.AssertReports("RTK0035", line: 9).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Of(GeneratorRun run, string id, int line) =>
        run.Diagnostics.Where(one => one.Id == id && one.Line == line).Select(static one => one.Message);

    private static GeneratorRun Run(string member, string other = "type: string") => ResponseSpec.Run(
        $$"""
        '200':
          description: ok
          content:
            application/json:
              schema:
                {{other}}
                {{member.ReplaceLineEndings("\n                ")}}
        """,
        """
        components:
          schemas:
            A: { type: object, required: [kind], properties: { kind: { type: string } } }
            B: { type: object, required: [kind], properties: { kind: { type: string } } }
        """);
}
