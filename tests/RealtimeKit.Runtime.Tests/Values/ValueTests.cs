using System.Collections.Immutable;
using System.Text.Json.Serialization;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Values;

public sealed class ValueTests
{
    private enum Colour
    {
        Red,
        Blue,
    }

    [JsonConverter(typeof(TintJson))]
    private enum Tint
    {
        LightRed,
        Blue,
    }

    [JsonConverter(typeof(LevelJson))]
    private enum Level
    {
        High = 5,
    }

    [Fact]
    public void An_open_enum_keeps_an_unknown_value()
    {
        OpenEnum<Colour> known = Colour.Blue;
        OpenEnum<Colour> unknown = OpenEnum<Colour>.FromWire("MAUVE");
        Assert.True(known.IsKnown && known == Colour.Blue && known != Colour.Red && known.TryGetValue(out Colour value) && value == Colour.Blue);
        Assert.Equal((Colour.Blue, (Colour?)Colour.Blue, "Blue", "Blue"), (known.Value, known.KnownValue, known.RawValue, known.ToString()));
        Assert.False(unknown.IsKnown || unknown == Colour.Red || unknown.TryGetValue(out _) || unknown == default(OpenEnum<Colour>));
        Assert.Equal((null, "MAUVE", "MAUVE"), (unknown.KnownValue, unknown.RawValue, unknown.ToString()));
        Assert.Contains("MAUVE", Assert.Throws<InvalidOperationException>(() => unknown.Value).Message, StringComparison.Ordinal);
        Assert.Equal(unknown, OpenEnum<Colour>.FromWire("MAUVE"));
        Assert.NotEqual(unknown, OpenEnum<Colour>.FromWire("mauve"));
        Assert.Equal(unknown.GetHashCode(), OpenEnum<Colour>.FromWire("MAUVE").GetHashCode());
        Assert.True(known.Equals((object)Colour.Blue));
        Assert.Throws<ArgumentNullException>(() => OpenEnum<Colour>.FromWire(null!));
    }

    [Fact]
    public void An_open_enum_has_its_wire_text_wherever_the_value_comes_from()
    {
        OpenEnum<Tint> read = JsonReading.Document("\"light-red\""u8, TintJson.Codec.OpenReader);
        OpenEnum<Tint> made = Tint.LightRed;

        Assert.Equal(("light-red", "light-red", "Red", "5", "5"),
            (read.RawValue, made.RawValue, default(OpenEnum<Colour>).RawValue, ((OpenEnum<Level>)Level.High).RawValue, ((OpenEnum<Level>)(Level)5).RawValue));
        Assert.Equal((read, read.GetHashCode()), (made, made.GetHashCode()));
        Assert.Equal("7", ((OpenEnum<Tint>)(Tint)7).RawValue);
    }

    [Theory]
    [InlineData("light-red", true)]
    [InlineData("blue", true)]
    [InlineData("LightRed", false)]
    public void A_wire_text_gives_the_value_back(string wire, bool isKnown)
    {
        OpenEnum<Tint> value = OpenEnum<Tint>.FromWire(wire);

        Assert.Equal((isKnown, wire), (value.IsKnown, value.RawValue));
        Assert.Equal(wire, TintJson.Codec.ToWire(value).Primitive);
        Assert.Equal(value, OpenEnum<Tint>.FromWire(value.RawValue));
    }

