using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Sending;

/// <summary>
/// Tests with two servers: the configured one, which redirects, and another one. The connect callback of the handler resolves
/// every host name to one of the two, so that any name can be tested.
/// </summary>
public sealed class RedirectTests
{
    private const string Canary = "c4n4ry";
    private static readonly string[] _statuses = ["301 Moved Permanently", "302 Found", "303 See Other", "307 Temporary Redirect", "308 Permanent Redirect"];

    // {0} is the configured port, {1} the other's.
    private static readonly string[] _elsewhere =
    [
        "https://evil.example/x",
        "https://api.example.com:{1}/x",
        "http://api.example.com/x",
        "https://api.example.com@evil.example/x",
        "https://user:password@api.example.com:{1}/x",
        "https://xn--pi-kbc.example.com/x",
        "https://[::1]:{1}/x",
        "//evil.example/x",
        "https://api.example.com.evil.example/x",
        "https://evilapi.example.com/x",
        "https://example.com/x",
        "https://127.0.0.1:{1}/x",
        "/\\evil.example/x",
        "https:\\\\evil.example\\x",
        "ftp://evil.example/x",
        "file:///etc/passwd",
    ];

    public static TheoryData<int> FollowedCounts { get; } = [0, 5];

    [Theory]
    [MemberData(nameof(FollowedCounts))]
    public async Task Nothing_of_the_caller_is_sent_to_another_origin(int maxRedirects)
    {
        var elsewhere = new ConcurrentQueue<RawRequest>();
        string status = "";
        string location = "";
        await using var home = RawServer.Start(
            async connection =>
            {
                while (await connection.ReadRequestAsync() is not null)
                {
                    await connection.WriteAsync(TestApi.Response("{}", status, headers: $"Location: {location}\r\n"));
                }
            },
            useTls: true);
        await using var other = RawServer.Start(
            async connection =>
            {
                while (await connection.ReadRequestAsync() is { } request)
                {
                    elsewhere.Enqueue(request);
                    await connection.WriteAsync(TestApi.Response());
                }
            },
            useTls: true);
        using HttpClient client = Client(home, other);
        int cases = 0;
        foreach ((string kind, ApiCredential credential) in Credentials())
        {
            ApiClientOptions options = TestApi.Options(new Uri("https://api.example.com/v4/"));
            options.Credential = credential;
            options.MaxRedirects = maxRedirects;
            options.Retry = new RetryOptions { MaxRetries = 0 };
            using var transport = new ApiTransport(options, client);
            foreach (string code in _statuses)
            {
                foreach (string target in _elsewhere)
                {
                    (status, location) = (code, string.Format(System.Globalization.CultureInfo.InvariantCulture, target, 443, other.Port));
                    foreach (bool hasBody in new[] { false, true })
                    {
                        cases++;
                        try
                        {
                            var request = TestApi.ThingRequest().Header("X-Tenant", Canary).Cookie("session", Canary).Query("q", 1);
                            request = hasBody ? request.JsonBody(Thing.Sample with { Name = Canary }, ThingJson.Write) : request;
                            await transport.SendAsync(
                                hasBody ? TestApi.Put : TestApi.Get,
                                request,
                                new RequestOptions { Headers = new Dictionary<string, string> { ["X-Extra"] = Canary }, IdempotencyKey = Canary },
                                TestContext.Current.CancellationToken);
                        }
                        catch (ApiException exception)
                        {
                            Assert.True(exception is ApiStatusException or ApiConnectionException, $"{kind} {code} {location}: {exception}");
                        }
                    }
                }
            }
        }

        Assert.True(maxRedirects == 0 ? elsewhere.IsEmpty : !elsewhere.IsEmpty);
        Assert.All(elsewhere, request =>
        {
            Assert.DoesNotContain(Canary, request.Head + request.BodyText, StringComparison.Ordinal);
            Assert.Null(request.Header("Authorization"));
            Assert.Null(request.Header("Cookie"));
            Assert.Empty(request.BodyText);
        });
        Proof.Report($"{cases} redirects to other origins with {(maxRedirects == 0 ? "none" : "up to 5")} followed: "
            + $"{elsewhere.Count} requests arrived elsewhere, none with a secret, cookie or body");
    }

