using System.Text;
using System.Text.Json;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Text;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Json;

/// <summary>Checks the text that each method writes, and the path in the message if a value cannot be written.</summary>
public class JsonMembersTests
{
    private static readonly JsonNames _names = new(0, default, "a", "b", "c", "d", "e", "f", "g", "h");
    private static readonly Guid _id = new("182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e");
    private static readonly DateTimeOffset _instant = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly Uri _address = new("https://example.com/ä b");

    private delegate void WriteMembers(Utf8JsonWriter writer, JsonMembers json);

    [Fact]
    public void Each_kind_is_written_under_its_name() => Assert.Equal(
        """{"a":"ä\"","b":true,"c":-1,"d":9007199254740993,"e":0.1,"f":"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e","g":"2026-01-02T03:04:05Z","h":"https://example.com/ä b"}""",
        Written(static (_, json) =>
        {
            json.String(0, "ä\"");
            json.Boolean(1, true);
            json.Int32(2, -1);
            json.Int64(3, 9007199254740993);
            json.Double(4, 0.1);
            json.Guid(5, _id);
            json.DateTimeOffset(6, _instant);
            json.Uri(7, _address);
        }));

    [Theory]
    [InlineData("a", "$.a")]
    [InlineData("h", "$.h")]
    public void A_declared_name_among_the_undeclared_ones_is_refused(string name, string path)
    {
        JsonElement value = JsonSerializer.SerializeToElement(1);
        var rest = new Dictionary<string, JsonElement> { ["i"] = value, [name] = value };

        ArgumentException untyped = Assert.Throws<ArgumentException>(() => Written((_, json) => json.End(rest)));
        ArgumentException typed = Assert.Throws<ArgumentException>(
            () => Written((_, json) => json.End(new Dictionary<string, int> { [name] = 1 }, JsonWriting.Int32)));

        Assert.Equal(untyped.Message, typed.Message);
        Assert.Contains($"value at {path}: AdditionalProperties", untyped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_optional_member_with_a_value_is_written_like_a_required_one() => Assert.Equal(
        """{"a":"","b":false,"c":0,"d":0,"e":0,"f":"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e","g":"2026-01-02T03:04:05Z","h":"https://example.com/ä b"}""",
        Written(static (_, json) =>
        {
            json.OptionalString(0, "");
            json.OptionalBoolean(1, false);
            json.OptionalInt32(2, 0);
            json.OptionalInt64(3, 0);
            json.OptionalDouble(4, 0);
            json.OptionalGuid(5, _id);
            json.OptionalDateTimeOffset(6, _instant);
            json.OptionalUri(7, _address);
        }));

    [Fact]
    public void An_optional_member_without_a_value_is_omitted() => Assert.Equal("{}", Written(static (_, json) =>
    {
        json.OptionalString(0, null);
        json.OptionalBoolean(1, null);
        json.OptionalInt32(2, null);
        json.OptionalInt64(3, null);
        json.OptionalDouble(4, null);
        json.OptionalGuid(5, null);
        json.OptionalDateTimeOffset(6, null);
        json.OptionalUri(7, null);
        Assert.False(json.Has(0, null));
    }));

    [Fact]
    public void A_member_that_may_be_null_is_written_as_null() => Assert.Equal(
        """{"a":null,"b":null,"c":null,"d":null,"e":null,"f":null,"g":null,"h":null,"a":null}""",
        Written(static (_, json) =>
        {
            json.StringOrNull(0, null);
            json.BooleanOrNull(1, null);
            json.Int32OrNull(2, null);
            json.Int64OrNull(3, null);
            json.DoubleOrNull(4, null);
            json.GuidOrNull(5, null);
            json.DateTimeOffsetOrNull(6, null);
            json.UriOrNull(7, null);
            Assert.False(json.HasOrNull(0, null));
        }));

    [Fact]
    public void A_member_that_may_be_null_but_is_not_is_written_as_its_value() => Assert.Equal(
        """{"a":"x","b":true,"c":1,"d":2,"e":3.5,"f":"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e","g":"2026-01-02T03:04:05Z","h":"https://example.com/ä b","a":[]}""",
        Written(static (writer, json) =>
        {
            json.StringOrNull(0, "x");
            json.BooleanOrNull(1, true);
            json.Int32OrNull(2, 1);
            json.Int64OrNull(3, 2);
            json.DoubleOrNull(4, 3.5);
            json.GuidOrNull(5, _id);
            json.DateTimeOffsetOrNull(6, _instant);
            json.UriOrNull(7, _address);
            Assert.True(json.HasOrNull(0, writer));
            writer.WriteStartArray();
            writer.WriteEndArray();
        }));

    [Fact]
    public void The_message_for_a_value_that_cannot_be_written_contains_its_path_but_not_the_value()
    {
        Assert.Equal(("a", "has no value at $.a"), Refused<ArgumentNullException>(static (_, json) => json.String(0, null!)));
        Assert.Equal(("h", "has no value at $.h"), Refused<ArgumentNullException>(static (_, json) => json.Uri(7, null!)));
        Assert.Equal(("b", "the value at $.b:"), Refused<ArgumentException>(static (_, json) => json.String(1, "CANARY\ud800")));
        Assert.Equal(("c", "the value at $.c:"), Refused<ArgumentException>(static (_, json) => json.OptionalString(2, "CANARY\ud800")));
        Assert.Equal(("d", "the value at $.d:"), Refused<ArgumentException>(static (_, json) => json.StringOrNull(3, "CANARY\ud800")));
        Assert.Equal(("e", "the value at $.e:"), Refused<ArgumentException>(static (_, json) => json.Double(4, double.NaN)));
        Assert.Equal(("f", "the value at $.f:"), Refused<ArgumentException>(static (_, json) => json.OptionalDouble(5, double.PositiveInfinity)));
    }

    [Fact]
    public void An_object_must_have_a_value() =>
        Assert.Throws<ArgumentNullException>(static () =>
            JsonText.Write<object?>(null, static (writer, value) => new JsonMembers(writer, _names, value!).End(), out _));

    private static string Written(WriteMembers write)
    {
        using PooledBuffer written = JsonText.Write(write, static (writer, write) =>
        {
            JsonMembers json = new(writer, _names, write);
            write(writer, json);
            json.End();
        }, out _);
        return Encoding.UTF8.GetString(written.WrittenSpan);
    }

    /// <summary>Returns the parameter of the exception, and the part of its message that contains the path.</summary>
    private static (string? Parameter, string Place) Refused<TException>(WriteMembers write)
        where TException : ArgumentException
    {
        TException exception = Assert.Throws<TException>(() => Written(write));
        Assert.DoesNotContain("CANARY", exception.ToString(), StringComparison.Ordinal);
        int place = exception.Message.IndexOf("$.", StringComparison.Ordinal);
        string before = exception is ArgumentNullException ? "has no value at " : "the value at ";
        int length = exception is ArgumentNullException ? 3 : 4;
        return (exception.ParamName, exception.Message.Substring(place - before.Length, before.Length + length));
    }
}
