using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;

namespace RealtimeKit.Testing;

/// <summary>
/// Returns the responses that a test sets, and records the requests. Pass it to a client as <c>new HttpClient(new
/// StubHandler().Respond(…))</c>. Several responses for the same method and path are returned in order, and the last one from
/// then on. Other requests receive status 501, which clients do not retry. It is thread-safe.
/// </summary>
public sealed class StubHandler : HttpMessageHandler
{
    private readonly object _lock = new();
    private readonly List<StubRoute> _routes = [];
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();

    /// <summary>Gets the requests so far, in the order in which they arrived.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    /// <summary>Sets a JSON response, such as an example from the API description.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">
    /// The end of the path, not percent-encoded. <c>{name}</c> matches any one segment, or what stands in its place within one. If several paths
    /// match, the one with the most segments counts, and of these the one with the most text.
    /// </param>
    /// <param name="json">The body.</param>
    /// <param name="status">The status code.</param>
    /// <returns>This handler.</returns>
    public StubHandler Respond(HttpMethod method, string path, string json, HttpStatusCode status = HttpStatusCode.OK)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Respond(method, path, _ => new HttpResponseMessage(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") });
    }

    /// <summary>
    /// Sets responses for the operations of an OpenAPI document: the example of the success response, or one composed of the
    /// examples, constants, defaults and enumerations in its schema. If the document gives no value for a required property,
    /// the operation gets no response; values are never invented.
    /// </summary>
    /// <param name="openApiJson">An OpenAPI 3 or Swagger 2.0 document in JSON.</param>
    /// <returns>This handler.</returns>
    /// <exception cref="ArgumentException">The text is not JSON, or has an unpaired surrogate in a name or a reference.</exception>
    public StubHandler RespondWithExamples(string openApiJson)
    {
        ArgumentNullException.ThrowIfNull(openApiJson);
        try
        {
            using JsonDocument document = JsonDocument.Parse(openApiJson, new JsonDocumentOptions { MaxDepth = 256 });
            foreach ((HttpMethod method, string path, HttpStatusCode status, string? json) in new DocumentExamples(document.RootElement).Find())
            {
                _ = json is null ? Respond(method, path, _ => new HttpResponseMessage(status)) : Respond(method, path, json, status);
            }
        }
        catch (JsonException exception)
        {
            throw new ArgumentException("The document is not JSON.", nameof(openApiJson), exception);
        }
        catch (InvalidOperationException exception)
        {
            throw new ArgumentException("A text in the document has an unpaired surrogate, so it is not Unicode.", nameof(openApiJson), exception);
        }

        return this;
    }

    /// <summary>Sets a response that a delegate creates.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">
    /// The end of the path, not percent-encoded. <c>{name}</c> matches any one segment, or what stands in its place within one. If several paths
    /// match, the one with the most segments counts, and of these the one with the most text.
    /// </param>
    /// <param name="respond">Creates a new response for each request.</param>
    /// <returns>This handler.</returns>
    /// <exception cref="ArgumentException">The path contains a query or a fragment.</exception>
    public StubHandler Respond(HttpMethod method, string path, Func<RecordedRequest, HttpResponseMessage> respond)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(respond);
        if (path.AsSpan().IndexOfAny('?', '#') >= 0)
        {
            throw new ArgumentException("Only the path of a request is compared. To respect its query, pass a delegate that reads it.", nameof(path));
        }

        lock (_lock)
        {
            string[] segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
            StubRoute? known = _routes.Find(route => route.Method == method && route.Segments.SequenceEqual(segments, StringComparer.Ordinal));
            if (known is null)
            {
                _routes.Add(known = new StubRoute(method, segments));
            }

            known.Responses.Enqueue(respond);
        }

        return this;
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        string body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false) : "";
        var headers = request.Headers.NonValidated
            .Concat(request.Content?.Headers.NonValidated ?? default)
            .ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var recorded = new RecordedRequest(request.Method, request.RequestUri!, headers, body);
        _requests.Enqueue(recorded);
        HttpResponseMessage response = Find(recorded) is { } respond
            ? respond(recorded) ?? throw new InvalidOperationException($"The delegate for {recorded} returned no response.")
            : NoResponse(request.Method);
        response.RequestMessage = request;
        return response;
    }

    private static HttpResponseMessage NoResponse(HttpMethod method) => new(HttpStatusCode.NotImplemented)
    {
        Content = new StringContent(
            $$"""{"message":"StubHandler has no response for {{method}} with this path."}""",
            Encoding.UTF8,
            "application/json"),
    };

    private Func<RecordedRequest, HttpResponseMessage>? Find(RecordedRequest request)
    {
        string[] segments = [.. request.Uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
        lock (_lock)
        {
            StubRoute? route = _routes
                .Where(candidate => candidate.Method == request.Method && candidate.Fits(segments))
                .MaxBy(static candidate => candidate.Exactness);
            return route is null ? null : route.Responses.Count > 1 ? route.Responses.Dequeue() : route.Responses.Peek();
        }
    }
}
