using System.Net;
using System.Text;
using RealtimeKit.Runtime.Tests.Kit;

namespace RealtimeKit.Runtime.Tests.Errors;

/// <summary>The message of an exception for each common form of an error body.</summary>
public sealed class ErrorMessageTests
{
    private static readonly Uri _address = new("https://api.example.com/v4/");

    [Theory]
    [InlineData("""{"type":"https://tools.ietf.org/html/rfc9110#section-15.5.5","title":"Not Found","status":404,"traceId":"00-1"}""", "Not Found", null,
        "Not Found")]
    [InlineData("""{"type":"https://tools.ietf.org/html/rfc9110#section-15.6.1","title":"Broken","status":500,"detail":"it broke"}""", "Broken: it broke", null,
        "Broken: it broke")]
    [InlineData("""{"type":"about:blank","title":"Same","detail":"Same"}""", "Same", null, "Same")]
    [InlineData("""{"detail":"No such box."}""", "No such box.", null, "No such box.")]
    [InlineData(
        """
        {
          "title": "One or more validation errors occurred.",
          "status": 400,
          "errors": { "Name": ["The Name field is required."], "Age": ["Too old.", "Too wise."] }
        }
        """,
        "One or more validation errors occurred. Name: The Name field is required.; Age: Too old.; Age: Too wise.",
        null,
        "Name: The Name field is required.")]
    [InlineData("""{"title":"Invalid","errors":[{"detail":"must be positive","pointer":"#/age"}]}""", "Invalid: #/age: must be positive", null,
        "#/age: must be positive")]
    [InlineData("""{"message":"One or more errors occurred!","errors":{"a":["1"],"b":["2"],"c":["3"],"d":["4"],"e":["5"]}}""",
        "One or more errors occurred! a: 1; b: 2; c: 3 (and 2 more)", null, "a: 1")]
    [InlineData("""{"error":{"code":"rate_limited","message":"Slow down","type":"requests"}}""", "rate_limited Slow down", "rate_limited", "Slow down")]
    [InlineData("""{"error":{"message":"No such key","type":"invalid_request_error","param":null,"code":null}}""", "invalid_request_error No such key",
        "invalid_request_error", "No such key")]
    [InlineData("""{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}""", "overloaded_error Overloaded", "overloaded_error",
        "Overloaded")]
    [InlineData("""{"error":"invalid_grant","error_description":"expired"}""", "invalid_grant expired", "invalid_grant", "expired")]
    [InlineData("""{"error":"invalid_grant"}""", "invalid_grant", null, "invalid_grant")]
    [InlineData("""{"timestamp":"2024-01-01","status":404,"error":"Not Found","message":"no box 7","path":"/box/7"}""", "no box 7", null, "no box 7")]
    [InlineData("""{"statusCode":404,"message":["a must be a string","b must be a number"],"error":"Bad things"}""",
        "Bad things: a must be a string; b must be a number", null, "a must be a string")]
    [InlineData(
        """
        {
          "message": "Validation Failed",
          "errors": [{ "resource": "Issue", "field": "title", "code": "missing_field" }],
          "documentation_url": "https://docs.example.com/rest"
        }
        """,
        "Validation Failed: missing_field title",
        "missing_field",
        "title")]
    [InlineData("""{"success":false,"errors":[{"code":10000,"message":"Authentication error"}],"messages":[]}""", "10000 Authentication error", "10000",
        "Authentication error")]
    [InlineData("""{"errors":[{"status":"404","title":"Missing","detail":"no box","source":{"pointer":"/data/id"}}]}""", "/data/id: Missing: no box", null,
        "/data/id: Missing: no box")]
    [InlineData("""{"errors":["first","second"]}""", "first; second", null, "first")]
    [InlineData("""{"errors":"all of it"}""", "all of it", null, "all of it")]
    [InlineData("""{"detail":[{"loc":["body","age"],"msg":"field required","type":"missing"}]}""", "missing body.age: field required", "missing",
        "body.age: field required")]
    [InlineData("""{"name":["This field is required."],"non_field_errors":["No."]}""", "name: This field is required.; non_field_errors: No.", null,
        "name: This field is required.")]
    [InlineData("""{"errors":[{"name":"age","reason":"too old"}]}""", "age: too old", null, "age: too old")]
    [InlineData("""{"Message":"Bad","ExceptionMessage":"Worse"}""", "Bad", null, "Bad")]
    [InlineData("""{"fault":{"faultstring":"Expired","detail":{"errorcode":"x"}}}""", "Expired", null, "Expired")]
    [InlineData("""{"code":5,"message":"box not found","details":[]}""", "5 box not found", "5", "box not found")]
    [InlineData("""["one","two"]""", "one; two", null, "one")]
    [InlineData("\"just words\"", "just words", null, "just words")]
    public async Task The_message_is_what_the_body_says(string body, string message, string? code, string first)
    {
        ApiStatusException error = await FailsAsync(Encoding.UTF8.GetBytes(body), "application/problem+json");

        Assert.Equal($"GET /things/{{thing_id}} (get_thing) returned 404 NotFound: {message} (request 8c0ffee-FRA)", error.Message);
        Assert.Equal((code, first), (error.Errors[0].Code, error.Errors[0].Message));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"box":{"size":1}}""")]
    [InlineData("""{"errors":[],"message":""}""")]
    [InlineData("<html>")]
    [InlineData("")]
    [InlineData("5")]
    public async Task A_body_without_an_error_message_leaves_the_status(string body)
    {
        ApiStatusException error = await FailsAsync(Encoding.UTF8.GetBytes(body), "application/json");

        Assert.EndsWith("returned 404 NotFound. (request 8c0ffee-FRA)", error.Message, StringComparison.Ordinal);
        Assert.Empty(error.Errors);
    }

    [Theory]
    [InlineData("See https://docs.example.com/rest/boxes#create-a-box.", "See https://docs.example.com/rest/boxes#create-a-box.")]
    [InlineData("GET https://u:pw@files.example.com/a/b?sig=abc#x failed", "GET https://files.example.com/a/b?*** failed")]
    [InlineData("at https://hooks.example.com/services/T01/B02/abcdefghijklmnopqrst0123 and http://b.example",
        "at https://hooks.example.com/services/T01/B02/*** and http://b.example")]
    [InlineData("https://a.example/cb#access_token=abc", "https://a.example/cb#***")]
    [InlineData("https://a.example?x=1", "https://a.example?***")]
    public async Task A_url_in_a_message_is_whole_but_for_what_may_be_secret(string text, string shown)
    {
        ApiStatusException error = await FailsAsync(Encoding.UTF8.GetBytes($$"""{"message":"{{text}}"}"""), "application/json");

        Assert.Equal(shown, error.Errors[0].Message);
        Assert.Contains(shown, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_plain_text_is_the_message_and_a_long_one_is_not()
    {
        Assert.EndsWith(
            "404 NotFound: no such box (request 8c0ffee-FRA)", (await FailsAsync("no such box"u8.ToArray(), "text/plain")).Message, StringComparison.Ordinal);
        Assert.Empty((await FailsAsync(Encoding.UTF8.GetBytes(new string('x', 400)), "text/plain")).Errors);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("iso-8859-1")]
    public async Task A_body_in_another_charset_says_the_same(string charset)
    {
        ApiStatusException error = await FailsAsync(Encoding.GetEncoding(charset).GetBytes("""{"message":"no é"}"""), $"application/json; charset={charset}");

        Assert.Equal("no é", error.Errors[0].Message);
        Assert.Equal("""{"message":"no é"}""", error.BodySnippet);
    }

    /// <summary>The ids help the operator of the server to find a call. A secret with such a name is hidden like any other.</summary>
    [Fact]
    public async Task The_ids_of_a_request_and_its_trace_are_shown()
    {
        ApiStatusException error = await FailsAsync(
            """{"title":"Broken","traceId":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01","request_id":"req_7","user":"ann"}"""u8.ToArray(),
            "application/problem+json");

        Assert.Equal(
            """{"title":"Broken","traceId":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01","request_id":"req_7","user":"***"}""", error.BodySnippet);
    }

    private static async Task<ApiStatusException> FailsAsync(byte[] body, string contentType)
    {
        using HttpClient client = FakeHandler.Client((_, _) => FakeHandler.Response(body, HttpStatusCode.NotFound, contentType));
        using var transport = new ApiTransport(new ApiClientOptions { BaseAddress = _address }, client);
        return await Assert.ThrowsAsync<ApiNotFoundException>(
            () => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken));
    }
}
