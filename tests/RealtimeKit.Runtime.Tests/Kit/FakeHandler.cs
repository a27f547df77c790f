using System.Net;
using System.Net.Http.Headers;

namespace RealtimeKit.Runtime.Tests.Kit;

/// <summary>Returns responses without a network, for tests of reading.</summary>
internal sealed class FakeHandler(Func<HttpRequestMessage, int, HttpResponseMessage> respond) : HttpMessageHandler
{
    private int _calls;

    public int Calls => Volatile.Read(ref _calls);

    public void Reset() => Volatile.Write(ref _calls, 0);

    public static HttpClient Client(Func<HttpRequestMessage, int, HttpResponseMessage> respond) => new(new FakeHandler(respond));

    public static HttpResponseMessage Response(byte[] body, HttpStatusCode status = HttpStatusCode.OK, string? contentType = "application/json")
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        var response = new HttpResponseMessage(status) { Content = content };
        response.Headers.Add("cf-ray", "8c0ffee-FRA");
        return response;
    }

    public static HttpResponseMessage Response(string body, HttpStatusCode status = HttpStatusCode.OK, string? contentType = "application/json")
        => Response(System.Text.Encoding.UTF8.GetBytes(body), status, contentType);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        int call = Interlocked.Increment(ref _calls);
        if (request.Content is { } content)
        {
            await content.CopyToAsync(Stream.Null, cancellationToken);
        }

        HttpResponseMessage response = respond(request, call);
        response.RequestMessage = request;
        return response;
    }
}
