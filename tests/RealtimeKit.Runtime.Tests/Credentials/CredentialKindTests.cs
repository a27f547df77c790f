using Microsoft.Extensions.Time.Testing;
using RealtimeKit.Runtime.Credentials;

namespace RealtimeKit.Runtime.Tests.Credentials;

public sealed class CredentialKindTests
{
    [Theory]
    [InlineData(ApiKeyLocation.Header, "X-Key", "a b/c", "header X-Key=a b/c")]
    [InlineData(ApiKeyLocation.Query, "k&y", "a b/c", "query k%26y=a%20b%2Fc")]
    [InlineData(ApiKeyLocation.Cookie, "k;y", "a b/c", "cookie k%3By=a%20b%2Fc")]
    public async Task A_key_is_sent_where_it_was_configured_and_is_a_secret_in_both_its_spellings(ApiKeyLocation location, string name, string key, string sent)
    {
        Authorization authorization = await AuthorizeAsync(new ApiKeyCredential(name, location, key));

        Assert.Equal(sent, Sent(authorization));
        Assert.Equal(["a b/c", "a%20b%2Fc"], authorization.Secrets);
        Assert.Empty(authorization.Refreshable);
    }

    [Theory]
    [InlineData("", ApiKeyLocation.Query, "key")]
    [InlineData("name", ApiKeyLocation.Query, "")]
    [InlineData("na me", ApiKeyLocation.Header, "key")]
    [InlineData("Content-Length", ApiKeyLocation.Header, "key")]
    [InlineData("name", ApiKeyLocation.Header, "ke\r\ny")]
    public void A_key_that_cannot_be_placed_there_is_refused_when_it_is_created(string name, ApiKeyLocation location, string key)
        => Assert.Throws<ArgumentException>(() => new ApiKeyCredential(name, location, key));

    [Theory]
    [InlineData("Aladdin", "open sesame", "QWxhZGRpbjpvcGVuIHNlc2FtZQ==")]
    [InlineData("Jürgen", "päß:wort", "SsO8cmdlbjpww6TDnzp3b3J0")]
    [InlineData("", "only", "Om9ubHk=")]
    [InlineData("only", "", "b25seTo=")]
    public async Task User_and_password_are_sent_as_the_standard_says_and_are_secrets(string user, string password, string encoded)
    {
        Authorization authorization = await AuthorizeAsync(new BasicCredential(user, password));

        Assert.Equal("header Authorization=Basic " + encoded, Sent(authorization));
        Assert.Equal(password.Length == 0 ? [encoded] : [encoded, password], authorization.Secrets);
    }

    [Fact]
    public void A_user_name_with_a_colon_is_refused_and_so_is_none()
    {
        Assert.Equal("user", Assert.Throws<ArgumentException>(() => new BasicCredential("a:b", "c")).ParamName);
        Assert.Equal("user", Assert.Throws<ArgumentNullException>(() => new BasicCredential(null!, "c")).ParamName);
        Assert.Equal("password", Assert.Throws<ArgumentNullException>(() => new BasicCredential("a", null!)).ParamName);
    }

