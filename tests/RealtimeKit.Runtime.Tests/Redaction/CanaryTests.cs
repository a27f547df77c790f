using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Redaction;

/// <summary>
/// Puts secrets at every place of a call, ends calls in every way, and searches for the secrets in everything that a
/// program could log: exceptions with all their properties, results, options, activities, metrics and event sources.
/// </summary>
[Collection(nameof(Alone))]
public sealed class CanaryTests
{
    private const string Canary = "c4n4ry-";
    private const string Id = "1d-0f-4cc0unt";

    private static readonly Uri _address = new($"https://api.example.com/{Id}/v4/");

    private static readonly (string Name, Func<HttpRequestMessage, string, HttpResponseMessage> Respond)[] _responses =
    [
        ("success", static (_, _) =>
            FakeHandler.Response("""{"data":{"id":"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e","name":"a thing","size":1,"secret":"c4n4ry-response"}}""")),
        ("kit error",
            static (_, echo) =>
                FakeHandler.Response($$"""{"error":{"code":"{{echo}}","message":"no good: {{echo}} at https://u:{{echo}}@store.example/x?sig={{echo}}#{{echo}}"} }""", HttpStatusCode.BadRequest)),
        ("gateway error",
            static (_, echo) =>
                FakeHandler.Response($$"""{"errors":[{"code":10000,"message":"{{echo}}"}],"password":"c4n4ry-response","url":"https://store.example/x?sig=c4n4ry-response"}""", HttpStatusCode.Forbidden)),
        ("field errors", static (_, echo) => FakeHandler.Response($$"""{"errors":{"password":["{{echo}}"]} }""", HttpStatusCode.UnprocessableEntity)),
        ("html error", static (_, echo) =>
            FakeHandler.Response($"<html>{echo} <a href=\"https://store.example/x?sig=c4n4ry-response\">", HttpStatusCode.BadGateway, "text/html")),
        ("html success", static (_, echo) => FakeHandler.Response($"<html>{echo}", HttpStatusCode.OK, "text/html")),
        ("broken json", static (_, echo) =>
            FakeHandler.Response($$"""{"data":{"id":"{{echo}}","password":"c4n4ry-response","x":["c4n4ry-response",{"y":"c4n4ry-resp""")),
        ("wrong type", static (_, echo) =>
            FakeHandler.Response($$"""{"data":{"id":"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e","name":"c4n4ry-response","size":"{{echo}}"} }""")),
        ("too large", static (_, echo) => FakeHandler.Response(echo + new string('x', 20_000))),
        ("unauthorized", static (_, echo) => FakeHandler.Response($$"""{"message":"token {{echo}} is bad"}""", HttpStatusCode.Unauthorized)),
        ("rate limit", static (_, echo) => FakeHandler.Response(echo, HttpStatusCode.TooManyRequests, "text/plain")),
        ("redirect", static (request, echo) =>
        {
            HttpResponseMessage response = FakeHandler.Response("", HttpStatusCode.Found);
            response.Headers.Location = new Uri($"https://other.example/?{echo.Replace(' ', '+')}");
            return response;
        }),
        ("connection", static (_, _) => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused")),
        ("broken", static (_, _) => throw new IOException("reset")),
        ("timeout", static (_, _) => throw new TaskCanceledException("timeout", new TimeoutException())),
        ("set-cookie", static (_, echo) =>
        {
            HttpResponseMessage response = FakeHandler.Response($$"""{"title":"{{echo}}"}""", HttpStatusCode.Conflict);
            response.Headers.Add("Set-Cookie", "session=c4n4ry-response");
            return response;
        }),
    ];

    private static readonly (string Name, Func<ApiRequest> Request)[] _requests =
    [
        ("plain", static () => Request()),
        ("json", static () => Request().JsonBody(Thing.Sample with { Secret = Canary + "json" }, ThingJson.Write)),
        ("query and header", static () => Request()
            .Query("q", new SensitiveString(Canary + "query"))
            .Header("X-Secret", new SensitiveString(Canary + "header"))
            .Cookie("c", new SensitiveString(Canary + "cookie"))),
        ("form", static () => Request().FormBody(FormField.Field("password", new SensitiveString(Canary + "form")))),
        ("multipart", static () => Request()
            .MultipartBody(MultipartPart.Field("password", new SensitiveString(Canary + "part")),
                MultipartPart.Json("j", Thing.Sample with { Secret = Canary + "partjson" }, ThingJson.Write))),
        ("path", static () => new ApiRequest($"{Id}/things/{new SensitiveString(Canary + "path"):id}")),
    ];

    private static readonly string[] _planted =
        ["json", "query", "header", "cookie", "form", "part", "partjson", "path", "token", "delegate", "password", "key"];

    [Fact]
    public async Task No_secret_and_no_id_is_shown_anywhere()
    {
        Proof.IsTooLongPerMutant();
        var sinks = new ConcurrentQueue<(string Sink, string Text)>();
        using ActivityListener activities = Activities(sinks);
        using MeterListener metrics = Metrics(sinks);
        using var events = new Events(sinks);
        string echo = string.Join(' ', _planted.Select(static name => Canary + name));
        int scenarios = 0;
        foreach ((string name, Func<ApiCredential> credential) in Credentials())
        {
            foreach ((string request, Func<ApiRequest> make) in _requests)
            {
                foreach ((string response, Func<HttpRequestMessage, string, HttpResponseMessage> respond) in _responses)
                {
                    scenarios++;
                    string scenario = $"{name}, {request}, {response}";

                    await RunAsync(scenario, credential(), make, (message, _) => respond(message, Known(echo, message)), sinks);
                }
            }
        }

        Assert.True(scenarios >= 500);
        Assert.True(sinks.Select(static sink => sink.Sink).Distinct().Count() >= 6, string.Join(", ", sinks.Select(static sink => sink.Sink).Distinct()));

        // The event source of the platform contains the path of a request, and before .NET 9 its query. A secret in them is
        // visible there.
        string[] told = Environment.Version.Major < 9 ? ["path", "query", "key"] : ["path"];
        (string Sink,
            string Text)[] found = sinks.Where(sink =>
                (sink.Sink == "event" ? told.Aggregate(sink.Text, static (text, name) => text.Replace(Canary + name, "", StringComparison.Ordinal)) : sink.Text)
                    .Contains(Canary, StringComparison.Ordinal)
                        || (sink.Sink.StartsWith("own", StringComparison.Ordinal) && sink.Text.Contains(Id, StringComparison.Ordinal))).ToArray();
        Assert.True(found.Length == 0, $"{found.Length} found:\n" + string.Join("\n", found.Take(5).Select(static sink => $"{sink.Sink}: {sink.Text}")));
        Proof.Report($"{scenarios} scenarios, {sinks.Count} texts in {sinks.Select(static sink => sink.Sink).Distinct().Count()} sinks, no secret found");
    }

    private static string Known(string echo, HttpRequestMessage message)
    {
        string sent = Uri.UnescapeDataString(message.RequestUri!.AbsoluteUri) + message.Headers
            + Uri.UnescapeDataString(message.Content?.ReadAsStringAsync().GetAwaiter().GetResult() ?? "")
            + Encoding.UTF8.GetString(message.Headers.Authorization is { Scheme: "Basic", Parameter: { } basic } ? Convert.FromBase64String(basic) : []);
        return string.Join(' ', echo.Split(' ')
            .Where(word => sent.Contains(word, StringComparison.Ordinal))
            .Concat(message.Headers.Authorization is { Parameter: { } parameter } ? [parameter] : []));
    }

    private static async Task RunAsync(
        string scenario, ApiCredential credential, Func<ApiRequest> make, Func<HttpRequestMessage, int, HttpResponseMessage> respond,
            ConcurrentQueue<(string Sink, string Text)> sinks)
    {
        using HttpClient client = FakeHandler.Client(respond);
        var options = new ApiClientOptions
        {
            BaseAddress = _address,
            Credential = credential,
            MaxResponseContentLength = 10_000,
            Retry = new RetryOptions { BaseDelay = TimeSpan.Zero },
            MaxRedirects = scenario.Length % 2,
        };
        using var transport = new ApiTransport(options, client);
        var call = new RequestOptions { IdempotencyKey = "idem", Headers = new Dictionary<string, string> { ["X-Extra"] = "x" } };
        Tell(sinks, "own options", options);
        Tell(sinks, "own credential", credential);
        Tell(sinks, "own call", call);
        try
        {
            ApiResponse<Thing> response = await transport.SendWithResponseAsync(TestApi.Put, make(), call, TestContext.Current.CancellationToken);
            Tell(sinks, "own response", response);
            if (response.IsSuccess)
            {
                Tell(sinks, "own result", response.Value);
            }
            else
            {
                Tell(sinks, "own exception", response.Error!);
            }
        }
        catch (ApiException exception)
        {
            Tell(sinks, "own exception", exception);
        }
    }

    private static void Tell(ConcurrentQueue<(string Sink, string Text)> sinks, string sink, object value)
    {
        sinks.Enqueue((sink, value.ToString()!));
        if (value is Exception exception)
        {
            for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
            {
                sinks.Enqueue((sink, inner + string.Join(", ", inner.Data.Keys.Cast<object>().Concat(inner.Data.Values.Cast<object>()))));
            }
        }

        if (value.GetType().GetCustomAttribute<DebuggerDisplayAttribute>() is { } display)
        {
            sinks.Enqueue(("own debugger", display.Value!.Contains("ToString", StringComparison.Ordinal) ? value.ToString()! : display.Value));
        }

        // Returns what a logger that reads all properties would see, except headers, which the server chose.
        foreach (PropertyInfo property in value.GetType()
            .GetProperties()
            .Where(static property => property.GetIndexParameters().Length == 0
                && property.Name is not ("Headers" or "TargetSite" or "BaseAddress" or "IdempotencyKey")))
        {
            object? part = value is ApiResponse<Thing> { IsSuccess: false } && property.Name == "Value" ? null : property.GetValue(value);
            string text = part is System.Collections.IEnumerable and not string
                ? string.Join(", ", ((System.Collections.IEnumerable)part).Cast<object>())
                : part?.ToString() ?? "";
            sinks.Enqueue(("own property", $"{property.Name} = {text}"));
        }
    }

    private static ActivityListener Activities(ConcurrentQueue<(string Sink, string Text)> sinks)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => sinks.Enqueue((
                activity.Source.Name == RealtimeKitDiagnostics.ActivitySourceName ? "own activity" : "activity",
                $"{activity.DisplayName} {activity.StatusDescription} {string.Join(", ", activity.TagObjects)} "
                    + $"{string.Join(", ", activity.Events.SelectMany(static e => e.Tags))} {string.Join(", ", activity.Baggage)}")),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static MeterListener Metrics(ConcurrentQueue<(string Sink, string Text)> sinks)
    {
        var listener = new MeterListener { InstrumentPublished = static (instrument, self) => self.EnableMeasurementEvents(instrument) };
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => sinks.Enqueue((
            instrument.Meter.Name == RealtimeKitDiagnostics.MeterName ? "own metric" : "metric", instrument.Name + " " + string.Join(", ", tags.ToArray()))));
        listener.SetMeasurementEventCallback<long>(
            (instrument, _, tags, _) => sinks.Enqueue(("metric", instrument.Name + " " + string.Join(", ", tags.ToArray()))));
        listener.Start();
        return listener;
    }

