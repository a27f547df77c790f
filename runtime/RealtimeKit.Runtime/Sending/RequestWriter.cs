using RealtimeKit.Runtime.Bodies;
using RealtimeKit.Runtime.Calls;
using RealtimeKit.Runtime.Credentials;
using RealtimeKit.Runtime.Handlers;
using RealtimeKit.Runtime.Requests;

namespace RealtimeKit.Runtime.Sending;

/// <summary>Creates the requests of an attempt.</summary>
internal sealed class RequestWriter(CallPlan plan, CredentialRule credentials, HttpClient client)
{
    /// <summary>Creates a request, with credentials if they may be sent to its address.</summary>
    public async ValueTask<HttpRequestMessage> WriteAsync(RedirectHop hop, Exchange exchange)
    {
        DefaultHeaders.RequireLines(client);
        if (!hop.HasCrossed && !credentials.IsTrusted(hop.Target))
        {
            DefaultHeaders.RequireHarmless(client);
        }

        // A credential that may not be sent is not obtained, since its delegate may be expensive.
        Authorization authorization = hop.HasCrossed
            ? new Authorization()
            : await credentials.AuthorizeAsync(plan, hop.Target, exchange.Deadline.Token).ConfigureAwait(false);
        exchange.Secrets.AddRange(authorization.Secrets);
        SecretHeaders.Collect(client, plan.Options?.Headers, exchange.Secrets);
        exchange.Refreshable.AddRange(authorization.Refreshable);
        var message = new HttpRequestMessage(hop.Method, WithQuery(hop.Target, authorization))
        {
            Version = client.DefaultRequestVersion,
            VersionPolicy = client.DefaultVersionPolicy,
        };
        if (hop.SendsBody && plan.Body is { } body)
        {
            message.Content = new RequestContent(body, onlyOnce: !plan.IsIdempotent || !body.IsRepeatable);
        }

        message.Options.Set(CallPlan.UrlTemplate, plan.Operation.PathTemplate);
        message.Options.Set(SendRecord.Key, new SendRecord());
        exchange.Add(message);
        AddOwn(message);
        if (!hop.HasCrossed)
        {
            AddCallers(message);
            AddCredentials(message, authorization);
        }

        return message;
    }

    private void AddOwn(HttpRequestMessage message)
    {
        if ((plan.Request.AcceptedMediaTypes ?? plan.Operation.Accept) is { } accept)
        {
            Add(message, "Accept", accept);
        }

        if (plan.Client.UserAgent is { } userAgent)
        {
            Add(message, "User-Agent", userAgent);
        }
    }

    private void AddCallers(HttpRequestMessage message)
    {
        foreach ((string name, string value) in plan.Request.Headers)
        {
            Add(message, name, value);
        }

        foreach ((string name, string value) in plan.Options?.Headers ?? NoHeaders)
        {
            Add(message, name, value);
        }

        if (plan.IdempotencyKey is { } key)
        {
            Add(message, plan.Client.IdempotencyKeyHeader, key);
        }
    }

    private void AddCredentials(HttpRequestMessage message, Authorization authorization)
    {
        foreach ((string name, string value) in authorization.Headers)
        {
            // A credential replaces a header that a parameter set.
            message.Headers.Remove(name);
            Add(message, name, value);
        }

        string cookies = string.Join("; ", authorization.Cookies
            .Select(static cookie => $"{cookie.Key}={cookie.Value}")
            .Prepend(plan.Request.CookieText ?? "")
            .Where(static cookie => cookie.Length > 0));
        if (cookies.Length > 0)
        {
            message.Headers.Add("Cookie", cookies);
        }
    }

    private static IReadOnlyDictionary<string, string> NoHeaders { get; } = new Dictionary<string, string>();

    /// <summary>
    /// Sets a header and replaces an earlier one. The headers of the client are set first, then those of the operation, then
    /// those of the call.
    /// </summary>
    private static void Add(HttpRequestMessage message, string name, string value)
    {
        if (message.Headers.NonValidated.Contains(name))
        {
            message.Headers.Remove(name);
        }

        try
        {
            message.Headers.Add(name, value);
        }
        catch (InvalidOperationException) when (message.Content is { } content)
        {
            // .NET stores headers of the body separately.
            AddToContent(content, name, value);
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException)
        {
            // The inner exception is left out: its message repeats the value, which may be a secret.
            throw new ArgumentException($"The header '{name}' cannot be sent with this value or on this request.", name);
        }
    }

    private static void AddToContent(HttpContent content, string name, string value)
    {
        try
        {
            content.Headers.Remove(name);
            content.Headers.Add(name, value);
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException)
        {
            throw new ArgumentException($"The header '{name}' cannot be sent with this value or on this request.", name);
        }
    }

    private static Uri WithQuery(Uri target, Authorization authorization)
    {
        if (authorization.Query.Count == 0)
        {
            return target;
        }

        string added = string.Join('&', authorization.Query.Select(static pair => $"{pair.Key}={pair.Value}"));
        return RequestTarget.WithQuery(target.GetLeftPart(UriPartial.Path), target, added);
    }
}
