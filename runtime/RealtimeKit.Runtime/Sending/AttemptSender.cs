using System.Runtime.ExceptionServices;
using System.Security.Authentication;
using RealtimeKit.Runtime.Addresses;
using RealtimeKit.Runtime.Calls;
using RealtimeKit.Runtime.Handlers;

namespace RealtimeKit.Runtime.Sending;

/// <summary>Sends the requests of an attempt, one or as many as redirects ask for, up to the last response's headers.</summary>
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
                || RedirectRule.Next(hop, exchange.Response, plan.Body is { Length: not 0 }, exchange.CanSendAgain(plan.Body)) is not { } next
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
        catch (Exception exception) when (exception is RepeatedSendException { First.Exception: not null } || !HasMeaning(exception))
        {
            // An open circuit, a timeout of its own, a bug: whatever stops a request below is a failed request to the caller.
            throw new HttpRequestException("A handler below the client gave the request up.", exception);
        }
    }

    /// <summary>
    /// Whether the exception has a meaning of its own here. One of another client's calls, made by a handler below, has
    /// none: its status is not this call's.
    /// </summary>
    private static bool HasMeaning(Exception exception)
        => exception is OperationCanceledException or HttpRequestException or IOException or AuthenticationException or RepeatedSendException
            || exception is ObjectDisposedException { ObjectName: var name } && name == typeof(HttpClient).FullName;

    // A borrowed client adds its own default headers to every request, secrets among them: then nothing may cross.
    private bool MayGo(RedirectHop next)
        => (plan.Client.AllowPlainHttp || Origin.Of(next.Target).IsPrivate)
            && !(next.HasCrossed && client.DefaultRequestHeaders.NonValidated.Count > 0);
}
