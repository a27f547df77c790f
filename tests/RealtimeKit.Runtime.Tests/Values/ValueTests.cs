namespace RealtimeKit.Runtime.Tests.Values;

public sealed class ValueTests
{
    private enum Colour
    {
        Red,
        Blue,
    }

    [Fact]
    public void An_open_enum_keeps_what_it_does_not_know()
    {
        OpenEnum<Colour> known = Colour.Blue;
        OpenEnum<Colour> unknown = OpenEnum<Colour>.FromWire("MAUVE");
        Assert.True(known.IsKnown && known == Colour.Blue && known != Colour.Red && known.TryGetValue(out Colour value) && value == Colour.Blue);
        Assert.Equal((Colour.Blue, (Colour?)Colour.Blue, null, "Blue"), (known.Value, known.KnownValue, known.RawValue, known.ToString()));
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
    public void A_sensitive_string_shows_itself_to_nobody_but_who_asks()
    {
        SensitiveString secret = "hush";
        Assert.Equal("hush", secret.Reveal());
        Assert.Equal("*** ***", $"{secret} {(object)secret}");
        Assert.True(secret == new SensitiveString("hush") && secret != new SensitiveString("HUSH"));
        Assert.Null((SensitiveString?)(string?)null);
    }
}
