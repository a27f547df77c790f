using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Text;

/// <summary>No number is changed without an error, in bodies and headers, in any culture.</summary>
public sealed class ExactNumberTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", -0.0)]
    [InlineData("0.1", 0.1)]
    [InlineData("0.30000000000000004", 0.30000000000000004)]
    [InlineData("9007199254740992", 9007199254740992)]
    [InlineData("-9007199254740994", -9007199254740994)]
    [InlineData("9223372036854775808", 9223372036854775808)]
    [InlineData("9223372036854776000", 9223372036854775808)]
    [InlineData("100000000000000000000", 1e20)]
    [InlineData("1e23", 1e23)]
    [InlineData("9007199254740993.0", 9007199254740992)]
    [InlineData("5e-324", 5e-324)]
    [InlineData("0e-999", 0)]
    public void A_double_is_read_where_it_is_the_number_that_was_written(string text, double expected)
    {
        Assert.Equal(expected, Read(text));
        Assert.Equal(expected, Read($"\"{text}\""));
        Assert.Equal(expected, HeaderReading.Value<double>(text));
    }

    [Theory]
    [InlineData("-2147483648")]
    [InlineData("2147483648")]
    [InlineData("16777218")]
    [InlineData("30000001024")]
    [InlineData("4503599627370496")]
    [InlineData("9007199254740992")]
    [InlineData("-9007200328482816")]
    [InlineData("9223371487098961920")]
    [InlineData("16777216")]
    [InlineData("-1234567")]
    [InlineData("0.1")]
    [InlineData("1E+20")]
    public void A_float_is_written_as_the_number_that_was_read(string text)
    {
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(text));
        reader.Read();
        float value = JsonReading.Single(ref reader);
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter writer = new(buffer);
        writer.WriteStartArray();
        JsonWriting.Single(writer, value);
        JsonWriting.SingleOrName(writer, value);
        writer.WriteEndArray();
        writer.Flush();

        Assert.Equal($"[{text},{text}]", Encoding.UTF8.GetString(buffer.WrittenSpan));
        Assert.Equal(text, NumericText<float>.Format(value));
        Assert.Equal(text, ((ParameterValue)value).Primitive);
    }

    [Theory]
    [InlineData("9007199254740993")]
    [InlineData("-9007199254740993")]
    [InlineData("123456789012345678")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    [InlineData("1e-400")]
    [InlineData("0.0000000000000000000000000000000000000000000000000001e-300")]
    public void A_number_that_a_double_would_change_is_refused(string text)
    {
        Assert.Throws<JsonException>(() => Read(text));
        Assert.Throws<JsonException>(() => Read($"\"{text}\""));
        Assert.Null(HeaderReading.Value<double>(text));
    }

    [Theory]
    [InlineData("16777216", true)]
    [InlineData("16777217", false)]
    [InlineData("-16777217", false)]
    [InlineData("3.4028235E+38", true)]
    [InlineData("340282350000000000000000000000000000000", true)]
    [InlineData("1e39", false)]
    [InlineData("1e-60", false)]
    [InlineData("0.1", true)]
    public void A_float_is_held_to_the_same(string text, bool isRead)
    {
        Assert.Equal(isRead, Record.Exception(() => JsonReading.Document(Encoding.UTF8.GetBytes(text), JsonReading.Single)) is null);
        Assert.Equal(isRead, HeaderReading.Value<float>(text) is not null);
    }

    [Fact]
    public void Every_double_is_read_as_languages_write_it_and_no_other_integer_is_taken_for_it()
    {
        Random random = Proof.Random(12);
        int count = Proof.Count(50_000, 2_000_000);
        int refused = 0;
        for (int i = 0; i < count; i++)
        {
            double value = Math.Floor(Math.Pow(2, random.NextDouble() * 80) * (0.5 + random.NextDouble()));
            var exact = new BigInteger(value);
            string shortest = Shortest(value);
            BigInteger other = exact + random.Next(-600, 600);

            Assert.Equal(value, Read(exact.ToString(CultureInfo.InvariantCulture)));
            Assert.Equal(value, Read(shortest));
            string otherText = other.ToString(CultureInfo.InvariantCulture);
            bool isRead = Record.Exception(() => Read(otherText)) is null;
            double nearest = double.Parse(otherText, CultureInfo.InvariantCulture);
            Assert.Equal(new BigInteger(nearest) == other || otherText == Shortest(nearest), isRead);
            refused += isRead ? 0 : 1;
        }

        Proof.Report($"{count} integers as doubles, {refused} neighbours refused");
    }

    [Theory]
    [InlineData("1,5")]
    [InlineData("1 000")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    [InlineData("∞")]
    [InlineData("0x10")]
    [InlineData("$5")]
    [InlineData("(5)")]
    [InlineData("٥")]
    [InlineData("")]
    public void Text_that_is_no_number_is_none_in_any_culture(string text)
    {
        foreach (string culture in new[] { "", "de-DE", "fr-FR", "ar-SA", "fa-IR", "sv-SE" })
        {
            CultureInfo before = CultureInfo.CurrentCulture;
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            try
            {
                Assert.Null(HeaderReading.Value<double>(text));
                Assert.Null(HeaderReading.Value<float>(text));
                Assert.Null(HeaderReading.Value<int>(text));
                Assert.Null(HeaderReading.Value<long>(text));
                Assert.Null(HeaderReading.Decimal(text));
                Assert.Throws<JsonException>(() => Read(JsonSerializer.Serialize(text)));
                Assert.Throws<JsonException>(() => JsonReading.Document(JsonSerializer.SerializeToUtf8Bytes(text), JsonReading.Int64));
                Assert.Throws<JsonException>(() => JsonReading.Document(JsonSerializer.SerializeToUtf8Bytes(text), JsonReading.Decimal));
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }
    }

    [Theory]
    [InlineData("5/6/2024")]
    [InlineData("06.05.2024")]
    [InlineData("May 5, 2024")]
    [InlineData("2024")]
    [InlineData("12:30 PM")]
    public void A_date_in_another_order_is_none(string text)
    {
        Assert.Null(HeaderReading.Value<DateOnly>(text));
        Assert.Null(HeaderReading.Instant(text));
        Assert.Null(HeaderReading.Value<TimeOnly>(text));
    }

    [Fact]
    public void Dates_and_times_in_headers_are_read_as_in_bodies()
    {
        var noon = new DateTimeOffset(2024, 5, 6, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal(noon, HeaderReading.Instant(" 2024-05-06T12:00:00Z "));
        Assert.Equal(noon, HeaderReading.Instant("Mon, 06 May 2024 12:00:00 GMT"));
        Assert.Equal(noon, HeaderReading.Instant("2024-05-06 12:00:00"));
        Assert.Equal(noon, HeaderReading.Instant("Monday, 06-May-24 12:00:00 GMT"));
        Assert.Equal(noon, HeaderReading.Instant("Mon May  6 12:00:00 2024"));
        Assert.Equal(new DateOnly(2024, 5, 6), HeaderReading.Value<DateOnly>("2024-05-06"));
        Assert.Equal(new TimeOnly(12, 30), HeaderReading.Value<TimeOnly>("12:30"));
    }

    private static string Shortest(double value) =>
        BigInteger.Parse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture)
            .ToString(CultureInfo.InvariantCulture);

    private static double Read(string json) => JsonReading.Document(Encoding.UTF8.GetBytes(json), JsonReading.Double);
}
