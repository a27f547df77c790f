using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;
using RealtimeKit.Testing;

namespace RealtimeKit.Runtime.Tests.DependencyInjection;

/// <summary>All kinds of credential in the configuration, and the errors at startup if one is missing.</summary>
public sealed class CredentialConfigurationTests
{
    [Theory]
    [InlineData("authorization", "Bearer t1", "BearerToken=t1")]
    [InlineData("authorization", "Basic YW5uOnB3", "Basic:Password=pw", "Basic:User=ann")]
    [InlineData("X-Key", "k1", "Credentials:headerKey:ApiKey=k1")]
    [InlineData("X-Key", "k1", "credentials:HEADERKEY:apikey:key=k1")]
    [InlineData("X-Other", "k1", "ApiKey:In=header", "ApiKey:Key=k1", "ApiKey:Name=X-Other")]
    [InlineData("authorization", "Bearer t2", "Credentials:token:BearerToken=t2")]
    [InlineData("authorization", "Bearer t2", "CREDENTIALS:TOKEN:BEARERTOKEN=t2", "Basic:User=ann", "Basic:Password=pw")]
    public async Task A_credential_is_sent_as_configured(string header, string value, params string[] settings)
    {
        StubHandler stub = new StubHandler().Respond(HttpMethod.Get, "things/{id}", TestApi.ThingBody);
        var services = new ServiceCollection();
        services.AddApiClient<SecuredClient>(Section(settings)).ConfigurePrimaryHttpMessageHandler(() => stub);
        using ServiceProvider provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();

        await provider.GetRequiredService<SecuredClient>().GetAsync(TestContext.Current.CancellationToken);

        Assert.Equal(value, Assert.Single(stub.Requests).Headers[header]);
    }

    [Fact]
    public async Task A_key_goes_where_the_document_says_for_its_scheme()
    {
        StubHandler stub = new StubHandler().Respond(HttpMethod.Get, "things/{id}", TestApi.ThingBody);
        var services = new ServiceCollection();
        services.AddApiClient<SecuredClient>(Section("Credentials:queryKey:ApiKey=k 1", "Credentials:token:Basic:User=ann",
            "Credentials:token:Basic:Password=pw")).ConfigurePrimaryHttpMessageHandler(() => stub);
        using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<SecuredClient>().SendAsync([["queryKey"]], TestContext.Current.CancellationToken);

        Assert.Equal("https://things.example.com/v4/things/42?api_key=k%201", Assert.Single(stub.Requests).Uri.AbsoluteUri);
    }

