using System.Runtime.ExceptionServices;

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
            exchange.Response = await SendAsync(message, exchange.Deadline.Token).ConfigureAwait(false);
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

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }
        catch (RepeatedSendException repeated) when (repeated.First is { Response: { IsSuccessStatusCode: false } refusal })
        {
            // Its body is gone with the handler that tried again; status and headers are what decides.
            return refusal;
        }
        catch (RepeatedSendException repeated) when (repeated.First is { Exception: { } failure and not OperationCanceledException })
        {
            ExceptionDispatchInfo.Throw(failure);
            throw;
        }
        catch (Exception exception) when (exception is RepeatedSendException { First.Exception: not null }
            || exception is not (SystemException or HttpRequestException or RepeatedSendException or ApiException))
        {
            // An open circuit, a deadline of its own: what stops a request below is to the caller a request that failed.
            throw new HttpRequestException("A handler below the client gave the request up.", exception);
        }
    }

    // A borrowed client adds its own default headers to every request, secrets among them: then nothing may cross.
    private bool MayGo(RedirectHop next)
        => (plan.Client.AllowPlainHttp || Origin.Of(next.Target).IsPrivate)
            && !(next.HasCrossed && client.DefaultRequestHeaders.NonValidated.Count > 0);
}
