using System.Net;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Testing;

namespace RealtimeKit.Runtime.Tests.Testing;

public sealed class TestingHandlersTests
{
    private static readonly Uri _address = new("https://api.example.com/v4/");

    [Fact]
    public async Task A_stub_responds_in_turn_and_records_the_requests()
    {
        StubHandler stub = new StubHandler()
            .Respond(HttpMethod.Put, "/things/{id}", """{"error":{"code":409,"message":"busy"}}""", HttpStatusCode.Conflict)
            .Respond(HttpMethod.Put, "/things/{id}", TestApi.ThingBody);
        using var client = new HttpClient(stub);
        using var transport = new ApiTransport(new ApiClientOptions { BaseAddress = _address }, client);

        await Assert.ThrowsAsync<ApiConflictException>(() => Put(transport));
        Assert.Equal(Thing.Sample, await Put(transport));
        Assert.Equal(Thing.Sample, await Put(transport));
        var nobody = await Assert.ThrowsAsync<ApiServerException>(
            () => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.NotImplemented, nobody.StatusCode);
        Assert.Equal(4, stub.Requests.Count);
        RecordedRequest request = stub.Requests[0];
        Assert.Equal("PUT /v4/things/42", request.ToString());
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.Equal("""{"id":"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e","name":"a thing","size":4711}""", request.Body);
    }

    [Fact]
    public async Task A_delegate_without_a_response_and_a_missing_body_are_reported_as_such()
    {
        StubHandler stub = new StubHandler().Respond(HttpMethod.Put, "/things/{id}", static _ => null!);
        using var client = new HttpClient(stub);
        using var transport = new ApiTransport(new ApiClientOptions { BaseAddress = _address }, client);

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(() => Put(transport));

        Assert.Contains("PUT /v4/things/42", exception.InnerException!.InnerException!.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => stub.Respond(HttpMethod.Put, "/things/{id}", (string)null!));
    }

    [Theory]
    [InlineData("things?kind=a")]
    [InlineData("things#a")]
    public void A_path_with_a_query_is_refused_because_it_would_never_match(string path)
        => Assert.Equal("path", Assert.Throws<ArgumentException>(() => new StubHandler().Respond(HttpMethod.Get, path, "{}")).ParamName);

