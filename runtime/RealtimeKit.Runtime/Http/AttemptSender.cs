namespace RealtimeKit.Runtime.Http;

/// <summary>Sends the requests of an attempt, one or as many as redirects ask for, up to the last answer's headers.</summary>
internal sealed class AttemptSender(HttpClient client, CallPlan plan, CredentialRule credentials)
{
    private readonly RequestWriter _writer = new(plan, credentials, client);

    public async Task<HttpResponseMessage> SendAsync(Exchange exchange)
    {
        var hop = new RedirectHop(plan.Target, plan.Operation.Method, SendsBody: true, HasCrossed: false);
        for (int followed = 0; ; followed++)
        {
            HttpRequestMessage message = await _writer.WriteAsync(hop, exchange).ConfigureAwait(false);
            exchange.Response = await client
                .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, exchange.Deadline.Token)
                .ConfigureAwait(false);
            if (followed >= plan.Client.MaxRedirects
                || RedirectRule.Next(hop, exchange.Response, plan.Body is { Length: not 0 }) is not { } next
                || !MayGo(next))
            {
                return exchange.Response;
            }

            exchange.HasRedirected = true;
            exchange.Response.Dispose();
            exchange.Response = null;
            hop = next;
        }
    }

    // A borrowed client adds its own default headers to every request, secrets among them: then nothing may cross.
    private bool MayGo(RedirectHop next)
        => (plan.Client.AllowPlainHttp || Origin.Of(next.Target).IsPrivate)
            && !(next.HasCrossed && client.DefaultRequestHeaders.NonValidated.Count > 0);
}