    [Theory]
    [InlineData("asks for a credential (token, headerKey, queryKey)", "TotalTimeout=00:00:10")]
    [InlineData("Basic:Password is missing, although Basic:User", "Basic:User=c4n4ry")]
    [InlineData("Basic:User is missing, although Basic:Password", "Basic:Password=c4n4ry")]
    [InlineData("Credentials:token:ApiKey:Name is missing", "Credentials:token:ApiKey=c4n4ry")]
    [InlineData("ApiKey:Name is missing, although ApiKey", "ApiKey=c4n4ry")]
    [InlineData("ApiKey:Key is missing", "ApiKey:Name=X-Key")]
    [InlineData("not a valid value of ApiKey:In", "ApiKey:In=c4n4ry")]
    [InlineData("BearerToken and Basic are both set", "BearerToken=c4n4ry", "Basic:User=c4n4ry", "Basic:Password=c4n4ry")]
    [InlineData("no security scheme 'tokne', only token, headerKey, queryKey", "Credentials:tokne:BearerToken=c4n4ry")]
    [InlineData("no option 'Credentials:token:Nonsense'", "Credentials:token:Nonsense=c4n4ry")]
    [InlineData("token", "BearerToken=")]
    public void What_is_missing_or_wrong_is_reported_at_the_start(string message, params string[] settings)
    {
        var services = new ServiceCollection();
        services.AddApiClient<SecuredClient>(Section(settings));
        using ServiceProvider provider = services.BuildServiceProvider();

        Exception exception = Assert.ThrowsAny<Exception>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c4n4ry", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_section_is_reported_at_the_start()
    {
        var services = new ServiceCollection();
        services.AddApiClient<SecuredClient>(new ConfigurationBuilder().Build().GetSection("Apis:Things"));
        using ServiceProvider provider = services.BuildServiceProvider();

        Exception exception = Assert.ThrowsAny<Exception>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("configuration section 'Apis:Things' is missing", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_credential_that_is_missing_in_code_is_reported_at_the_start_unless_that_is_intended()
    {
        Exception exception = Assert.ThrowsAny<Exception>(static () => Start(static _ => { }));
        Assert.Contains("asks for a credential", exception.Message, StringComparison.Ordinal);

        Start(static options => options.AllowMissingCredential = true);
        Start(static options => options.Credentials["token"] = new BearerTokenCredential("t"));
    }

    [Fact]
    public void A_key_needs_no_name_where_the_document_has_one_scheme_for_keys()
    {
        var options = new OneKeyOptions();

        Assert.True(options.TrySet("ApiKey", "k1"));
        Assert.IsType<ApiKeyCredential>(options.Credential);
        options.Validate();
    }

    [Fact]
    public void Trusted_origins_are_a_list()
    {
        var options = new SecuredClientOptions();

        Assert.True(options.TrySet("TrustedOrigins:0", "https://a.example"));
        Assert.True(options.TrySet("trustedorigins:1", "https://b.example"));
        Assert.Equal(["https://a.example/", "https://b.example/"], options.TrustedOrigins.Select(static origin => origin.AbsoluteUri));
        Assert.False(options.TrySet("TrustedOrigins:x", "https://a.example"));
    }

    private static void Start(Action<ApiClientOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddApiClient<SecuredClient>(configure);
        using ServiceProvider provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();
    }

    private static IConfigurationSection Section(params string[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(
            settings.Select(static setting => new KeyValuePair<string, string?>("Api:" + setting.Split('=', 2)[0], setting.Split('=', 2)[1])))
        .Build()
        .GetSection("Api");

    /// <summary>The client of a document with three security schemes. Each operation requires one of them.</summary>
    private sealed class SecuredClient(ApiClientOptions options, HttpClient httpClient) : IApiClient<SecuredClient>, IDisposable
    {
        private readonly ApiTransport _transport = new(options, httpClient);

        static ApiClientOptions IApiClient<SecuredClient>.CreateOptions() => new SecuredClientOptions();

        static SecuredClient IApiClient<SecuredClient>.Create(ApiClientOptions options, HttpClient httpClient) => new(options, httpClient);

        public Task<Thing> GetAsync(CancellationToken cancellationToken) => SendAsync([["token"], ["headerKey"], ["queryKey"]], cancellationToken);

        public Task<Thing> SendAsync(string[][] security, CancellationToken cancellationToken)
        {
            ApiOperation<Thing> secured = new()
            {
                OperationId = "get_thing",
                Method = HttpMethod.Get,
                PathTemplate = "/things/{thing_id}",
                Security = security,
                Results = TestApi.Get.Results,
            };
            return _transport.SendAsync(secured, new ApiRequest($"things/{42:thing_id}"), null, cancellationToken);
        }

        public void Dispose() => _transport.Dispose();
    }

    private sealed class SecuredClientOptions : ApiClientOptions
    {
        public SecuredClientOptions() => BaseAddress = new Uri("https://things.example.com/v4/");

        protected override ClientSecurity DescribeSecurity() => new(
            true,
            new SecurityScheme("token"),
            new SecurityScheme("headerKey", "X-Key", ApiKeyLocation.Header),
            new SecurityScheme("queryKey", "api_key", ApiKeyLocation.Query));
    }

    private sealed class OneKeyOptions : ApiClientOptions
    {
        public OneKeyOptions() => BaseAddress = new Uri("https://things.example.com/v4/");

        protected override ClientSecurity DescribeSecurity() =>
            new(true, new SecurityScheme("token"), new SecurityScheme("key", "X-Key", ApiKeyLocation.Header));
    }
}