    [Theory]
    [InlineData("users/me", "users/me")]
    [InlineData("users/you", "users/{id}")]
    [InlineData("elsewhere", "{id}")]
    [InlineData("names/x:cancel", "names/{name}:cancel")]
    [InlineData("names/x:undelete", "names/{name}:undelete")]
    [InlineData("names/x", "{id}")]
    [InlineData("files/a.b", "files/{name}.{type}")]
    [InlineData("files/a.", "{id}")]
    [InlineData("odd/a%20b%2Bc%C3%BC", "odd/a b+cü")]
    [InlineData("odd/a{b", "odd/a{b")]
    public async Task The_most_exact_path_responds_whatever_the_order(string requested, string expected)
    {
        string[] paths = ["users/{id}", "users/me", "{id}", "names/{name}:cancel", "names/{name}:undelete", "files/{name}.{type}", "odd/a b+cü", "odd/a{b"];
        foreach (IEnumerable<string> order in new[] { paths, Enumerable.Reverse(paths) })
        {
            var stub = new StubHandler();
            foreach (string path in order)
            {
                stub.Respond(HttpMethod.Get, path, path);
            }

            using var client = new HttpClient(stub);

            Assert.Equal(expected, await client.GetStringAsync(new Uri(_address, requested), TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData(InjectedFault.ConnectionRefused, typeof(ApiConnectionException), 0)]
    [InlineData(InjectedFault.ConnectionLost, typeof(ApiConnectionException), 1)]
    [InlineData(InjectedFault.BodyCut, typeof(ApiConnectionException), 1)]
    [InlineData(InjectedFault.Unavailable, typeof(ApiServerException), 0)]
    [InlineData(InjectedFault.RateLimited, typeof(ApiRateLimitException), 0)]
    [InlineData(InjectedFault.Slow, typeof(ApiTimeoutException), 0)]
    [InlineData(InjectedFault.None, null, 1)]
    public async Task Each_fault_is_what_its_name_says(InjectedFault fault, Type? exception, int arrived)
    {
        StubHandler stub = new StubHandler().Respond(HttpMethod.Put, "things/{id}", TestApi.ThingBody);
        using var client =
            new HttpClient(new FaultInjectionHandler(1, fault == InjectedFault.None ? 0 : 1, fault) { InnerHandler = stub, Delay = TimeSpan.FromMinutes(1) });
        using var transport = new ApiTransport(new ApiClientOptions
        {
            BaseAddress = _address,
            AttemptTimeout = fault == InjectedFault.Slow ? TimeSpan.FromMilliseconds(100) : TimeSpan.FromMinutes(1),
            Retry = new RetryOptions { MaxRetries = 0 },
        }, client);

        Exception? thrown = await Record.ExceptionAsync(() => Put(transport));

        Assert.Equal(exception, thrown?.GetType());
        Assert.Equal(arrived, stub.Requests.Count);
    }

    [Fact]
    public async Task One_seed_gives_the_same_faults_every_time()
    {
        Assert.Equal(await FaultsAsync(7), await FaultsAsync(7));
        Assert.NotEqual(await FaultsAsync(7), await FaultsAsync(8));
    }

    [Theory]
    [InlineData("GET", "/v4/things/1", 200, """{"id":"e","size":1}""")]
    [InlineData("GET", "/v4/named", 200, """["first"]""")]
    [InlineData("POST", "/v4/things", 201, """{"kind":"small","name":"n","parts":[{"id":7}],"size":5}""")]
    [InlineData("PUT", "/v4/things/1", 200, "[true]")]
    [InlineData("DELETE", "/v4/things/1", 204, "")]
    [InlineData("PATCH", "/v4/things/1", 501, null)]
    [InlineData("GET", "/v4/endless", 501, null)]
    [InlineData("GET", "/v4/text", 501, null)]
    public async Task A_stub_responds_with_the_examples_of_the_document_and_nothing_else(string method, string path, int status, string? body)
    {
        StubHandler stub = new StubHandler().RespondWithExamples("""
            { "openapi": "3.1.0",
              "paths": {
                "/things/{id}": {
                  "parameters": [],
                  "get": {
                    "responses": {
                      "404": {},
                      "200": {
                        "content": {
                          "text/csv": {},
                          "application/json; charset=utf-8": {
                            "example": {"id":"e","size":1},
                            "schema": { "type": "integer", "example": 3 }
                          }
                        }
                      }
                    }
                  },
                  "put": {
                    "responses": {
                      "default": {
                        "content": {
                          "application/json": {
                            "schema": { "type": "array", "items": { "oneOf": [ {}, { "default": true } ] } }
                          }
                        }
                      }
                    }
                  },
                  "delete": { "responses": { "204": { "description": "gone" } } },
                  "patch": {
                    "responses": {
                      "200": {
                        "content": {
                          "application/json": {
                            "schema": { "required": ["open"], "properties": { "open": { "type": "string" }, "name": { "example": "n" } } }
                          }
                        }
                      }
                    }
                  }
                },
                "/named": {
                  "get": {
                    "responses": {
                      "2XX": {
                        "content": {
                          "application/problem+json": {
                            "examples": { "a": { "$ref": "#/components/examples/first~1one" } }
                          }
                        }
                      }
                    }
                  }
                },
                "/things": { "post": { "responses": { "201": { "$ref": "#/components/responses/Made" } } } },
                "/endless": {
                  "get": {
                    "responses": {
                      "200": {
                        "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Endless" } } }
                      }
                    }
                  }
                },
                "/text": { "get": { "responses": { "200": { "content": { "text/plain": { "example": "x" } } } } } } },
              "components": {
                "examples": { "first/one": { "value": ["first"] } },
                "responses": { "Made": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } },
                "schemas": {
                  "Named": { "required": ["name"], "properties": { "name": { "examples": ["n", "m"] } } },
                  "Thing": { "allOf": [ { "$ref": "#/components/schemas/Named" }, { "properties": { "kind": { "enum": ["small", "large"] } } } ],
                             "properties": { "size": { "default": 5 }, "note": { "type": "string" }, "parts": { "type": "array", "items": { "properties": { "id": { "const": 7 } } } } } },
                  "Endless": { "required": ["next"], "properties": { "next": { "$ref": "#/components/schemas/Endless" } } } } } }
            """);
        using var client = new HttpClient(stub) { BaseAddress = _address };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)response.StatusCode);
        if (body is not null)
        {
            Assert.Equal(body, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task A_stub_reads_swagger_and_refuses_what_is_no_document()
    {
        StubHandler stub = new StubHandler().RespondWithExamples("""
            { "swagger": "2.0", "paths": {
              "/a": { "get": { "responses": { "200": { "schema": {}, "examples": { "text/html": "<p>", "application/json": {"a":1} } } } } },
              "/b": { "get": { "responses": { "200": { "schema": { "$ref": "#/definitions/B" } } } } } },
              "definitions": { "B": { "type": "object", "example": {"b":2} } } }
            """);
        using var client = new HttpClient(stub) { BaseAddress = _address };
        Assert.Equal("""{"a":1}""", await client.GetStringAsync(new Uri("/a", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal("""{"b":2}""", await client.GetStringAsync(new Uri("/b", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentException>(() => stub.RespondWithExamples("openapi: 3.0.0"));
    }

    [Theory]
    [InlineData("""{ "paths": { "/a\ud800": { "get": { "responses": { "204": {} } } } } }""")]
    [InlineData("""{ "paths": { "/a": { "get": { "responses": { "200": { "content": { "a\ud800": { "example": 1 } } } } } } } }""")]
    [InlineData("""{ "paths": { "/a": { "get": { "responses": { "200": { "$ref": "#/\ud800" } } } } } }""")]
    public void A_stub_refuses_a_document_that_is_not_unicode(string document)
        => Assert.Equal("openApiJson", Assert.Throws<ArgumentException>(() => new StubHandler().RespondWithExamples(document)).ParamName);

    [Fact]
    public async Task Schemas_that_hold_themselves_and_share_others_have_examples_that_end()
    {
        string shared = string.Join(',', Enumerable.Range(0, 30).Select(static i =>
            $$$"""
            "S{{{i}}}": {
              "allOf": [{ "$ref": "#/components/schemas/S{{{i + 1}}}" }, { "$ref": "#/components/schemas/S{{{i + 1}}}" }],
              "properties": { "l": { "$ref": "#/components/schemas/S{{{i + 1}}}" }, "r": { "$ref": "#/components/schemas/S{{{i + 1}}}" } }
            }
            """));
        StubHandler stub = new StubHandler().RespondWithExamples($$"""
            { "openapi": "3.1.0",
              "paths": {
                "/tree": { "get": { "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Tree" } } } } } } },
                "/list": { "get": { "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/List" } } } } } } },
                "/union": { "get": { "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Union" } } } } } } },
                "/shared": { "get": { "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/S0" } } } } } } } },
              "components": { "schemas": {
                "Tree": {
                  "properties": {
                    "left": { "$ref": "#/components/schemas/Tree" },
                    "right": { "$ref": "#/components/schemas/Tree" },
                    "id": { "example": 1 }
                  }
                },
                "List": { "required": ["children"], "properties": { "children": { "type": "array", "items": { "$ref": "#/components/schemas/List" } } } },
                "Union": {
                  "oneOf": [
                    { "$ref": "#/components/schemas/Union" },
                    { "properties": { "u": { "$ref": "#/components/schemas/Union" }, "id": { "example": 2 } } }
                  ]
                },
                {{shared}} } } }
            """);
        using var client = new HttpClient(stub) { BaseAddress = _address };

        Assert.Equal("""{"id":1}""", await client.GetStringAsync(new Uri("/tree", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal("""{"children":[]}""", await client.GetStringAsync(new Uri("/list", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal("""{"id":2}""", await client.GetStringAsync(new Uri("/union", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    private static async Task<IReadOnlyList<InjectedFault>> FaultsAsync(int seed)
    {
        var faults = new FaultInjectionHandler(seed, 0.5)
        {
            InnerHandler = new StubHandler().Respond(HttpMethod.Put, "things/{id}", TestApi.ThingBody),
            Delay = TimeSpan.Zero,
        };
        using var client = new HttpClient(faults);
        using var transport = new ApiTransport(new ApiClientOptions { BaseAddress = _address, Retry = new RetryOptions { MaxRetries = 0 } }, client);
        for (int call = 0; call < 50; call++)
        {
            await Record.ExceptionAsync(() => Put(transport));
        }

        return faults.Injected;
    }

    private static Task<Thing> Put(ApiTransport transport)
        => transport.SendAsync(TestApi.Put, TestApi.ThingRequest(Thing.Sample), cancellationToken: TestContext.Current.CancellationToken);
}
