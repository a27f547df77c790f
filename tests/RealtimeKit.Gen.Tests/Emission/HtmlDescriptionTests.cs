namespace RealtimeKit.Gen.Tests.Emission;

/// <summary>Simple HTML in descriptions becomes elements of XML documentation. Everything else stays text.</summary>
public sealed class HtmlDescriptionTests
{
    [Theory]
    [InlineData("<p>One thing.</p>", "One thing.")]
    [InlineData("<p>One.</p>\n\n<p>Two.</p>", "<para>One.</para>  <para>Two.</para>")]
    [InlineData("<p>One.<p>Two.", "<para>One.</para><para>Two.</para>")]
    [InlineData("<P CLASS=\"x\">A <strong>b</strong> and <em>c</em>.</P>", "A <b>b</b> and <i>c</i>.")]
    [InlineData("Set <code>a < b</code>.", "Set <c>a &lt; b</c>.")]
    [InlineData("One<br>two<br/>three<br />four", "One<br/>two<br/>three<br/>four")]
    [InlineData("<ul><li>One<li>Two</ul>", "<list type=\"bullet\"><item><description>One</description></item><item><description>Two</description></item></list>")]
    [InlineData("<p>A &lt;b&gt;&nbsp;&amp; &quot;c&quot;</p>", "A &lt;b&gt;\u00A0&amp; \"c\"")]
    [InlineData("<span>An `<p>` tag</span>", "An <c>&lt;p&gt;</c> tag")]
    public void Simple_HTML_becomes_elements(string description, string expected) => AssertSummary(expected, description);

    [Theory]
    [InlineData("See <a href=\"https://docs.example/a?b=1&amp;c=2#d\">the docs</a>.", "See <see href=\"https://docs.example/a?b=1&amp;c=2#d\">the docs</see>.")]
    [InlineData("See <a class='x' href='http://docs.example'>the docs</a>.", "See <see href=\"http://docs.example\">the docs</see>.")]
    [InlineData("See <a href=\"/docs/api\">the docs</a>.", "See the docs.")]
    [InlineData("See <a href=\"javascript:alert(1)\">the docs</a>.", "See the docs.")]
    [InlineData("See <a href='https://a.example/\" cref=\"x'>the docs</a>.", "See the docs.")]
    [InlineData("See <a data-href=\"https://a.example\">the docs</a>.", "See the docs.")]
    public void A_link_keeps_only_an_address_of_the_web(string description, string expected) => AssertSummary(expected, description);

    [Theory]
    [InlineData("A <b>bold word", "A &lt;b&gt;bold word")]
    [InlineData("<b><i>x</b></i>", "&lt;b&gt;&lt;i&gt;x&lt;/b&gt;&lt;/i&gt;")]
    [InlineData("</summary><p>x</p>", "&lt;/summary&gt;<para>x</para>")]
    [InlineData("x</p>", "x&lt;/p&gt;")]
    [InlineData("<li>x</li>", "&lt;li&gt;x&lt;/li&gt;")]
    [InlineData("Bearer <token>, 1 < 2", "Bearer &lt;token&gt;, 1 &lt; 2")]
    [InlineData("<param name=\"a\">x</param><exception cref=\"T\"/>", "&lt;param name=\"a\"&gt;x&lt;/param&gt;&lt;exception cref=\"T\"/&gt;")]
    [InlineData("``` <p>x</p> ```", "``` &lt;p&gt;x&lt;/p&gt; ```")]
    [InlineData("`<p>` and `</p>`", "<c>&lt;p&gt;</c> and <c>&lt;/p&gt;</c>")]
    [InlineData("x <p class=\"", "x &lt;p class=\"")]
    public void Other_tags_and_elements_that_are_not_nested_stay_text(string description, string expected) => AssertSummary(expected, description);

    [Fact]
    public void Elements_of_a_description_that_is_too_long_are_closed() =>
        Assert.Contains("x…</b></para></summary>", DescribedSchema.Emit($"<p>One.</p><p><b>{new string('x', 2000)}</b></p>"));

    private static void AssertSummary(string expected, string description) =>
        Assert.Contains($"/// <summary>{expected}</summary>", DescribedSchema.Emit(description));
}
