using System.Text.Json;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Emission;

/// <summary>Descriptions are Markdown. Their code spans become elements, and everything else stays text.</summary>
public sealed class CodeSpanTests
{
    [Theory]
    [InlineData("Call `Stop` first.", "Call <c>Stop</c> first.")]
    [InlineData("`a` and `b<c>`", "<c>a</c> and <c>b&lt;c&gt;</c>")]
    [InlineData("`a`` `b`", "<c>a`` </c>b`")]
    [InlineData("A lone ` backtick", "A lone ` backtick")]
    [InlineData("``` code ```", "``` code ```")]
    [InlineData("` ` and `x`", "` ` and <c>x</c>")]
    [InlineData("`</summary>`", "<c>&lt;/summary&gt;</c>")]
    public void A_code_span_becomes_an_element(string description, string expected) =>
        Assert.Contains($"/// <summary>{expected}</summary>", Emit(description));

    [Fact]
    public void A_code_span_does_not_cross_a_line() =>
        Assert.Contains("/// <summary>one ` two ` three</summary>", Emit("one ` two\n` three"));

    private static string Emit(string description)
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.1.0
            info: { title: Small, version: '1' }
            paths:
              /a:
                get:
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } }
            components:
              schemas:
                A: { type: object, properties: { p: { type: string } }, description: {{JsonSerializer.Serialize(description)}} }
            """);
        run.AssertCompiles();
        return run.AllText;
    }
}
