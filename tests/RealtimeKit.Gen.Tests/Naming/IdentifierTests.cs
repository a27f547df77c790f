using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Tests.Naming;

public class IdentifierTests
{
    [Theory]
    [InlineData("pause_resume-stop", "PauseResumeStop")]
    [InlineData("API_CALL", "ApiCall")]
    [InlineData("INVOKED", "Invoked")]
    [InlineData("userId", "UserId")]
    [InlineData("user_Id", "UserId")]
    [InlineData("HTTPServer", "HttpServer")]
    [InlineData("get /pets/{petId}", "GetPetsPetId")]
    [InlineData("2fa", "_2fa")]
    [InlineData("1.10", "_1_10")]
    [InlineData("+1", "Plus1")]
    [InlineData("-created_at", "MinusCreatedAt")]
    [InlineData("*", "Asterisk")]
    [InlineData("", "Empty")]
    [InlineData("😀", "U1F600")]
    [InlineData("caf\u0065\u0301", "Café")]
    [InlineData("a\u200Db", "Ab")]
    [InlineData("owner's", "Owners")]
    public void A_string_reads_as_a_name(string text, string expected) => Assert.Equal(expected, Identifier.Pascal(text));

    [Theory]
    [InlineData("DateCreated<", "DateCreatedLessThan")]
    [InlineData("GMT-9", "GmtMinus9")]
    [InlineData("GMT+09:30", "GmtPlus09_30")]
    [InlineData("2024-01-02", "_2024_01_02")]
    [InlineData("red*", "RedAsterisk")]
    [InlineData("fur-colour", "FurColour")]
    [InlineData(">=", "GreaterThanEqual")]
    public void Symbols_with_a_meaning_become_words(string text, string expected) => Assert.Equal(expected, Identifier.Worded(text));

    [Theory]
    [InlineData("DateCreated DateCreated< DateCreated>", "DateCreated DateCreatedLessThan DateCreatedGreaterThan")]
    [InlineData("red red*", "Red RedAsterisk")]
    [InlineData("GMT0 GMT-0 GMT+0", "Gmt0 GmtMinus0 GmtPlus0")]
    [InlineData("fur-colour furColour", "fur_x2D_colour furColour")]
    [InlineData("a+b a++b aPlusB", "a_x2B_b APlusPlusB APlusB")]
    public void Names_that_differ_in_symbols_are_told_apart_by_words(string texts, string expected)
    {
        string[] wires = texts.Split(' ');
        IReadOnlyDictionary<string, string> names = Identifier.Distinct(wires);

        Assert.Equal(expected.Split(' '), wires.Select(wire => names[wire]));
    }

    [Theory]
    [InlineData("class", "class")]
    [InlineData("Status", "status")]
    [InlineData("value", "value")]
    [InlineData("await", "await")]
    public void A_parameter_begins_in_lower_case(string text, string expected) => Assert.Equal(expected, Identifier.Camel(text));

    [Theory]
    [InlineData("class", "@class")]
    [InlineData("await", "@await")]
    [InlineData("record", "@record")]
    [InlineData("status", "status")]
    public void A_keyword_is_escaped(string name, string expected) => Assert.Equal(expected, Identifier.Escape(name));

    [Fact]
    public void Every_string_is_a_legal_name_spelled_and_unspelled()
    {
        const int seed = 20261123;
        const int count = 20_000;
        Random random = new(seed);
        for (int i = 0; i < count; i++)
        {
            string text = RandomText(random);
            foreach (string name in new[] { Identifier.Pascal(text), Identifier.Spelled(text), Identifier.Camel(text).TrimStart('@') })
            {
                Assert.True(SyntaxFacts.IsValidIdentifier(name), $"'{name}' of '{Escape(text)}' is not an identifier (seed {seed}, run {i})");
                Assert.True(name.Length <= 128, $"'{name}' is too long");
            }
        }
    }

    [Fact]
    public void Two_spelled_names_are_equal_only_for_equal_strings()
    {
        string[] texts = ["a-b", "a_b", "aB", "AB", "a b", "a.b", "a/b", "ab", "Ab", "a--b", "_a", "-a", "a_x2D_b"];

        // The last name equals the spelled-out form of the first. This is the only such pair, and a scope keeps the two apart.
        Assert.Equal(texts.Length - 1, texts.Select(Identifier.Spelled).Distinct(StringComparer.Ordinal).Count());
    }

    private static string RandomText(Random random)
    {
        StringBuilder text = new();
        int length = random.Next(0, random.Next(10) == 0 ? 400 : 12);
        for (int i = 0; i < length; i++)
        {
            text.Append(random.Next(4) switch
            {
                0 => (char)random.Next(0x20, 0x7F),
                1 => (char)random.Next('a', 'z' + 1),
                2 => (char)random.Next(0, 0x10000),
                _ => "_-./ +1A"[random.Next(8)],
            });
        }

        return text.ToString();
    }

    private static string Escape(string text) => string.Concat(text.Select(static c => c is >= ' ' and < '\u007F' ? c.ToString() : $"\\u{(int)c:X4}"));
}