    [Theory]
    [InlineData("u\n", "p", "user")]
    [InlineData("u", "p\r\n", "password")]
    [InlineData("u", "p\0", "password")]
    public void A_control_character_is_refused_because_it_is_the_end_of_a_line_in_a_file(string user, string password, string wrong)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new BasicCredential(user, password));

        Assert.Equal(wrong, exception.ParamName);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t ")]
    public async Task A_blank_token_or_key_is_refused_because_no_server_accepts_it(string blank)
    {
        Assert.Equal("token", Assert.Throws<ArgumentException>(() => new BearerTokenCredential(blank)).ParamName);
        foreach (ApiKeyLocation location in Enum.GetValues<ApiKeyLocation>())
        {
            Assert.Equal("key", Assert.Throws<ArgumentException>(() => new ApiKeyCredential("X-Key", location, blank)).ParamName);
        }

        await Assert.ThrowsAsync<ApiCredentialException>(() => AuthorizeAsync(new BearerTokenCredential(_ => ValueTask.FromResult(blank))));
    }

    [Fact]
    public async Task A_fixed_token_is_sent_and_cannot_be_renewed()
    {
        var credential = new BearerTokenCredential("token");
        Authorization authorization = await AuthorizeAsync(credential);
        CredentialRefresh refresh = await credential.RefreshAsync("token", TestContext.Current.CancellationToken);

        Assert.Equal("header Authorization=Bearer token", Sent(authorization));
        Assert.Equal(["token"], authorization.Secrets);
        Assert.Empty(authorization.Refreshable);
        Assert.Equal(CredentialRefresh.None, refresh);
        Assert.Equal("header Authorization=Bearer token", Sent(await AuthorizeAsync(credential)));
    }

    [Fact]
    public async Task A_token_from_a_delegate_can_be_renewed()
    {
        var credential = new BearerTokenCredential(static _ => ValueTask.FromResult("token"));
        Authorization authorization = await AuthorizeAsync(credential);

        Assert.Equal([(credential, "token")], authorization.Refreshable);
    }

    [Theory]
    [InlineData("")]
    [InlineData("to\nken")]
    public void A_fixed_token_that_no_header_carries_is_refused_when_it_is_made(string token)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new BearerTokenCredential(token));
        Assert.Equal("token", exception.ParamName);
        Assert.Equal(token.Length > 0, exception.Message.Contains("'Authorization'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("hush\nhush")]
    public async Task A_delegate_s_token_that_no_header_can_carry_is_a_credential_that_could_not_be_obtained(string? token)
    {
        var credential = new BearerTokenCredential(_ => ValueTask.FromResult(token!));

        ApiCredentialException exception = await Assert.ThrowsAsync<ApiCredentialException>(() => AuthorizeAsync(credential));

        Assert.DoesNotContain("hush", exception.ToString(), StringComparison.Ordinal);
        if (token?.Length > 0)
        {
            ArgumentException refused = Assert.IsType<ArgumentException>(exception.InnerException);
            Assert.Equal("token", refused.ParamName);
            Assert.Contains("'Authorization'", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Only_what_a_delegate_gives_can_be_renewed()
    {
        Assert.Equal(CredentialRefresh.None, await new ApiKeyCredential("name", ApiKeyLocation.Header, "key")
            .RefreshAsync("key", TestContext.Current.CancellationToken));
        Assert.Equal(CredentialRefresh.None, await new BasicCredential("user", "password").RefreshAsync("password", TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_token_s_age_may_be_nothing_but_not_negative()
    {
        Assert.Equal(
            "getToken", Assert.Throws<ArgumentNullException>(() => new BearerTokenCredential((Func<CancellationToken, ValueTask<string>>)null!)).ParamName);
        Assert.Equal("refreshAfter", Assert.Throws<ArgumentOutOfRangeException>(() => new BearerTokenCredential(Token, TimeSpan.FromTicks(-1))).ParamName);
        Assert.NotNull(new BearerTokenCredential(Token, TimeSpan.Zero));

        static ValueTask<string> Token(CancellationToken cancellationToken) => ValueTask.FromResult("token");
    }

    [Fact]
    public async Task A_token_is_used_until_its_age_and_not_a_tick_longer()
    {
        int asked = 0;
        var time = new FakeTimeProvider();
        var credential = new BearerTokenCredential(_ => ValueTask.FromResult($"token-{++asked}"), TimeSpan.FromSeconds(10), time);
        await AuthorizeAsync(credential);
        time.Advance(TimeSpan.FromSeconds(10) - TimeSpan.FromTicks(1));
        Assert.Equal("header Authorization=Bearer token-1", Sent(await AuthorizeAsync(credential)));
        time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal("header Authorization=Bearer token-2", Sent(await AuthorizeAsync(credential)));
        time.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal("header Authorization=Bearer token-2", Sent(await AuthorizeAsync(credential)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_delegate_that_never_returns_times_out_after_its_limit(bool listens)
    {
        var time = new FakeTimeProvider();
        var asked = new TaskCompletionSource<CancellationToken>();
        var credential = new BearerTokenCredential(
            async cancellationToken =>
            {
                asked.SetResult(cancellationToken);
                await Task.Delay(Timeout.Infinite, listens ? cancellationToken : CancellationToken.None);
                return "";
            },
            timeProvider: time);
        Task<Authorization> waiting = AuthorizeAsync(credential);
        CancellationToken given = await asked.Task;

        time.Advance(TimeSpan.FromSeconds(99));
        Assert.False(given.IsCancellationRequested);
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.True(given.IsCancellationRequested);
        await Assert.ThrowsAsync<ApiCredentialException>(() => waiting);
    }

    [Fact]
    public void A_credential_shows_its_kind_and_nothing_else()
    {
        Assert.Equal("BearerTokenCredential ***", new BearerTokenCredential("hush").ToString());
        Assert.Equal("BasicCredential ***", new BasicCredential("hush", "hush").ToString());
        Assert.Equal("ApiKeyCredential ***", new ApiKeyCredential("hush", ApiKeyLocation.Header, "hush").ToString());
    }

    private static Task<Authorization> AuthorizeAsync(ApiCredential credential) => credential.AuthorizeAsync(CancellationToken.None).AsTask();

    private static string Sent(Authorization authorization) => string.Join('\n', Told("header", authorization.Headers)
        .Concat(Told("query", authorization.Query))
        .Concat(Told("cookie", authorization.Cookies)));

    private static IEnumerable<string> Told(string place, IEnumerable<KeyValuePair<string, string>> pairs) =>
        pairs.Select(pair => $"{place} {pair.Key}={pair.Value}");
}
