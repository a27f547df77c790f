using System.Text;
using System.Text.Json;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Text;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Json;

public sealed class JsonReadingTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("0.0e99", 0)]
    [InlineData("216787.0", 216787)]
    [InlineData("2e3", 2000)]
    [InlineData("2E+3", 2000)]
    [InlineData("1200e-2", 12)]
    [InlineData("0.0012e4", 12)]
    [InlineData("100.500e1", 1005)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("-2147483648", int.MinValue)]
    [InlineData("-2147483648.000", int.MinValue)]
    public void An_integral_number_is_an_integer_however_it_is_written(string json, int expected)
        => Assert.Equal(expected, Read(json, JsonReading.Int32));

    [Theory]
    [InlineData("1.5")]
    [InlineData("1e-1")]
    [InlineData("0.1")]
    [InlineData("1.00000000000000000000000000000001")]
    [InlineData("2147483648")]
    [InlineData("-2147483649")]
    [InlineData("1e400")]
    [InlineData("1e999999999999")]
    [InlineData("99999999999999999999999999999999")]
    [InlineData("\"1\"")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("[1]")]
    public void What_is_no_32_bit_integer_is_refused(string json) => Refused(json, JsonReading.Int32);

    [Theory]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("9007199254740993", 9007199254740993)]
    [InlineData("9007199254740993.0", 9007199254740993)]
    [InlineData("9223372036854775807.000", long.MaxValue)]
    public void A_64_bit_integer_loses_nothing(string json, long expected) => Assert.Equal(expected, Read(json, JsonReading.Int64));

    [Fact]
    public void Integers_of_every_width_keep_their_bounds()
    {
        Assert.Equal(ulong.MaxValue, Read("18446744073709551615", JsonReading.UInt64));
        Assert.Equal(ulong.MaxValue, Read("1844674407370955161.5e1", JsonReading.UInt64));
        Refused("18446744073709551616", JsonReading.UInt64);
        Refused("-1", JsonReading.UInt64);
        Refused("9223372036854775808", JsonReading.Int64);
        Assert.Equal(uint.MaxValue, Read("4294967295", JsonReading.UInt32));
        Refused("4294967296", JsonReading.UInt32);
        Assert.Equal(short.MinValue, Read("-32768", JsonReading.Int16));
        Refused("32768", JsonReading.Int16);
        Assert.Equal(ushort.MaxValue, Read("65535", JsonReading.UInt16));
        Refused("-1", JsonReading.UInt16);
        Assert.Equal(byte.MaxValue, Read("255", JsonReading.Byte));
        Refused("256", JsonReading.Byte);
        Assert.Equal(sbyte.MinValue, Read("-128", JsonReading.SByte));
        Refused("128", JsonReading.SByte);
    }

    [Fact]
    public void Random_integers_survive_every_way_of_writing_them()
    {
        Random random = Proof.Random();
        int count = Proof.Count(20_000, 2_000_000);
        for (int i = 0; i < count; i++)
        {
            long value = random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(63);
            int zeros = value == 0 ? 0 : random.Next(4);
            string digits = value.ToString(System.Globalization.CultureInfo.InvariantCulture);
            string json = random.Next(3) switch
            {
                0 => digits + "." + new string('0', zeros + 1),
                1 => digits + new string('0', zeros) + "e-" + zeros,
                _ => digits[..^1] + "." + digits[^1] + "e1",
            };
            json = json.StartsWith('.') || json.StartsWith("-.", StringComparison.Ordinal) ? digits : json;
            Assert.Equal(value, Read(json, JsonReading.Int64));
        }
    }

    [Fact]
    public void Floating_numbers_beyond_their_range_are_refused_not_infinite()
    {
        Assert.Equal(1.5, Read("1.5", JsonReading.Double));
        Assert.Equal(1.5f, Read("15e-1", JsonReading.Single));
        Assert.Equal(79228162514264337593543950335m, Read("79228162514264337593543950335", JsonReading.Decimal));
        Refused("1e400", JsonReading.Double);
        Refused("1e39", JsonReading.Single);
        Refused("79228162514264337593543950336", JsonReading.Decimal);
        Refused("\"NaN\"", JsonReading.Double);
        Refused("\"1\"", JsonReading.Decimal);
    }

    [Theory]
    [InlineData("2019-12-27T18:11:19.117Z", "2019-12-27T18:11:19.1170000+00:00")]
    [InlineData("2019-12-27t18:11:19z", "2019-12-27T18:11:19.0000000+00:00")]
    [InlineData("2023-01-25 04:51:35.903816Z", "2023-01-25T04:51:35.9038160+00:00")]
    [InlineData("2023-01-25 04:51:35", "2023-01-25T04:51:35.0000000+00:00")]
    [InlineData("2023-01-25T04:51:35.123456789123Z", "2023-01-25T04:51:35.1234567+00:00")]
    [InlineData("2023-01-25T04:51:35+05:30", "2023-01-25T04:51:35.0000000+05:30")]
    [InlineData("2023-01-25T04:51:35-14:00", "2023-01-25T04:51:35.0000000-14:00")]
    [InlineData("2024-02-29T00:00:00Z", "2024-02-29T00:00:00.0000000+00:00")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000+00:00")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999+00:00")]
    public void An_instant_is_read(string text, string expected)
        => Assert.Equal(expected, Read($"\"{text}\"", JsonReading.DateTimeOffset).ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"2023-02-29T00:00:00Z\"")]
    [InlineData("\"2016-12-31T23:59:60Z\"")]
    [InlineData("\"2023-01-25T24:00:00Z\"")]
    [InlineData("\"2023-01-25\"")]
    [InlineData("\"2023-01-25T04:51:35.Z\"")]
    [InlineData("\"2023-01-25T04:51:35+0530\"")]
    [InlineData("\"2023-01-25T04:51:35+14:01\"")]
    [InlineData("\"2023-01-25T04:51:35+05:60\"")]
    [InlineData("\"0001-01-01T00:00:00+01:00\"")]
    [InlineData("\"9999-12-31T23:59:59-01:00\"")]
    [InlineData("\"2023-01-25T04:51Z\"")]
    [InlineData("\"2023-1-25T04:51:35Z\"")]
    [InlineData("\"20230125T045135Z\"")]
    [InlineData("\"2023-01-25T04:51:35ZZ\"")]
    [InlineData("\" 2023-01-25T04:51:35Z\"")]
    [InlineData("\"Wed, 25 Jan 2023 04:51:35 GMT\"")]
    [InlineData("\"２023-01-25T04:51:35Z\"")]
    [InlineData("1674622295")]
    [InlineData("null")]
    public void What_is_no_instant_is_refused(string json) => Refused(json, JsonReading.DateTimeOffset);

    [Fact]
    public void Instants_are_read_as_they_are_written()
    {
        Random random = Proof.Random(1);
        for (int i = 0; i < Proof.Count(5_000, 500_000); i++)
        {
            var offset = TimeSpan.FromMinutes(random.Next(-14 * 60, (14 * 60) + 1));
            var value = new DateTimeOffset(random.NextInt64(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay), offset);
            using PooledBuffer json = JsonText.Write(value, JsonWriting.DateTimeOffset, out _);
            DateTimeOffset read = Read(Encoding.UTF8.GetString(json.WrittenSpan), JsonReading.DateTimeOffset);
            Assert.Equal((value, value.Offset), (read, read.Offset));
        }
    }

    [Fact]
    public void Dates_and_times_are_read_and_refused()
    {
        Assert.Equal(new DateOnly(2024, 2, 29), Read("\"2024-02-29\"", JsonReading.DateOnly));
        Refused("\"2023-02-29\"", JsonReading.DateOnly);
        Refused("\"2024-02-29T00:00:00Z\"", JsonReading.DateOnly);
        Refused("\"0000-01-01\"", JsonReading.DateOnly);
        Assert.Equal(new TimeOnly(10, 5, 8, 120), Read("\"10:05:08.12Z\"", JsonReading.TimeOnly));
        Assert.Equal(new TimeOnly(10, 5, 8), Read("\"10:05:08\"", JsonReading.TimeOnly));
        Assert.Equal(new TimeOnly(10, 5), Read("\"10:05\"", JsonReading.TimeOnly));
        Refused("\"10:05:08.00000001\"", JsonReading.TimeOnly);
        Refused("\"10:05:08+01:00\"", JsonReading.TimeOnly);
        Refused("\"25:05:08\"", JsonReading.TimeOnly);
    }

    [Fact]
    public void Texts_of_a_kind_are_read_and_refused()
    {
        var id = new Guid("182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e");
        Assert.Equal(id, Read("\"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e\"", JsonReading.Guid));
        Assert.Equal(id, Read("\"182BD5E56E1A4FE4A799AA6D9A6AB26E\"", JsonReading.Guid));
        Assert.Equal(id, Read("\"\\u0031" + "82bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e\"", JsonReading.Guid));
        Refused("\"{182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e}\"", JsonReading.Guid);
        Refused("\"\"", JsonReading.Guid);
        Refused("5", JsonReading.Guid);
        Assert.Equal([1, 2, 255], Read("\"AQL/\"", JsonReading.Bytes));
        Refused("\"AQL_\"", JsonReading.Bytes);
        Refused("\"A\"", JsonReading.Bytes);
        Assert.False(Read("\"/relative\"", JsonReading.Uri).IsAbsoluteUri);
        Assert.Equal("https://example.com/a", Read("\"https://example.com/a\"", JsonReading.Uri).AbsoluteUri);
        Refused("\"https://[\"", JsonReading.Uri);
        Assert.Equal("hush", Read("\"hush\"", JsonReading.Sensitive).Reveal());
        Assert.Equal("é\n", Read("\"\\u00e9\\n\"", JsonReading.String));
        Refused("\"\\ud800\"", JsonReading.String);
        Refused("1", JsonReading.String);
        Assert.True(Read("true", JsonReading.Boolean));
        Refused("\"true\"", JsonReading.Boolean);
        Refused("1", JsonReading.Boolean);
    }

    [Fact]
    public void Structures_are_read_and_refused()
    {
        Assert.Equal([1, 2, 3], Read("[1,2,3]", (ref reader) => JsonReading.List(ref reader, JsonReading.Int32)));
        Assert.Empty(Read("[]", (ref reader) => JsonReading.List(ref reader, JsonReading.Int32)));
        Refused("[1,null]", (ref reader) => JsonReading.List(ref reader, JsonReading.Int32));
        Refused("{}", (ref reader) => JsonReading.List(ref reader, JsonReading.Int32));
        Assert.Null(Read("null", (ref reader) => JsonReading.List(ref reader, JsonReading.Int32)));
        IReadOnlyDictionary<string, int> map = Read("""{"a":1,"\u0062":2}""", (ref reader) => JsonReading.Map(ref reader, JsonReading.Int32));
        Assert.Equal(2, map["b"]);
        Refused("""{"a":1,"\u0061":2}""", (ref reader) => JsonReading.Map(ref reader, JsonReading.Int32));
        Assert.Null(Read("null", (ref reader) => JsonReading.Nullable(ref reader, JsonReading.Int32)));
        Assert.Null(Read("null", (ref reader) => JsonReading.NullableRef(ref reader, JsonReading.String)));
        Assert.Equal(5, Read("""{"x":[{}],"data":5,"y":null}""", (ref reader) => JsonReading.Envelope(ref reader, "data"u8, JsonReading.Int32)));
        Refused("""{"x":5}""", (ref reader) => JsonReading.Envelope(ref reader, "data"u8, JsonReading.Int32));
        Refused("""{"data":null}""", (ref reader) => JsonReading.Envelope(ref reader, "data"u8, JsonReading.Int32));
        Refused("""{"data":1,"data":2}""", (ref reader) => JsonReading.Envelope(ref reader, "data"u8, JsonReading.Int32));
        Refused("[]", (ref reader) => JsonReading.Envelope(ref reader, "data"u8, JsonReading.Int32));
        Refused("""{"id":"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e","name":"x"}""", ThingJson.Read);
        Refused("""{"id":"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e","name":"x","size":1,"size":1}""", ThingJson.Read);
    }

    [Fact]
    public void Unknown_properties_are_kept_and_written_back()
    {
        Dictionary<string, JsonElement>? unknown = Read("""{"a":{"b":[1,"x"]},"\u00e9":null}""", ReadUnknown);
        Assert.Equal(2, unknown!.Count);
        using PooledBuffer written = JsonText.Write(unknown, static (writer, rest) =>
        {
            writer.WriteStartObject();
            JsonWriting.Unknown(writer, rest);
            writer.WriteEndObject();
        }, out _);
        Assert.Equal("""{"a":{"b":[1,"x"]},"é":null}""", Encoding.UTF8.GetString(written.WrittenSpan));
        Refused("""{"a":1,"a":2}""", ReadUnknown);

        static Dictionary<string, JsonElement>? ReadUnknown(ref Utf8JsonReader reader)
        {
            Dictionary<string, JsonElement>? rest = null;
            JsonReading.StartObject(ref reader);
            while (JsonReading.NextProperty(ref reader, out ReadOnlySpan<byte> name))
            {
                JsonReading.Unknown(ref reader, name, ref rest);
            }

            return rest;
        }
    }

    [Fact]
    public void Any_name_is_written_so_that_it_reads_as_it_was()
    {
        string[] names = ["id", "", "größe", "\"quoted\"", "\\", "a\u2028b", "a\nb", "😀", "<&>"];
        var table = new JsonNames(0, default, names);
        for (int twice = 0; twice < 2; twice++)
        {
            using PooledBuffer written = JsonText.Write(table, static (writer, table) =>
            {
                JsonMembers json = new(writer, table, table);
                for (int i = table.Count - 1; i >= 0; i--)
                {
                    json.Int32(i, i);
                }

                json.End();
            }, out _);
            using var read = JsonDocument.Parse(written.WrittenSpan.ToArray());
            Assert.Equal(names.Select(static (name, index) => (name, index))
                .Reverse(), read.RootElement.EnumerateObject()
                .Select(static property => (property.Name, property.Value.GetInt32())));
            Assert.Contains("größe", Encoding.UTF8.GetString(written.WrittenSpan));
        }
    }

    [Fact]
    public void A_message_never_shows_the_value()
    {
        foreach (string json in new[] { "\"CANARY\"", "[\"CANARY\"]", "{\"CANARY\":1}" })
        {
            JsonException exception = Assert.ThrowsAny<JsonException>(() => Read(json, JsonReading.Guid));
            Assert.DoesNotContain("CANARY", exception.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Numbers_that_JSON_cannot_express_are_not_written()
    {
        Assert.Throws<ArgumentException>(() => JsonText.Write(double.NaN, JsonWriting.Double, out _).Dispose());
        Assert.Throws<ArgumentException>(() => JsonText.Write(float.NegativeInfinity, JsonWriting.Single, out _).Dispose());
    }

    private static T Read<T>(string json, JsonRead<T> read)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        T value = read(ref reader);
        Assert.False(reader.Read());
        return value;
    }

    /// <summary>Reads strictly. LenientReadingTests has the tests of lenient reading.</summary>
    private static void Refused<T>(string json, JsonRead<T> read)
    {
        bool before = Leniency.SetStrict(true);
        try
        {
            Assert.ThrowsAny<JsonException>(() => Read(json, read));
        }
        finally
        {
            Leniency.SetStrict(before);
        }
    }
}