    [Fact]
    public void What_is_no_member_is_refused_by_its_place_under_its_wire_name()
    {
        const Tint None = (Tint)77;
        Action[] places =
        [
            static () => new ApiRequest($"x").Query("the-tint", TintJson.Codec.ToWire(None)),
            static () => new ApiRequest($"x").Query("the-tint", TintJson.Codec.ToWire((Tint?)None)),
            static () => new ApiRequest($"x").Query("the-tint", TintJson.Codec.ToWire((OpenEnum<Tint>)None)),
            static () => new ApiRequest($"x").Header("the-tint", TintJson.Codec.ToWire((OpenEnum<Tint>?)None)),
            static () => new ApiRequest($"x").Cookie("the-tint", TintJson.Codec.ToWire(None)),
            static () => _ = new ApiRequest($"x/{TintJson.Codec.ToWire(None):the-tint}"),
            static () => new ApiRequest($"x").Query("the-tint", ParameterValue.List<Tint>([Tint.Blue, None], static item => TintJson.Codec.ToWire(item))),
            static () => new ApiRequest($"x").Query("the-tint", ParameterValues.Secret(TintJson.Codec.ToWire(None))),
        ];

        Assert.All(places, static place =>
        {
            var exception = Assert.ThrowsAny<ArgumentException>(place);
            Assert.Equal("the-tint", exception.ParamName);
            Assert.Contains("no such member", exception.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("77", exception.Message, StringComparison.Ordinal);
        });
        Assert.Null(TintJson.Codec.ToWire((Tint?)null));
        Assert.Null(TintJson.Codec.ToWire((OpenEnum<Tint>?)null));
    }

    [Fact]
    public void A_number_on_the_wire_gives_the_value_back()
    {
        Assert.Equal(Level.High, OpenEnum<Level>.FromWire("5").KnownValue);
        Assert.Equal((false, "6"), (OpenEnum<Level>.FromWire("6").IsKnown, OpenEnum<Level>.FromWire("6").RawValue));
    }

    [Fact]
    public void Absent_and_null_are_two_things()
    {
        Optional<string?> absent = default;
        Optional<string?> none = (string?)null;
        Assert.False(absent.HasValue);
        Assert.True(none.HasValue);
        Assert.Null(none.Value);
        Assert.NotEqual(absent, none);
        Assert.Equal(("", "null"), (absent.ToString(), none.ToString()));
        Assert.Throws<InvalidOperationException>(() => absent.Value);
        Assert.Equal("x", absent.GetValueOrDefault("x"));
        Assert.True(new Optional<int>(5) == 5 && Optional<int>.Absent != 0);
    }

    [Fact]
    public void A_list_a_map_an_enum_and_a_secret_that_may_be_absent_are_assigned_without_a_cast()
    {
        OptionalList<int> list = [1, 2];
        OptionalList<int> array = new[] { 3 };
        OptionalList<int> noList = null;
        OptionalMap<int> map = new Dictionary<string, int> { ["a"] = 1 };
        OptionalMap<int> noMap = null;
        OptionalEnum<DayOfWeek> day = DayOfWeek.Friday;
        OptionalEnum<DayOfWeek> noDay = null;
        OptionalSecret secret = "hush";
        OptionalSecret noSecret = null;

        Assert.Equal([1, 2], list.Value!);
        Assert.Equal([3], array.GetValueOrDefault()!);
        Assert.Equal(1, map.Value!["a"]);
        Assert.Equal(DayOfWeek.Friday, day.Value!.Value.Value);
        Assert.Equal("hush", secret.Value!.Reveal());
        Assert.Equal("***", secret.ToString());
        Assert.True(noList is { HasValue: true, Value: null } && noMap is { HasValue: true, Value: null });
        Assert.True(noDay is { HasValue: true, Value: null } && noSecret is { HasValue: true, Value: null });
        Assert.False(OptionalList<int>.Absent.HasValue || OptionalMap<int>.Absent.HasValue);
        Assert.False(OptionalEnum<DayOfWeek>.Absent.HasValue || OptionalSecret.Absent.HasValue);
        Assert.True(secret == "hush" && secret != noSecret && noSecret != OptionalSecret.Absent);
        Assert.True(day == DayOfWeek.Friday && noList != default && noMap != default);
        Assert.Throws<InvalidOperationException>(() => OptionalSecret.Absent.Value);
    }

    [Fact]
    public void Any_list_is_assigned_to_a_list_that_may_be_absent()
    {
        List<int> list = [1, 2];
        IReadOnlyList<int> any = list;
        OptionalList<int> none = [];
        OptionalList<int> absent = default;
        OptionalList<int> immutable = ImmutableArray.Create(1, 2);
        OptionalList<int> noImmutable = default(ImmutableArray<int>);

        Assert.Empty(none.Value!);
        Assert.False(absent.HasValue);
        Assert.Equal(list, immutable.Value!);
        Assert.True(noImmutable is { HasValue: true, Value: null });
        Assert.All(new OptionalList<int>[] { [.. list], [.. any], new(list), new(any), [.. immutable] }, optional => Assert.Equal(list, optional.Value!));
    }

    [Fact]
    public void Any_map_is_assigned_to_a_map_that_may_be_absent()
    {
        IReadOnlyDictionary<string, int> any = new SortedDictionary<string, int> { ["a"] = 1 };
        OptionalMap<int> none = [];
        OptionalMap<int> absent = default;
        OptionalMap<int> last = [.. any, new("a", 2)];

        Assert.Empty(none.Value!);
        Assert.False(absent.HasValue);
        Assert.Equal(2, last.Value!["a"]);
        Assert.All(new OptionalMap<int>[] { [.. any], new(any), [new("a", 1)] }, optional => Assert.Equal(any, optional.Value!));
        Assert.Equal([], (List<KeyValuePair<string, int>>)[.. OptionalMap<int>.Absent, .. new OptionalMap<int>(null)]);
    }

    [Fact]
    public void Items_of_an_absent_list_are_none()
    {
        int count = 0;
        foreach (int item in OptionalList<int>.Absent)
        {
            count += item;
        }

        Assert.Equal(0, count);
    }

    [Fact]
    public void A_hidden_value_that_is_absent_shows_nothing()
    {
        Assert.Equal([null, "null", "***"], new[] { OptionalSecret.Absent, new(null), "x" }.Select(RecordText.Hide));
        Assert.Equal([null, "null", "***"], new[] { OptionalList<int>.Absent, new(null), [1] }.Select(RecordText.Hide));
        Assert.Equal([null, "null"], new[] { OptionalMap<int>.Absent, new(null) }.Select(RecordText.Hide));
        Assert.Equal([null, "null"], new[] { OptionalEnum<DayOfWeek>.Absent, new(null) }.Select(RecordText.Hide));
    }

    [Fact]
    public void A_sensitive_string_shows_its_value_only_on_request()
    {
        SensitiveString secret = "hush";
        Assert.Equal("hush", secret.Reveal());
        Assert.Equal("*** ***", $"{secret} {(object)secret}");
        Assert.True(secret == new SensitiveString("hush") && secret != new SensitiveString("HUSH"));
        Assert.Null((SensitiveString?)(string?)null);
    }

    private sealed class TintJson() : JsonTextEnum<Tint>("light-red", "blue")
    {
        public static readonly TintJson Codec = new();
    }

    private sealed class LevelJson() : JsonNumberEnum<Level>(5);
}
