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
    [InlineData("VPCs", "Vpcs")]
    [InlineData("nonResourceURLs", "NonResourceUrls")]
    [InlineData("targetWWNs_max", "TargetWwnsMax")]
    [InlineData("userIDs", "UserIds")]
    [InlineData("DBSecurity", "DbSecurity")]
    [InlineData("TLSv1.2", "TlsV1_2")]
    [InlineData("minHTTPv2", "MinHttpV2")]
    [InlineData("IPv4", "IPv4")]
    [InlineData("PCIeSlot", "PcIeSlot")]
    [InlineData("2fa", "TwoFa")]
    [InlineData("3d_secure", "ThreeDSecure")]
    [InlineData("1-Click Applications", "OneClickApplications")]
    [InlineData("3rd_party", "ThirdParty")]
    [InlineData("404_error", "_404Error")]
    [InlineData("1.10", "_1_10")]
    [InlineData("+1", "Plus1")]
    [InlineData("-created_at", "MinusCreatedAt")]
    [InlineData("*", "Asterisk")]
    [InlineData("", "Empty")]
    [InlineData("😀", "U1F600")]
    [InlineData("caf\u0065\u0301", "Café")]
    [InlineData("a\u200Db", "Ab")]
    [InlineData("owner's", "Owners")]
    [InlineData("owner'-s-pets", "OwnersPets")]
    [InlineData("owner'-s", "Owners")]
    [InlineData("owner'-so", "OwnerSo")]
    [InlineData("owner-s-pets", "OwnerSPets")]
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
    [InlineData("fur-colour furColour", "FurColour FurColour2")]
    [InlineData("fur-colour fur_colour Fur.colour", "FurColour2 FurColour3 FurColour")]
    [InlineData("a+b a++b aPlusB", "APlusB2 APlusPlusB APlusB")]
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
    public void Every_string_gives_a_legal_name()
    {
        const int seed = 20261123;
        const int count = 20_000;
        Random random = new(seed);
        for (int i = 0; i < count; i++)
        {
            string text = RandomText(random);
            string[] names = [Identifier.Pascal(text), Identifier.PascalValue(text), Identifier.Worded(text), Identifier.Camel(text)];
            foreach (string name in names)
            {
                Assert.True(SyntaxFacts.IsValidIdentifier(name), $"'{name}' of '{Escape(text)}' is not an identifier (seed {seed}, run {i})");
                Assert.True(name.Length <= 128, $"'{name}' is too long");
            }
        }
    }

    [Fact]
    public void Any_strings_get_different_legal_names()
    {
        string[] texts = ["a-b", "a_b", "aB", "AB", "a b", "a.b", "a/b", "ab", "Ab", "a--b", "_a", "-a", "a_x2D_b", "int", "Int", "INT"];
        IReadOnlyDictionary<string, string> names = Identifier.Distinct(texts);

        Assert.Equal(texts.Length, names.Values.Distinct(StringComparer.Ordinal).Count());
        Assert.All(names.Values, static name => Assert.True(SyntaxFacts.IsValidIdentifier(name) && Identifier.Escape(name) == name, name));
    }

    [Fact]
    public void A_type_is_not_in_lower_case()
    {
        WantedName[] wanted = [new("asc", "asc", "Asc"), new("ASC", "ASC", "Asc")];

        Assert.Equal(["Asc", "ASC"], wanted.Select(name => new NameScope([], isOfTypes: true).Assign(wanted)[name.Key]));
        Assert.Equal(["asc", "ASC"], wanted.Select(name => new NameScope([]).Assign(wanted)[name.Key]));
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
