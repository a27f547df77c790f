using System.Text.Json;
using RealtimeKit.Gen.Tests.Parsing.Schemas;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Types;

/// <summary>The pattern of a text beside a number: whether it matches numbers only.</summary>
public sealed class NumericPatternTests
{
    /// <summary>What Pydantic writes for a <c>Decimal</c>, without limits, with both limits, with only digits and with only places.</summary>
    public static readonly TheoryData<string> Pydantic =
    [
        @"^(?!^[-+.]*$)[+-]?0*\d*\.?\d*$",
        @"^(?!^[-+.]*$)[+-]?0*(?:\d{0,8}|(?=[\d.]{1,11}0*$)\d{0,8}\.\d{0,2}0*$)",
        @"^(?!^[-+.]*$)[+-]?0*(?:\d{0,20}|(?=[\d.]{1,39}0*$)\d{0,20}\.\d{0,18}0*$)",
        @"^(?!^[-+.]*$)[+-]?0*(?:\d{0,10}|(?=[\d.]{1,11}0*$)\d*\.\d*0*$)",
        @"^(?!^[-+.]*$)[+-]?0*\d*\.?\d{0,2}0*$",
    ];

    [Theory]
    [MemberData(nameof(Pydantic))]
    public void A_decimal_of_pydantic_is_a_decimal_in_number_and_text(string pattern)
    {
        Type whole = Whole($"anyOf: [{{ type: number, minimum: 0.0 }}, {{ type: string, pattern: '{pattern}' }}], default: '12.50', title: P");

        Assert.Equal(typeof(decimal), whole.GetProperty("P")!.PropertyType);
        Assert.Equal("""{"p":12.50}""", Copy(whole, """{"p":12.50}"""));
        Assert.Equal("""{"p":12.50}""", Copy(whole, """{"p":"12.50"}"""));
        Assert.Equal("""{"p":12345678901234567.89}""", Copy(whole, """{"p":12345678901234567.89}"""));
    }

    [Theory]
    [InlineData("\"+.5\"", "0.5")]
    [InlineData("\"-.50\"", "-0.50")]
    [InlineData("\"007.\"", "7")]
    [InlineData("\"-5.\"", "-5")]
    [InlineData("\"1E+2\"", "100")]
    public void A_text_that_the_pattern_allows_is_read(string sent, string read)
    {
        Type whole = Whole($"anyOf: [{{ type: number }}, {{ type: string, pattern: '{Pydantic.First().Data}' }}]");

        Assert.Equal($$"""{"p":{{read}}}""", Copy(whole, $$"""{"p":{{sent}}}"""));
    }

    [Theory]
    [InlineData("\".\"")]
    [InlineData("\"-\"")]
    [InlineData("\"\"")]
    [InlineData("\"5.e1\"")]
    [InlineData("\"..5\"")]
    public void A_text_without_a_number_is_refused(string sent)
    {
        Type whole = Whole($"anyOf: [{{ type: number }}, {{ type: string, pattern: '{Pydantic.First().Data}' }}]");

        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize($$"""{"p":{{sent}}}""", whole));
    }

    [Theory]
    [InlineData(@"^[+-]?0*\d*\.?\d*$")]
    [InlineData(@"^\d+\.\d{2}$")]
    [InlineData(@"^-?[0-9]+([.][0-9]{1,4})?$")]
    [InlineData(@"^(-?\d+|-?\d*\.\d+)$")]
    [InlineData(@"^-?\d+$|^-?\d+\.\d+$")]
    [InlineData(@"^(?=.)\d{0,9}(?:\.\d{1,4}?)?$")]
    [InlineData(@"^(?:[1-9]?\d|100)(?:\.\d*)?$")]
    public void A_pattern_of_numbers_is_a_number(string pattern) => Assert.Equal(typeof(decimal), TypeBeside(pattern));

    [Theory]
    [InlineData(@"^\d{5}$")]
    [InlineData(@"^(?=.{5}$)\d+$")]
    [InlineData(@"^(?!.{0,4}$)\d+$")]
    [InlineData(@"^(\d{5}|\d{9})$")]
    [InlineData(@"^\+\d{1,14}$")]
    [InlineData(@"^\d+(\.\d+)*$")]
    [InlineData(@"^\d+(,\d+)?$")]
    [InlineData(@"^\d+%?$")]
    [InlineData(@"^\d+\s*$")]
    [InlineData(@"^[\d.]+$")]
    [InlineData(@"^\d+|-$")]
    [InlineData(@"^\d+")]
    [InlineData(@"\d+$")]
    [InlineData(@"^(?:\d+$|\d+)x?")]
    [InlineData(@"^\d+\$")]
    [InlineData(@"^(?!0)$")]
    [InlineData(@"^(?<!0)\d+$")]
    [InlineData(@"^(\d)\1*$")]
    [InlineData(@"^\d+[^a]?$")]
    [InlineData(@"^[+-/]?\d+$")]
    [InlineData(@"^\d*(?:$")]
    [InlineData(@"^\d{2,1}$")]
    [InlineData(@"^\d**$")]
    [InlineData(@"^[\d$")]
    public void Any_other_pattern_is_text(string pattern) => Assert.False(TypeBeside(pattern).IsPrimitive || TypeBeside(pattern) == typeof(decimal));

    /// <summary>Repetitions in repetitions would need millions of steps.</summary>
    [Theory]
    [InlineData(@"^((((\d{1,999}){1,999}){1,999}){1,999})$", true)]
    [InlineData(@"^((((\d{999}){999}){999}){999})?\d+$", false)]
    [InlineData(@"^(?:((((((^^^^){999}){999}){999}){999}){999}){999})\d+$", false)]
    [InlineData(@"^(?=((((((.?){9,999}){9,999}){9,999}){9,999}){9,999}){9,999}$)\d+$", false)]
    [InlineData(@"^((((((((((((((((((((\d+))))))))))))))))))))$", false)]
    public void A_pattern_is_examined_in_bounded_time(string pattern, bool isNumber)
        => Assert.Equal(isNumber, TypeBeside(pattern) == typeof(decimal));

    private static Type TypeBeside(string pattern)
        => Whole($"anyOf: [{{ type: number }}, {{ type: string, pattern: '{pattern}' }}]").GetProperty("P")!.PropertyType;

    private static Type Whole(string schema)
    {
        GeneratorRun run = GeneratorRunner.Run(WholeDocument.Of($"type: object, required: [p], properties: {{ p: {{ {schema} }} }}"));
        return run.AssertNoDiagnostics().Assembly.GetType("Consumer.Whole")!;
    }

    private static string Copy(Type whole, string json) => JsonSerializer.Serialize(JsonSerializer.Deserialize(json, whole), whole);
}
