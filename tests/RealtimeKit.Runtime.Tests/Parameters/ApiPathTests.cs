using RealtimeKit.Runtime.Requests;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Parameters;

public sealed class ApiPathTests
{
    private static readonly string[] _pieces =
    [
        ".", "..", "%2e", "%2E", "/", "\\", "?", "#", "%2f", "%5c", ";", "", "\0", "\r", "\n", "\u202E", "\uD800", "\uDC00", "😀", " ", "a", ":", "@", "%", "&",
        "=", "é",
    ];

    private static readonly Uri _base = new("https://api.example.com/client/v4/");

    [Fact]
    public void A_path_parameter_never_changes_which_segments_a_url_has()
    {
        int sent = 0;
        int refused = 0;
        foreach (string value in Values())
        {
            foreach (Func<string, ApiRequest> template in Templates())
            {
                Uri target;
                try
                {
                    target = RequestTarget.Build(_base, template(value), allowPlainHttp: false);
                }
                catch (ArgumentException)
                {
                    refused++;
                    continue;
                }

                sent++;
                string[] segments = target.AbsolutePath.Split('/');
                Assert.Equal("api.example.com", target.Host);
                Assert.Equal(["", "client", "v4", "accounts"], segments[..4]);
                Assert.Equal(7, segments.Length);
                Assert.Equal("recordings", segments[5]);
                Assert.Equal("", target.Query);
                Assert.Equal("", target.Fragment);
                Assert.Contains(segments, segment => Uri.UnescapeDataString(segment) is { } text && (text == value || text == value + ".json"));
            }
        }

        Assert.True(sent + refused >= 20_000);
        Assert.True(refused > 0);
        Proof.Report($"{sent + refused} path parameter permutations, {sent} sent with the template's segments, {refused} refused");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void A_value_that_would_change_the_path_is_refused_by_its_wire_name(string? value)
    {
        ArgumentException exception = Assert.ThrowsAny<ArgumentException>(() => new ApiRequest($"accounts/{value:account_id}/x"));
        Assert.Equal("account_id", exception.ParamName);
    }

    [Fact]
    public void Two_holes_of_one_segment_cannot_join_to_a_dot_segment()
        => Assert.ThrowsAny<ArgumentException>(() => new ApiRequest($"files/.{"."}"));

    [Fact]
    public void A_template_cannot_hold_a_dot_segment_either()
        => Assert.ThrowsAny<ArgumentException>(() => new ApiRequest($"files/../{1:id}"));

    [Fact]
    public void A_sensitive_value_in_a_path_is_a_secret_of_the_call()
    {
        var path = new ApiPath(0, 1);
        path.AppendFormatted(new SensitiveString("hush/hush"), "key");
        Assert.Equal("hush%2Fhush", path.ToString());
        Assert.Contains("hush/hush", path.Secrets!);
    }

    [Fact]
    public void A_missing_value_is_distinguished_from_one_of_dots_and_a_hole_without_a_name_is_the_path()
    {
        ArgumentException missing = Assert.Throws<ArgumentException>(static () => new ApiRequest($"{""}"));
        Assert.Equal("path", missing.ParamName);
        Assert.Contains("has no value", missing.Message, StringComparison.Ordinal);
        Assert.Contains("dot segment", Assert.Throws<ArgumentException>(static () => new ApiRequest($"{".."}")).Message, StringComparison.Ordinal);
        Assert.Equal("", default(ApiPath).ToString());
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused()
        => Assert.ThrowsAny<ArgumentException>(() => new ApiRequest($"files/{"\uD800":name}"));

    [Fact]
    public void A_path_without_holes_and_one_with_values_of_every_type_can_be_written()
    {
        Assert.Equal("accounts", new ApiRequest($"accounts").Path);
        Guid id = new("182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e");
        int? number = 5;
        Assert.Equal(
            "a/182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e/5/true/2026-01-02", new ApiRequest($"a/{id:id}/{number:n}/{true}/{new DateOnly(2026, 1, 2):d}").Path);
        Assert.Throws<ArgumentException>("n", () => new ApiRequest($"a/{(int?)null:n}"));
    }

    [Theory]
    [InlineData("https://other.example.com/v5", "https://other.example.com/v5/x")]
    [InlineData("/v5", "https://api.example.com/v5/x")]
    [InlineData("v5/", "https://api.example.com/client/v4/v5/x")]
    public void An_operation_may_name_its_own_server(string server, string expected)
        => Assert.Equal(expected, RequestTarget.Build(_base, new ApiRequest($"x").Server(server), allowPlainHttp: false).AbsoluteUri);

    [Theory]
    [InlineData("http://api.example.com/")]
    [InlineData("ftp://api.example.com/")]
    [InlineData("https://user:password@api.example.com/")]
    [InlineData("http://127.0.0.1.evil.example/")]
    [InlineData("http://evillocalhost/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("/relative")]
    public void A_server_is_https_without_user_information_or_it_is_refused(string address)
        => Assert.ThrowsAny<ArgumentException>(
            () => new ApiTransport(new ApiClientOptions { BaseAddress = new Uri(address, address[0] == '/' ? UriKind.Relative : UriKind.Absolute) }));

    private static IEnumerable<string> Values()
    {
        int pieces = Proof.IsLong ? 4 : 3;
        IEnumerable<string> values = [""];
        for (int i = 0; i < pieces; i++)
        {
            values = values.SelectMany(_ => _pieces, (left, right) => left + right);
        }

        return values;
    }

    private static IEnumerable<Func<string, ApiRequest>> Templates() =>
    [
        static value => new ApiRequest($"accounts/{value:account_id}/recordings/1"),
        static value => new ApiRequest($"accounts/1/recordings/{value:recording_id}"),
        static value => new ApiRequest($"accounts/1/recordings/{value:recording_id}.json"),
    ];
}
