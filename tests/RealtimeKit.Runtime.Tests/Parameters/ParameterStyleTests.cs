using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Parameters;

/// <summary>The style table of OpenAPI 3.0.4 and 3.1.1, whose rows are those of RFC 6570, checked as bytes on the wire.</summary>
public sealed class ParameterStyleTests
{
    private const string Empty = "";
    private const string Primitive = "blue";
    private static readonly string[] _array = ["blue", "black", "brown"];

    [Theory]
    [InlineData(ParameterStyle.Form, false, "empty", "color=")]
    [InlineData(ParameterStyle.Form, false, "string", "color=blue")]
    [InlineData(ParameterStyle.Form, false, "array", "color=blue,black,brown")]
    [InlineData(ParameterStyle.Form, false, "object", "color=R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Form, true, "empty", "color=")]
    [InlineData(ParameterStyle.Form, true, "string", "color=blue")]
    [InlineData(ParameterStyle.Form, true, "array", "color=blue&color=black&color=brown")]
    [InlineData(ParameterStyle.Form, true, "object", "R=100&G=200&B=150")]
    [InlineData(ParameterStyle.SpaceDelimited, false, "array", "color=blue%20black%20brown")]
    [InlineData(ParameterStyle.SpaceDelimited, false, "object", "color=R%20100%20G%20200%20B%20150")]
    [InlineData(ParameterStyle.SpaceDelimited, true, "array", "color=blue&color=black&color=brown")]
    [InlineData(ParameterStyle.PipeDelimited, false, "array", "color=blue%7Cblack%7Cbrown")]
    [InlineData(ParameterStyle.PipeDelimited, false, "object", "color=R%7C100%7CG%7C200%7CB%7C150")]
    [InlineData(ParameterStyle.PipeDelimited, true, "array", "color=blue&color=black&color=brown")]
    [InlineData(ParameterStyle.TabDelimited, false, "array", "color=blue%09black%09brown")]
    [InlineData(ParameterStyle.DeepObject, true, "object", "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150")]
    [InlineData(ParameterStyle.Form, true, "empty array", null)]
    [InlineData(ParameterStyle.Form, false, "empty array", "color=")]
    [InlineData(ParameterStyle.Form, false, "empty object", "color=")]
    [InlineData(ParameterStyle.PipeDelimited, false, "empty array", "color=")]
    [InlineData(ParameterStyle.DeepObject, true, "empty object", null)]
    [InlineData(ParameterStyle.Form, true, "absent", null)]
    public async Task A_query_parameter_is_laid_out_by_the_table(ParameterStyle style, bool explode, string value, string? expected)
    {
        string target = await SentTargetAsync(request => request.Query("color", Value(value), style, explode).Query("z", 1));
        Assert.Equal("/v4/things/42?" + (expected is null ? "z=1" : expected + "&z=1"), target);
    }

    [Theory]
    [InlineData(ParameterStyle.Simple, false, "string", "blue")]
    [InlineData(ParameterStyle.Simple, false, "array", "blue,black,brown")]
    [InlineData(ParameterStyle.Simple, false, "object", "R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Simple, true, "string", "blue")]
    [InlineData(ParameterStyle.Simple, true, "array", "blue,black,brown")]
    [InlineData(ParameterStyle.Simple, true, "object", "R=100,G=200,B=150")]
    [InlineData(ParameterStyle.Label, false, "string", ".blue")]
    [InlineData(ParameterStyle.Label, false, "array", ".blue,black,brown")]
    [InlineData(ParameterStyle.Label, false, "object", ".R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Label, true, "string", ".blue")]
    [InlineData(ParameterStyle.Label, true, "array", ".blue.black.brown")]
    [InlineData(ParameterStyle.Label, true, "object", ".R=100.G=200.B=150")]
    [InlineData(ParameterStyle.Matrix, false, "empty", ";color")]
    [InlineData(ParameterStyle.Matrix, false, "string", ";color=blue")]
    [InlineData(ParameterStyle.Matrix, false, "array", ";color=blue,black,brown")]
    [InlineData(ParameterStyle.Matrix, false, "object", ";color=R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Matrix, true, "empty", ";color")]
    [InlineData(ParameterStyle.Matrix, true, "string", ";color=blue")]
    [InlineData(ParameterStyle.Matrix, true, "array", ";color=blue;color=black;color=brown")]
    [InlineData(ParameterStyle.Matrix, true, "object", ";R=100;G=200;B=150")]
    public void A_path_parameter_is_laid_out_by_the_table(ParameterStyle style, bool explode, string value, string expected)
        => Assert.Equal("x/" + expected, new ApiRequest($"x/{Value(value)!.Value.With(style, explode):color}").Path);

    [Theory]
    [InlineData(ParameterStyle.Simple, "empty")]
    [InlineData(ParameterStyle.Label, "empty")]
    [InlineData(ParameterStyle.Simple, "empty array")]
    [InlineData(ParameterStyle.Matrix, "empty array")]
    [InlineData(ParameterStyle.Label, "empty object")]
    public void A_path_parameter_that_would_leave_nothing_is_refused(ParameterStyle style, string value)
        => Assert.Throws<ArgumentException>("color", () => new ApiRequest($"x/{Value(value)!.Value.With(style, true):color}"));

    [Theory]
    [InlineData(false, "string", "blue")]
    [InlineData(false, "array", "blue,black,brown")]
    [InlineData(false, "object", "R,100,G,200,B,150")]
    [InlineData(true, "object", "R=100,G=200,B=150")]
    public void A_header_parameter_is_laid_out_by_the_table_and_not_encoded(bool explode, string value, string expected)
        => Assert.Equal(expected, Assert.Single(new ApiRequest($"x").Header("color", Value(value), explode).Headers!).Value);

    [Theory]
    [InlineData(false, "array", "color=blue,black,brown")]
    [InlineData(true, "array", "color=blue; color=black; color=brown")]
    [InlineData(true, "string", "color=blue")]
    [InlineData(true, "object", "R=100; G=200; B=150")]
    public void A_cookie_parameter_is_laid_out_as_a_form(bool explode, string value, string expected)
        => Assert.Equal(expected, new ApiRequest($"x").Cookie("color", Value(value), explode).CookieText);

    [Theory]
    [InlineData("a b", false, "a%20b")]
    [InlineData(":/?#[]@!$&'()*+,;=", false, "%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D")]
    [InlineData(":/?#[]@!$&'()*+,;=", true, ":/?%23[]@!$%26'()*+,;=")]
    [InlineData("-._~", false, "-._~")]
    [InlineData("100%", true, "100%25")]
    [InlineData("%2F%zz", true, "%2F%25zz")]
    [InlineData("%2F", false, "%252F")]
    [InlineData("é😀", false, "%C3%A9%F0%9F%98%80")]
    [InlineData("é😀", true, "%C3%A9%F0%9F%98%80")]
    public async Task Text_in_a_query_is_encoded_by_rfc_3986(string text, bool allowReserved, string expected)
        => Assert.Equal("/v4/things/42?q=" + expected, await SentTargetAsync(request => request.Query("q", text, allowReserved: allowReserved)));

    [Fact]
    public async Task A_name_is_encoded_too()
        => Assert.Equal("/v4/things/42?page%5Bsize%5D=1", await SentTargetAsync(request => request.Query("page[size]", 1)));

    [Fact]
    public void A_list_within_a_list_has_no_form_and_is_refused()
        => Assert.Throws<ArgumentException>(
            "q", () => new ApiRequest($"x").Query("q", ParameterValue.List([1], item => ParameterValue.List([item], inner => inner)!.Value)));

    [Theory]
    [InlineData(ParameterStyle.SpaceDelimited, "a b")]
    [InlineData(ParameterStyle.PipeDelimited, "a|b")]
    [InlineData(ParameterStyle.TabDelimited, "a\tb")]
    public void A_text_with_the_separator_of_its_style_is_refused(ParameterStyle style, string text)
    {
        Assert.Throws<ArgumentException>("q", () => new ApiRequest($"x").Query("q", List(text, "c"), style, explode: false));
        Assert.Throws<ArgumentException>("q", () => new ApiRequest($"x").Query("q", ParameterValue.Object(("k", text)), style, explode: false));
        Assert.Equal($"q={Uri.EscapeDataString(text)}", new ApiRequest($"x").Query("q", text, style, explode: false).QueryText);
        Assert.Equal($"q={Uri.EscapeDataString(text)}", new ApiRequest($"x").Query("q", List(text), style, explode: true).QueryText);
    }

    [Fact]
    public void A_comma_is_refused_where_it_is_not_encoded()
    {
        Assert.Equal("q=a%2Cb,c", new ApiRequest($"x").Query("q", List("a,b", "c"), explode: false).QueryText);
        Assert.Throws<ArgumentException>("q", () => new ApiRequest($"x").Query("q", List("a,b", "c"), explode: false, allowReserved: true));
        Assert.Throws<ArgumentException>("X", () => new ApiRequest($"x").Header("X", List("a,b", "c")));
        Assert.Throws<ArgumentException>("X", () => new ApiRequest($"x").Header("X", ParameterValue.Object(("k=l", "a")), explode: true));
        Assert.Throws<ArgumentException>("f", () => MultipartParts.Fields("f", List("a,b"), explode: false).ToArray());
        Assert.Throws<ArgumentException>("id", () => new ApiRequest($"x/{List("1.5")!.Value.With(ParameterStyle.Label, true):id}"));
        Assert.Equal("a,b", Assert.Single(new ApiRequest($"x").Header("X", "a,b").Headers!).Value);
    }

    [Theory]
    [InlineData("\"a,b\"", true)]
    [InlineData("W/\"a\\\",b\"", true)]
    [InlineData("\"a\",b", false)]
    [InlineData("\"a,b", false)]
    public void A_comma_within_the_quotes_of_a_header_does_not_separate(string text, bool isSent)
    {
        if (isSent)
        {
            Assert.Equal($"{text},c", Assert.Single(new ApiRequest($"x").Header("X", List(text, "c")).Headers!).Value);
        }
        else
        {
            Assert.Throws<ArgumentException>("X", () => new ApiRequest($"x").Header("X", List(text, "c")));
        }
    }

    public static TheoryData<string, string> Primitives { get; } = new()
    {
        { One(new Guid("182BD5E5-6E1A-4FE4-A799-AA6D9A6AB26E")), "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e" },
        { One(-5), "-5" },
        { One(ulong.MaxValue), "18446744073709551615" },
        { One(1.5), "1.5" },
        { One(0.1f), "0.1" },
        { One(1.10m), "1.10" },
        { One(true), "true" },
        { One(false), "false" },
        { One(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)), "2026-01-02T03:04:05Z" },
        { One(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 120, TimeSpan.FromHours(2))), "2026-01-02T03:04:05.12+02:00" },
        { One(new DateOnly(2026, 1, 2)), "2026-01-02" },
        { One(new TimeOnly(3, 4, 5)), "03:04:05" },
        { One(new Uri("https://example.com/a b")), "https://example.com/a b" },
        { One(new byte[] { 1, 2, 255 }), "AQL/" },
        { One(new SensitiveString("s")), "s" },
    };

    [Theory]
    [MemberData(nameof(Primitives))]
    public void A_primitive_is_written_the_same_in_every_culture(string actual, string expected) => Assert.Equal(expected, actual);

    [Fact]
    public void Numbers_that_are_none_are_refused()
    {
        Assert.Equal("q", Assert.Throws<ArgumentException>(() => new ApiRequest($"a").Query("q", double.NaN)).ParamName);
        Assert.Equal("q", Assert.Throws<ArgumentException>(() => new ApiRequest($"a").Query("q", float.PositiveInfinity)).ParamName);
        Assert.Equal("id", Assert.Throws<ArgumentException>(() => new ApiRequest($"a/{(ParameterValue?)double.NaN:id}")).ParamName);
    }

    private static ParameterValue? List(params string[] items) => ParameterValue.List(items, static item => item);

    private static string One(ParameterValue value)
    {
        System.Globalization.CultureInfo culture = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("ar-SA");
        try
        {
            return value.Primitive!;
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
        }
    }

    private static ParameterValue? Value(string kind) => kind switch
    {
        "absent" => null,
        "empty" => Empty,
        "string" => Primitive,
        "array" => ParameterValue.List(_array, static item => item),
        "empty array" => ParameterValue.List(Array.Empty<string>(), static item => item),
        "object" => ParameterValue.Object(("R", 100), ("skipped", null), ("G", 200), ("B", 150)),
        _ => ParameterValue.Object(),
    };

    private static async Task<string> SentTargetAsync(Func<ApiRequest, ApiRequest> change)
    {
        string? target = null;
        await using var server = RawServer.Start(async connection =>
        {
            target = (await connection.ReadRequestAsync())?.Target;
            await connection.WriteAsync(TestApi.Response());
        });
        using var transport = new ApiTransport(TestApi.Options(server));
        await transport.SendAsync(TestApi.Get, change(TestApi.ThingRequest()), cancellationToken: TestContext.Current.CancellationToken);
        return target!;
    }
}
