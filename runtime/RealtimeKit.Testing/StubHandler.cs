using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;

namespace RealtimeKit.Testing;

/// <summary>
/// Answers requests from what a test has put in, and records them: <c>new HttpClient(new StubHandler().Respond(…))</c>
/// for a client's second constructor parameter. Answers to one method and path are given in turn, the last one for good.
/// A request nobody foresaw is answered 501, which no client repeats. Thread-safe.
/// </summary>
public sealed class StubHandler : HttpMessageHandler
{
    private readonly object _lock = new();
    private readonly List<Route> _routes = [];
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();

    /// <summary>The requests so far, in order of arrival.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    /// <summary>Answers with JSON, such as an example of the document.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The end of the path; <c>{name}</c> stands for any one segment.</param>
    /// <param name="json">The body.</param>
    /// <param name="status">The status.</param>
    public StubHandler Respond(HttpMethod method, string path, string json, HttpStatusCode status = HttpStatusCode.OK)
        => Respond(method, path, _ => new HttpResponseMessage(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") });

    /// <summary>
    /// Answers the operations of an OpenAPI document with what the document shows as their success: the example of the
    /// response, or one put together from its schema's examples, constants, defaults and enumerations. Operations whose
    /// document leaves a required value open get no answer; none is made up.
    /// </summary>
    /// <param name="openApiJson">A document of OpenAPI 3 or Swagger 2.0, in JSON.</param>
    /// <exception cref="ArgumentException">The text is no JSON.</exception>
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
            throw new ArgumentException("The document is no JSON.", nameof(openApiJson), exception);
        }

        return this;
    }

    /// <summary>Answers with whatever a delegate makes of the request.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The end of the path; <c>{name}</c> stands for any one segment.</param>
    /// <param name="respond">Makes a new response each time.</param>
    public StubHandler Respond(HttpMethod method, string path, Func<RecordedRequest, HttpResponseMessage> respond)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(respond);
        lock (_lock)
        {
            string[] segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
            Route? known = _routes.Find(route => route.Method == method && route.Segments.SequenceEqual(segments, StringComparer.Ordinal));
            if (known is null)
            {
                _routes.Add(known = new Route(method, segments));
            }

            known.Answers.Enqueue(respond);
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
        HttpResponseMessage response = Find(recorded)?.Invoke(recorded) ?? new HttpResponseMessage(HttpStatusCode.NotImplemented)
        {
            Content = new StringContent($$"""{"message":"StubHandler has no answer to {{request.Method}} of this path."}""", Encoding.UTF8, "application/json"),
        };
        response.RequestMessage = request;
        return response;
    }

    private Func<RecordedRequest, HttpResponseMessage>? Find(RecordedRequest request)
    {
        string[] segments = request.Uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        lock (_lock)
        {
            Route? route = _routes.Find(candidate => candidate.Method == request.Method && candidate.Fits(segments));
            return route is null ? null : route.Answers.Count > 1 ? route.Answers.Dequeue() : route.Answers.Peek();
        }
    }

    private sealed record Route(HttpMethod Method, string[] Segments)
    {
        public Queue<Func<RecordedRequest, HttpResponseMessage>> Answers { get; } = new();

        public bool Fits(string[] segments)
            => segments.Length >= Segments.Length
                && segments.AsSpan(segments.Length - Segments.Length).ToArray().Zip(Segments).All(static pair => pair.Second.StartsWith('{') || pair.First == pair.Second);
    }
}
