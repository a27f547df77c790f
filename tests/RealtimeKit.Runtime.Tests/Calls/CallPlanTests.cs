using RealtimeKit.Runtime.Bodies;
using RealtimeKit.Runtime.Calls;
using RealtimeKit.Runtime.Operations;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Calls;

public sealed class CallPlanTests
{
    private static readonly TimeSpan _day = TimeSpan.FromDays(1);

    [Fact]
    public void What_a_call_does_not_say_is_as_the_client_does_it()
    {
        CallPlan plan = Plan(new RequestOptions());
        Assert.Equal(
            (TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4), 5, 6), (plan.AttemptTimeout, plan.TotalTimeout, plan.MaxRetries, plan.MaxResponseContentLength));

        plan = Plan(new RequestOptions
        {
            AttemptTimeout = TimeSpan.FromSeconds(7),
            TotalTimeout = TimeSpan.FromSeconds(8),
            MaxRetries = 9,
            MaxResponseContentLength = 10,
        });
        Assert.Equal((TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(8), 9, 10),
            (plan.AttemptTimeout, plan.TotalTimeout, plan.MaxRetries, plan.MaxResponseContentLength));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public void There_can_be_ten_retries(int asked) => Assert.Equal(asked, Plan(new RequestOptions { MaxRetries = asked }).MaxRetries);

    [Theory]
    [InlineData(-1)]
    [InlineData(11)]
    [InlineData(int.MinValue)]
    public void A_number_of_retries_that_the_client_does_not_allow_is_refused_like_that_of_the_client(int asked)
    {
        Refused<ArgumentOutOfRangeException>("MaxRetries", new RequestOptions { MaxRetries = asked });
        Assert.Equal("MaxRetries", Assert.Throws<ArgumentOutOfRangeException>(() => new RetryOptions { MaxRetries = asked }).ParamName);
    }

    [Theory]
    [InlineData("GET", true, false)]
    [InlineData("DELETE", true, false)]
    [InlineData("HEAD", true, false)]
    [InlineData("POST", true, true)]
    [InlineData("PUT", true, true)]
    [InlineData("PATCH", true, true)]
    [InlineData("GET", false, true)]
    [InlineData("DELETE", false, true)]
    [InlineData("POST", false, true)]
    public void A_request_without_a_body_has_an_empty_one_where_its_length_matters_or_nothing_else_keeps_the_platform_from_repeating_it(
        string method, bool isIdempotent, bool hasBody)
    {
        CallPlan plan = Plan(new RequestOptions(), new HttpMethod(method), isIdempotent);
        Assert.Equal(hasBody, plan.Body is EmptyBody);
        Assert.Equal(hasBody, plan.Body is not null);
    }

    [Theory]
    [InlineData(false, true, true, true)]
    [InlineData(true, false, true, false)]
    [InlineData(true, null, true, false)]
    [InlineData(false, null, false, false)]
    [InlineData(false, null, true, true)]
    public void A_key_is_made_for_operations_that_are_not_idempotent_where_the_client_wants_it(bool isIdempotent, bool? ofCall, bool sendsKeys, bool hasKey)
        => Assert.Equal(hasKey, Plan(new RequestOptions { IsIdempotent = ofCall }, HttpMethod.Post, isIdempotent, sendsKeys).IdempotencyKey is not null);

    [Fact]
    public void A_call_s_own_key_is_the_key() =>
        Assert.Equal("own", Plan(new RequestOptions { IdempotencyKey = "own" }, HttpMethod.Post, isIdempotent: false, sendsKeys: true).IdempotencyKey);

    [Theory]
    [InlineData("na me", "value", "Headers")]
    [InlineData("Content-Length", "1", "Headers")]
    [InlineData("name", "va\nlue", "Headers")]
    public void A_header_that_cannot_be_sent_is_refused_before_anything_is(string name, string value, string parameter)
        => Refused<ArgumentException>(parameter, new RequestOptions { Headers = new Dictionary<string, string> { [name] = value } });

    [Theory]
    [InlineData("k\ney")]
    [InlineData("")]
    [InlineData(" \t")]
    public void A_key_that_cannot_be_sent_is_refused_before_anything_is(string key)
        => Refused<ArgumentException>("IdempotencyKey", new RequestOptions { IdempotencyKey = key });

    [Fact]
    public void A_limit_of_bytes_is_more_than_nothing_and_at_most_two_gibibytes()
    {
        Refused<ArgumentOutOfRangeException>("MaxResponseContentLength", new RequestOptions { MaxResponseContentLength = 0 });
        Refused<ArgumentOutOfRangeException>("MaxResponseContentLength", new RequestOptions { MaxResponseContentLength = int.MaxValue + 1L });
        Assert.Equal(1, Plan(new RequestOptions { MaxResponseContentLength = 1 }).MaxResponseContentLength);
        Assert.Equal(int.MaxValue, Plan(new RequestOptions { MaxResponseContentLength = int.MaxValue }).MaxResponseContentLength);
    }

    [Fact]
    public void A_timeout_is_more_than_nothing_and_at_most_a_day()
    {
        foreach (TimeSpan refused in (TimeSpan[])[TimeSpan.Zero, -_day, _day + TimeSpan.FromTicks(1)])
        {
            Refused<ArgumentOutOfRangeException>("AttemptTimeout", new RequestOptions { AttemptTimeout = refused });
            Refused<ArgumentOutOfRangeException>("TotalTimeout", new RequestOptions { TotalTimeout = refused });
        }

        foreach (TimeSpan taken in (TimeSpan[])[TimeSpan.FromTicks(1), _day])
        {
            Assert.Equal(taken, Plan(new RequestOptions { AttemptTimeout = taken }).AttemptTimeout);
            Assert.Equal(taken, Plan(new RequestOptions { TotalTimeout = taken }).TotalTimeout);
        }
    }

    private static void Refused<T>(string parameter, RequestOptions options)
        where T : ArgumentException
        => Assert.Equal(parameter, Assert.Throws<T>(() => Plan(options)).ParamName);

    private static CallPlan Plan(RequestOptions options, HttpMethod? method = null, bool isIdempotent = true, bool sendsKeys = false)
    {
        var client = new ApiClientOptions
        {
            BaseAddress = new Uri("https://api.example.com"),
            AttemptTimeout = TimeSpan.FromSeconds(3),
            TotalTimeout = TimeSpan.FromSeconds(4),
            Retry = new RetryOptions { MaxRetries = 5 },
            MaxResponseContentLength = 6,
            SendIdempotencyKeys = sendsKeys,
        };
        var operation = new OperationFacts("x", method ?? HttpMethod.Get, "/x", isIdempotent, null, [], [], null);
        return CallPlan.Create(operation, new ApiRequest($"x"), options, client, TestContext.Current.CancellationToken);
    }
}
