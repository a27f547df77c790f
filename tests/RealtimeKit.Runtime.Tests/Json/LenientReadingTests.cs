using System.Text;
using System.Text.Json;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Json;

/// <summary>Spellings of values that strict reading rejects and lenient reading accepts.</summary>
public sealed class LenientReadingTests
{
    [Theory]
    [InlineData("2023-01-25T04:51:35+0530", "2023-01-25T04:51:35.0000000+05:30")]
    [InlineData("2023-01-25T04:51:35-05", "2023-01-25T04:51:35.0000000-05:00")]
    [InlineData("2023-01-25T04:51Z", "2023-01-25T04:51:00.0000000+00:00")]
    [InlineData("2023-01-25T04:51", "2023-01-25T04:51:00.0000000+00:00")]
    [InlineData("2023-01-25T04:51+0530", "2023-01-25T04:51:00.0000000+05:30")]
    [InlineData("2023-01-25", "2023-01-25T00:00:00.0000000+00:00")]
    [InlineData(" 2023-01-25T04:51:35Z ", "2023-01-25T04:51:35.0000000+00:00")]
    [InlineData("2023-01-25  04:51:35 GMT", "2023-01-25T04:51:35.0000000+00:00")]
    [InlineData("2023-01-25T04:51:35,123Z", "2023-01-25T04:51:35.1230000+00:00")]
    [InlineData("Wed, 25 Jan 2023 04:51:35 GMT", "2023-01-25T04:51:35.0000000+00:00")]
    public void An_instant(string text, string expected)
        => Assert.Equal(expected, Read(Quoted(text), JsonReading.DateTimeOffset).ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void An_instant_with_a_long_fraction() => Assert.Equal(
        new DateTimeOffset(2023, 1, 25, 4, 51, 35, TimeSpan.Zero).AddTicks(1234567),
        Read(Quoted($"2023-01-25T04:51:35.1234567{new string('8', 300)}Z"), JsonReading.DateTimeOffset));

    [Fact]
    public void A_long_text_is_not_an_instant() => Refused(Quoted(new string('2', 300)), JsonReading.DateTimeOffset);

    [Theory]
    [InlineData("")]
    [InlineData("2023-01-25T")]
    [InlineData("2023-01-25T04")]
    [InlineData("2023-01-25T04:51:60Z")]
    [InlineData("2023-01-25T24:00:00Z")]
    [InlineData("2023-02-29")]
    [InlineData("2023-01-25T04:51:35+1401")]
    [InlineData("2023-01-25T04:51:35 CET")]
    [InlineData("2023-01-25T04:51:35ZZ")]
    [InlineData("2023-01-25T04:51:35+5")]
    [InlineData("0001-01-01T00:00:00+0100")]
    [InlineData("25.01.2023")]
    [InlineData("01/25/2023 04:51:35")]
    [InlineData("Thu, 25 Jan 2023 04:51:35 GMT")]
    [InlineData("2023-01-25T04:51:35+٠١٠٠")]
    [InlineData("now")]
    public void What_could_mean_several_instants_or_none_is_refused(string text) => Refused(Quoted(text), JsonReading.DateTimeOffset);

    [Theory]
    [InlineData("2023-01-25T00:00:00Z", true)]
    [InlineData("2023-01-25T00:00:00.000+1000", true)]
    [InlineData("2023-01-25 00:00", true)]
    [InlineData("2023-01-25T00:00:01Z", false)]
    [InlineData("2023-01-25T12:00:00Z", false)]
    [InlineData("20230125", false)]
    public void A_date(string text, bool isRead)
    {
        if (isRead)
        {
            Assert.Equal(new DateOnly(2023, 1, 25), Read(Quoted(text), JsonReading.DateOnly));
        }
        else
        {
            Refused(Quoted(text), JsonReading.DateOnly);
        }
    }

    [Fact]
    public void A_time_of_day()
    {
        Assert.Equal(new TimeOnly(4, 51), Read(Quoted("04:51"), JsonReading.TimeOnly));
        Assert.Equal(new TimeOnly(4, 51, 35), Read(Quoted("04:51:35 UTC"), JsonReading.TimeOnly));
        Refused(Quoted("04:51:35+0100"), JsonReading.TimeOnly);
        Refused(Quoted("4:51"), JsonReading.TimeOnly);
    }

    [Fact]
    public void Numbers_in_text_by_the_rules_of_numbers()
    {
        Assert.Equal(5, Read("\"5\"", JsonReading.Int32));
        Assert.Equal(2000, Read("\"2e3\"", JsonReading.Int64));
        Assert.Equal(ulong.MaxValue, Read("\"18446744073709551615\"", JsonReading.UInt64));
        Assert.Equal((byte)7, Read("\"\\u0037\"", JsonReading.Byte));
        Assert.Equal(1.5, Read("\"1.5\"", JsonReading.Double));
        Assert.Equal(1.5m, Read("\"1.5\"", JsonReading.Decimal));
        foreach (string text in new[] { "", " ", "5 ", "0x5", "1,5", "5.5", "256", "--5", "5e", "[5]", "\u0665" })
        {
            Refused(Quoted(text), JsonReading.Byte);
        }

        Refused("\"1e400\"", JsonReading.Double);
        Refused("\"NaN\"", JsonReading.Double);
    }

    [Fact]
    public void Booleans_in_text_and_scalars_for_text()
    {
        Assert.True(Read("\"true\"", JsonReading.Boolean));
        Assert.False(Read("\"False\"", JsonReading.Boolean));
        Refused("\"1\"", JsonReading.Boolean);
        Refused("1", JsonReading.Boolean);
        Assert.Equal(("1.50", "true", "-0"), (Read("1.50", JsonReading.String), Read("true", JsonReading.String), Read("-0", JsonReading.String)));
        Assert.Equal("17", Read("17", JsonReading.Sensitive).Reveal());
        Assert.Null(Read("null", JsonReading.String));
        Refused("[]", JsonReading.String);
        Refused("17", JsonReading.Guid);
    }

    [Fact]
    public void Ids_and_bytes()
    {
        Guid id = new("6f9619ff-8b86-d011-b42d-00c04fc964ff");
        Assert.All(new[] { $"{{{id}}}", $"({id})", $"urn:uuid:{id}", $"URN:UUID:{id}", $" {id}" }, text =>
            Assert.Equal(id, Read(Quoted(text), JsonReading.Guid)));
        Assert.Equal([0xFB, 0xFF], Read("\"-_8\"", JsonReading.Bytes));
        Assert.Equal([0xFB, 0xFF], Read("\"-_8=\"", JsonReading.Bytes));
        Assert.Equal([1], Read("\"AQ\"", JsonReading.Bytes));
        Refused("\"A\"", JsonReading.Bytes);
        Refused("\"A*==\"", JsonReading.Bytes);
    }

    [Fact]
    public void An_empty_text_in_a_list_of_what_may_be_null()
    {
        Assert.Equal([new DateOnly(2023, 1, 25), null],
            Read("[\"2023-01-25\",\"\"]", static (ref Utf8JsonReader reader) =>
                JsonReading.List<DateOnly?>(ref reader, static (ref Utf8JsonReader item) => JsonReading.Nullable<DateOnly>(ref item, JsonReading.DateOnly))));
        Assert.Equal(["", null],
            Read("[\"\",null]", static (ref Utf8JsonReader reader) =>
                JsonReading.List<string?>(ref reader, static (ref Utf8JsonReader item) => JsonReading.NullableRef<string>(ref item, JsonReading.String))));
        Refused("[\"\"]", static (ref Utf8JsonReader reader) => JsonReading.List<DateOnly>(ref reader, JsonReading.DateOnly));
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-1.50", "-1.50")]
    [InlineData("true", "true")]
    public void A_number_or_boolean_for_an_enum_of_strings(string json, string text)
    {
        foreach (JsonStringEnum<Grade> codec in new JsonStringEnum<Grade>[] { new GradeJson(), new GradesJson() })
        {
            OpenEnum<Grade> unknown = Read(json, codec.Open);
            Assert.Equal((false, text), (unknown.IsKnown, unknown.RawValue));
            Assert.Equal(Quoted(text), Written(codec, unknown));
            Assert.Equal([unknown], Read($"[{json}]", (ref Utf8JsonReader reader) => JsonReading.List<OpenEnum<Grade>>(ref reader, codec.OpenReader)));
            Refused(json, codec.Known);
            Refused("[]", codec.Open);
            Refused("null", codec.Open);
        }
    }

    [Fact]
    public void A_number_that_is_a_value_of_an_enum_of_strings()
    {
        Assert.Equal(Grade.Second, Read("2", new GradeJson().Known));
        Assert.Equal(Grade.Second, Read("2", new GradeJson().Open));
        Assert.Equal("\"2\"", Written(new GradeJson(), Read("2", new GradeJson().Open)));
    }

    [Fact]
    public void A_number_for_an_enum_of_strings_is_refused_by_strict_reading()
    {
        bool before = Leniency.SetStrict(true);
        try
        {
            Refused("2", new GradeJson().Open);
            Refused("true", new GradesJson().Open);
        }
        finally
        {
            Leniency.SetStrict(before);
        }
    }

    private static string Written(JsonStringEnum<Grade> codec, OpenEnum<Grade> value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            codec.Write(writer, value);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private enum Grade
    {
        First,
        Second,
    }

    private sealed class GradeJson() : JsonTextEnum<Grade>("1", "2");

    private sealed class GradesJson() : JsonTextFlags<Grade>(null, "1", "2");

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private static T Read<T>(string json, JsonRead<T> read) => JsonReading.Document(Encoding.UTF8.GetBytes(json), read);

    private static void Refused<T>(string json, JsonRead<T> read) => Assert.ThrowsAny<JsonException>(() => Read(json, read));
}
