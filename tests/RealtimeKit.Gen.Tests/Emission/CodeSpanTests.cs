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
        Assert.Contains($"/// <summary>{expected}</summary>", DescribedSchema.Emit(description));

    [Fact]
    public void A_code_span_does_not_cross_a_line() =>
        Assert.Contains("/// <summary>one ` two ` three</summary>", DescribedSchema.Emit("one ` two\n` three"));
}
