using RealtimeKit.Runtime.Bodies;
using RealtimeKit.Runtime.Calls;
using RealtimeKit.Runtime.Credentials;
using RealtimeKit.Runtime.Handlers;
using RealtimeKit.Runtime.Requests;

namespace RealtimeKit.Runtime.Sending;

/// <summary>Creates the requests of an attempt.</summary>
internal sealed class RequestWriter(CredentialRule credentials, HttpClient? client)
{
    /// <summary>Creates a request, with credentials if they may be sent to its address.</summary>
    public async ValueTask<HttpRequestMessage> WriteAsync(RedirectHop hop, Exchange exchange)
    {
        CallPlan plan = exchange.Plan;
        RequireSafe(hop, plan);

        // A credential that may not be sent is not obtained, since its delegate may be expensive.
        Authorization authorization = hop.HasCrossed
            ? Authorization.None
            : await credentials.AuthorizeAsync(plan, hop.Target, exchange.Deadline.Token).ConfigureAwait(false);
        exchange.Add(authorization, SecretHeaders.Find(client, plan.Options?.Headers));
        var message = new HttpRequestMessage(hop.Method, WithQuery(hop.Target, authorization));
        if (client is not null)
        {
            message.Version = client.DefaultRequestVersion;
            message.VersionPolicy = client.DefaultVersionPolicy;
        }

        var record = new SendRecord(hasOwnConnections: client is null);
        if (hop.SendsBody && plan.Body is { } body)
        {
            message.Content = new RequestContent(body, onlyOnce: !plan.IsIdempotent || !body.IsRepeatable, record);
        }

        message.Options.Set(CallPlan.UrlTemplate, plan.Operation.PathTemplate);
        message.Options.Set(SendRecord.Key, record);
        exchange.Add(message, record);
        AddOwn(message, plan);
        if (!hop.HasCrossed)
        {
            AddCallers(message, plan, hasLostBody: !hop.SendsBody);
            AddCredentials(message, authorization, plan.Request.CookieText);
        }

        return message;
    }

    /// <summary>Checks the default headers of a client that the caller owns, which .NET adds to the request.</summary>
    private void RequireSafe(in RedirectHop hop, CallPlan plan)
    {
        if (client is null)
        {
            return;
        }

        DefaultHeaders.RequireLines(client);
        if (!hop.HasCrossed && !credentials.IsTrusted(plan, hop.Target))
        {
            DefaultHeaders.RequireHarmless(client);
        }
    }

    private static void AddOwn(HttpRequestMessage message, CallPlan plan)
    {
        if (plan.Request.AcceptedMediaTypes is { } accepted)
        {
            RequestHeaders.Set(message, "Accept", accepted);
        }
        else if (plan.Operation.Accept is { } accept)
        {
            RequestHeaders.AddChecked(message, "Accept", accept);
        }

        if (plan.Client.UserAgent is { } userAgent)
        {
            RequestHeaders.AddChecked(message, "User-Agent", userAgent);
        }
    }

    private static void AddCallers(HttpRequestMessage message, CallPlan plan, bool hasLostBody)
    {
        if (plan.Request.Headers is { } parameters)
        {
            foreach ((string name, string value) in parameters)
            {
                RequestHeaders.Set(message, name, value, hasLostBody);
            }
        }

        if (plan.Options?.Headers is { } headers)
        {
            foreach ((string name, string value) in headers)
            {
                RequestHeaders.Set(message, name, value, hasLostBody);
            }
        }

        if (plan.IdempotencyKey is { } key)
        {
            RequestHeaders.Set(message, plan.Client.IdempotencyKeyHeader, key);
        }
    }

    private static void AddCredentials(HttpRequestMessage message, Authorization authorization, string? cookieText)
    {
        foreach ((string name, string value) in authorization.Headers)
        {
            // A credential replaces a header that a parameter set. One whose header the call sets is not here.
            message.Headers.Remove(name);
            RequestHeaders.AddChecked(message, name, value);
        }

        string cookies = authorization.Cookies.Length == 0 ? cookieText ?? "" : string.Join("; ", authorization.Cookies
            .Select(static cookie => $"{cookie.Key}={cookie.Value}")
            .Prepend(cookieText ?? "")
            .Where(static cookie => cookie.Length > 0));
        if (cookies.Length > 0)
        {
            message.Headers.Add("Cookie", cookies);
        }
    }

    private static Uri WithQuery(Uri target, Authorization authorization)
        => authorization.Query.Length == 0 ? target : RequestTarget.WithQuery(target, authorization.Query);
}