    private static IEnumerable<(string Name, Func<ApiCredential> Make)> Credentials() =>
    [
        ("token", static () => new BearerTokenCredential(Canary + "token")),
        ("delegate", static () => new BearerTokenCredential(static _ => ValueTask.FromResult(Canary + "delegate"))),
        ("password", static () => new BasicCredential("user", Canary + "password")),
        ("header key", static () => new ApiKeyCredential("X-Key", ApiKeyLocation.Header, Canary + "key")),
        ("query key", static () => new ApiKeyCredential("key", ApiKeyLocation.Query, Canary + "key")),
        ("cookie key", static () => new ApiKeyCredential("key", ApiKeyLocation.Cookie, Canary + "key")),
    ];

    private sealed class Events(ConcurrentQueue<(string Sink, string Text)> sinks) : EventListener
    {
        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            // The internal event sources of the platform print whole requests by design, and must be enabled explicitly.
            if (!eventSource.Name.StartsWith("Private.", StringComparison.Ordinal) && eventSource.Name.StartsWith("System.Net", StringComparison.Ordinal))
            {
                EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
            => sinks?.Enqueue(
                ("event", string.Format(CultureInfo.InvariantCulture, "{0} {1}", eventData.EventName, string.Join(", ", eventData.Payload ?? new([])))));
    }

    private static ApiRequest Request() => new($"{Id}/things/1");
}
