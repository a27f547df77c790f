using System.Diagnostics;
using RealtimeKit.Gen.Reading.Overlay.Patterns;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Tests.Reading.Overlay;

public class RegularPatternTests
{
    [Theory]
    [InlineData("abc", "abc", true)]
    [InlineData("abc", "abcd", false)]
    [InlineData("a|b|cd", "cd", true)]
    [InlineData("a|b|cd", "ad", false)]
    [InlineData("(a|b)+c?", "ababc", true)]
    [InlineData("(a|b)+c?", "c", false)]
    [InlineData("a*", "", true)]
    [InlineData("", "", true)]
    [InlineData("()*", "", true)]
    [InlineData("x{2}", "xx", true)]
    [InlineData("x{2}", "xxx", false)]
    [InlineData("x{2,}", "xxxxx", true)]
    [InlineData("x{1,3}y", "xxxxy", false)]
    [InlineData("x{0,2}y", "y", true)]
    [InlineData("[a-cx]+", "abcx", true)]
    [InlineData("[^a-c]", "b", false)]
    [InlineData("[-a]+[b-]", "-a-", true)]
    [InlineData("[\\]\\-\\\\]+", "]-\\", true)]
    [InlineData(".", "\n", false)]
    [InlineData(".", "\U0001F600", true)]
    [InlineData("\\p{Lu}\\P{Lu}\\p{N}", "Äb7", true)]
    [InlineData("[\\p{L}\\d]+", "aé9", true)]
    [InlineData("\\d{4}-\\d\\d", "2026-01", true)]
    [InlineData("a\\.b\\{\\}", "a.b{}", true)]
    [InlineData("[\U0001F600-\U0001F64F]", "\U0001F603", true)]
    public void A_pattern_matches_the_whole_text(string pattern, string text, bool expected)
    {
        Assert.Equal(expected, RegularPatternParser.Parse(pattern, out string? fault)?.IsMatch(text, isWhole: true, new StepBudget()));
        Assert.Null(fault);
    }

    [Theory]
    [InlineData("b+", "aabbcc", true)]
    [InlineData("c", "aabbcc", true)]
    [InlineData("ca", "aabbcc", false)]
    [InlineData("", "x", true)]
    public void A_search_is_content_with_a_part(string pattern, string text, bool expected)
    {
        Assert.Equal(expected, RegularPatternParser.Parse(pattern, out _)!.IsMatch(text, isWhole: false, new StepBudget()));
    }

    [Theory]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("*a")]
    [InlineData("a**")]
    [InlineData("^a")]
    [InlineData("[")]
    [InlineData("[]")]
    [InlineData("[b-a]")]
    [InlineData("a{2,1}")]
    [InlineData("a{x}")]
    [InlineData("a{99999999999}")]
    [InlineData("(a{1000}){1000}")]
    [InlineData("\\")]
    [InlineData("\\b")]
    [InlineData("(?i)a")]
    [InlineData("\\p{Xx}")]
    [InlineData("\\p{L")]
    public void What_is_no_pattern_is_refused(string pattern)
    {
        Assert.Null(RegularPatternParser.Parse(pattern, out string? fault));
        Assert.NotNull(fault);
    }

    [Theory]
    [InlineData("(a*)*b")]
    [InlineData("(a|a|a)*b")]
    [InlineData("(a?){500}a{500}")]
    public void Time_is_linear_in_the_text_whatever_the_pattern(string pattern)
    {
        var watch = Stopwatch.StartNew();
        RegularPatternParser.Parse(pattern, out _)!.IsMatch(new string('a', 20_000), isWhole: true, new StepBudget());

        Assert.True(watch.ElapsedMilliseconds < 2_000, $"{watch.ElapsedMilliseconds} ms");
    }
}