    [Theory]
    [InlineData("301 Moved Permanently", "PUT", "PUT", true)]
    [InlineData("302 Found", "POST", "GET", false)]
    [InlineData("303 See Other", "PUT", "GET", false)]
    [InlineData("307 Temporary Redirect", "POST", "POST", true)]
    [InlineData("308 Permanent Redirect", "PUT", "PUT", true)]
    public async Task Within_the_origin_a_redirect_is_followed_with_all_that_was_sent(string status, string method, string followedBy, bool withBody)
    {
        var seen = new List<RawRequest>();
        await using var server = RawServer.Start(async connection =>
        {
            while (await connection.ReadRequestAsync() is { } request)
            {
                seen.Add(request);
                await connection.WriteAsync(seen.Count == 1 ? TestApi.Response("", status, headers: "Location: /v4/elsewhere?x=1\r\n") : TestApi.Response());
            }
        });
        ApiClientOptions options = TestApi.Options(server);
        options.MaxRedirects = 1;
        options.Credential = new BearerTokenCredential("token-1");
        using var transport = new ApiTransport(options);

        await transport.SendAsync(method == "POST"
            ? TestApi.Post
            : TestApi.Put, TestApi.ThingRequest(Thing.Sample), new RequestOptions { IsIdempotent = true }, TestContext.Current.CancellationToken);

        Assert.Equal(2, seen.Count);
        Assert.Equal((followedBy, "/v4/elsewhere?x=1"), (seen[1].Method, seen[1].Target));
        Assert.Equal("Bearer token-1", seen[1].Header("Authorization"));
        Assert.Equal(withBody, seen[1].BodyText.Length > 0);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task A_borrowed_client_with_headers_of_its_own_is_not_redirected_elsewhere(bool hasHeaders, int requests)
    {
        var handler = new FakeHandler(static (_, call) =>
        {
            HttpResponseMessage response = FakeHandler.Response(TestApi.ThingBody, call == 1 ? HttpStatusCode.Found : HttpStatusCode.OK);
            response.Headers.Location = new Uri("https://elsewhere.example/");
            return response;
        });
        using var client = new HttpClient(handler);
        if (hasHeaders)
        {
            client.DefaultRequestHeaders.Add("X-Auth-Key", Canary);
        }

        using var transport = new ApiTransport(new ApiClientOptions { BaseAddress = new Uri("https://api.example.com/"), MaxRedirects = 5 }, client);
        await transport.SendWithResponseAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(requests, handler.Calls);
    }

    [Theory]
    [InlineData("https://api.example.com/", "https://user:password@api.example.com/")]
    [InlineData("https://api.example.com/", "http://api.example.com/")]
    [InlineData("https://api.example.com/", "http://localhost/")]
    [InlineData("https://api.example.com/", "ftp://api.example.com/")]
    [InlineData("http://localhost/", "ftp://localhost/")]
    [InlineData("http://localhost/", "javascript:alert(1)")]
    public async Task What_no_client_should_follow_is_not_followed_whatever_is_allowed(string address, string location)
    {
        var handler = new FakeHandler((_, call) =>
        {
            HttpResponseMessage response = FakeHandler.Response(TestApi.ThingBody, call == 1 ? HttpStatusCode.Found : HttpStatusCode.OK);
            response.Headers.Location = new Uri(location);
            return response;
        });
        using var client = new HttpClient(handler);
        using var transport = new ApiTransport(new ApiClientOptions { BaseAddress = new Uri(address), MaxRedirects = 5, AllowPlainHttp = true }, client);
        ApiResponse<Thing> response =
            await transport.SendWithResponseAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((1, HttpStatusCode.Found), (handler.Calls, response.StatusCode));
    }

    [Theory]
    [InlineData("PUT", 302, "PUT")]
    [InlineData("POST", 301, "GET")]
    [InlineData("HEAD", 303, "HEAD")]
    [InlineData("DELETE", 303, "GET")]
    [InlineData("DELETE", 308, "DELETE")]
    public async Task A_redirect_keeps_the_method_except_where_browsers_change_it(string method, int status, string followedBy)
    {
        var methods = new List<string>();
        using HttpClient client = FakeHandler.Client((request, call) =>
        {
            methods.Add(request.Method.Method);
            HttpResponseMessage response = FakeHandler.Response(TestApi.ThingBody, call == 1 ? (HttpStatusCode)status : HttpStatusCode.OK);
            response.Headers.Location = new Uri("/x", UriKind.Relative);
            return response;
        });
        using var transport = new ApiTransport(new ApiClientOptions { BaseAddress = new Uri("https://api.example.com/"), MaxRedirects = 1 }, client);
        ApiOperation<NoContent> operation = TestApi.Operation("x", new HttpMethod(method), true, ApiResult.Empty("200"));
        await transport.SendAsync(operation, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal([method, followedBy], methods);
    }

    [Fact]
    public async Task A_redirect_to_plain_http_on_another_machine_is_not_followed()
    {
        var handler = new FakeHandler(static (_, _) =>
        {
            HttpResponseMessage response = FakeHandler.Response("", HttpStatusCode.Found);
            response.Headers.Location = new Uri("http://elsewhere.example/");
            return response;
        });
        using var client = new HttpClient(handler);
        using var transport = new ApiTransport(new ApiClientOptions { BaseAddress = new Uri("http://localhost/"), MaxRedirects = 5 }, client);
        await transport.SendWithResponseAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(1, handler.Calls);
    }

    [Theory]
    [InlineData(false, Canary)]
    [InlineData(true, "?key=" + Canary)]
    public async Task Once_a_redirect_has_left_the_origin_nothing_comes_back_with_it(bool inQuery, string first)
    {
        ApiCredential credential = inQuery ? new ApiKeyCredential("key", ApiKeyLocation.Query, Canary) : new BearerTokenCredential(Canary);
        var sent = new List<string?>();
        using HttpClient client = FakeHandler.Client((request, call) =>
        {
            sent.Add(request.RequestUri!.Query + request.Headers.Authorization?.Parameter + (request.Headers.Contains("X-Tenant") ? " tenant" : ""));
            HttpResponseMessage response = FakeHandler.Response(TestApi.ThingBody, call < 4 ? HttpStatusCode.Found : HttpStatusCode.OK);
            response.Headers.Location = new Uri(call < 3 ? $"https://elsewhere.example/{call}" : "https://api.example.com/chosen-by-elsewhere");
            return response;
        });
        using var transport =
            new ApiTransport(new ApiClientOptions { BaseAddress = new Uri("https://api.example.com/"), MaxRedirects = 5, Credential = credential }, client);
        await transport.SendAsync(TestApi.Get, TestApi.ThingRequest().Header("X-Tenant", 1), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal([first + " tenant", "", "", ""], sent);
    }

    [Theory]
    [InlineData("https://elsewhere.example{0}", false)]
    [InlineData("https://elsewhere.example/next?to={1}", false)]
    [InlineData("https://elsewhere.example/{1}/next", false)]
    [InlineData("https://elsewhere.example/{2}/next", false)]
    [InlineData("https://elsewhere.example/next?to={2}", false)]
    [InlineData("https://elsewhere.example/next", true)]
    [InlineData("https://elsewhere.example/next?key=c4n4", true)]
    public async Task A_secret_that_the_server_repeats_in_the_address_is_not_sent_to_another_origin(string location, bool isFollowed)
    {
        var handler = new FakeHandler((request, call) =>
        {
            HttpResponseMessage response = FakeHandler.Response(TestApi.ThingBody, call == 1 ? HttpStatusCode.Found : HttpStatusCode.OK);
            string target = request.RequestUri!.PathAndQuery;

            // .NET makes a slash of this backslash, and the first letter of the secret is then another one.
            string escaped = $@"\x{(int)Canary[0]:x}{Canary[1..]}=parameter";
            response.Headers.Location =
                new Uri(string.Format(System.Globalization.CultureInfo.InvariantCulture, location, target, Uri.EscapeDataString(target), escaped));
            return response;
        });
        using var client = new HttpClient(handler);
        ApiCredential[] credentials = [new ApiKeyCredential("key", ApiKeyLocation.Query, Canary + " key"), new BearerTokenCredential(Canary + "-token")];
        foreach (ApiCredential credential in credentials)
        {
            var options = new ApiClientOptions { BaseAddress = new Uri("https://api.example.com/"), MaxRedirects = 5, Credential = credential };
            using var transport = new ApiTransport(options, client);
            ApiRequest request = TestApi.ThingRequest().Query("secret", new SensitiveString(Canary + "=parameter"));
            handler.Reset();

            ApiResponse<Thing> response = await transport.SendWithResponseAsync(TestApi.Get, request, cancellationToken: TestContext.Current.CancellationToken);

            Assert.Equal(isFollowed ? (2, HttpStatusCode.OK) : (1, HttpStatusCode.Found), (handler.Calls, response.StatusCode));
        }
    }

    [Fact]
    public async Task Within_the_origin_a_key_that_the_server_repeats_in_the_address_is_sent_once()
    {
        var sent = new List<string>();
        using HttpClient client = FakeHandler.Client((request, call) =>
        {
            sent.Add(request.RequestUri!.PathAndQuery);
            HttpResponseMessage response = FakeHandler.Response(TestApi.ThingBody, call == 1 ? HttpStatusCode.Found : HttpStatusCode.OK);
            response.Headers.Location = new Uri($"{request.RequestUri.PathAndQuery}&more=1", UriKind.Relative);
            return response;
        });
        var options = new ApiClientOptions
        {
            BaseAddress = new Uri("https://api.example.com/?a=1&k%65y=old"),
            MaxRedirects = 1,
            Credential = new ApiKeyCredential("key", ApiKeyLocation.Query, Canary),
        };
        using var transport = new ApiTransport(options, client);

        await transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal([$"/things/42?a=1&key={Canary}", $"/things/42?a=1&more=1&key={Canary}"], sent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_that_fails_after_a_redirect_may_have_sent_the_request(bool isPost)
    {
        using HttpClient client = FakeHandler.Client(static (request, call) =>
        {
            if (call == 2)
            {
                request.Options.Set(ApiTransport.NotSent, true);
                throw new HttpRequestException(HttpRequestError.NameResolutionError, "unknown");
            }

            HttpResponseMessage response = FakeHandler.Response("", HttpStatusCode.SeeOther);
            response.Headers.Location = new Uri("https://elsewhere.example/");
            return response;
        });
        using var transport = new ApiTransport(
            new ApiClientOptions { BaseAddress = new Uri("https://api.example.com/"), MaxRedirects = 5, Retry = new RetryOptions { MaxRetries = 0 } }, client);
        var exception = await Assert.ThrowsAsync<ApiConnectionException>(
            () => transport.SendAsync(isPost ? TestApi.Post : TestApi.Get, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken));
        Assert.True(exception.RequestMayHaveBeenSent);
        Assert.Equal(1, exception.Attempts);
    }

    [Fact]
    public async Task Redirects_in_a_circle_end()
    {
        await using var server =
            RawServer.Responding(System.Text.Encoding.Latin1.GetBytes(TestApi.Response("", "302 Found", headers: "Location: /v4/again\r\n")));
        ApiClientOptions options = TestApi.Options(server);
        options.MaxRedirects = 5;
        using var transport = new ApiTransport(options);

        var exception = await Assert.ThrowsAsync<ApiStatusException>(
            () => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.Found, exception.StatusCode);
        Assert.Equal(6, server.Requests);
    }

    [Fact]
    public async Task A_server_of_the_operations_own_gets_no_credential_unless_it_is_trusted()
    {
        RawRequest? seen = null;
        await using var server = RawServer.Start(async connection =>
        {
            seen = await connection.ReadRequestAsync();
            await connection.WriteAsync(TestApi.Response());
        });
        foreach (bool isTrusted in new[] { false, true })
        {
            ApiClientOptions options = TestApi.Options(new Uri("https://api.example.com/v4/"));
            options.Credential = new BearerTokenCredential("token-1");
            if (isTrusted)
            {
                options.TrustedOrigins.Add(server.Address);
            }

            using var transport = new ApiTransport(options);
            await transport.SendAsync(
                TestApi.Get, TestApi.ThingRequest().Server(server.Address.AbsoluteUri), cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal(isTrusted ? "Bearer token-1" : null, seen!.Header("Authorization"));
        }
    }

    [Fact]
    public async Task Plain_http_to_another_machine_is_sent_no_credential_even_where_it_is_allowed()
    {
        RawRequest? seen = null;
        await using var server = RawServer.Start(async connection =>
        {
            seen = await connection.ReadRequestAsync();
            await connection.WriteAsync(TestApi.Response());
        });
        using HttpClient client = Client(server, server, plain: true);
        ApiClientOptions options = TestApi.Options(new Uri("http://api.example.com/v4/"));
        options.AllowPlainHttp = true;
        options.Credential = new BearerTokenCredential("token-1");
        using var transport = new ApiTransport(options, client);

        await transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Null(seen!.Header("Authorization"));
    }

    private static IEnumerable<(string Kind, ApiCredential Credential)> Credentials() =>
    [
        ("bearer", new BearerTokenCredential(Canary)),
        ("delegate", new BearerTokenCredential(static _ => ValueTask.FromResult(Canary))),
        ("basic", new BasicCredential(Canary, Canary)),
        ("header key", new ApiKeyCredential("X-Auth-Key", ApiKeyLocation.Header, Canary)),
        ("query key", new ApiKeyCredential("key", ApiKeyLocation.Query, Canary)),
        ("cookie key", new ApiKeyCredential("key", ApiKeyLocation.Cookie, Canary)),
    ];

    private static HttpClient Client(RawServer home, RawServer other, bool plain = false)
    {
        SocketsHttpHandler handler = ApiTransport.CreateHandler();
        handler.SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = static (_, _, _, _) => true };
        handler.ConnectCallback = async (context, cancellationToken) =>
        {
            bool isHome = context.DnsEndPoint is { Host: "api.example.com", Port: 443 } || (plain && context.DnsEndPoint.Port == 80);
            var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, isHome ? home.Port : other.Port, cancellationToken);
            return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
        };
        return new HttpClient(handler);
    }
}
