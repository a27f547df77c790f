using System.Runtime.ExceptionServices;
using System.Security.Authentication;
using RealtimeKit.Runtime.Addresses;
using RealtimeKit.Runtime.Bodies;
using RealtimeKit.Runtime.Calls;
using RealtimeKit.Runtime.Handlers;
using RealtimeKit.Runtime.Redaction;

namespace RealtimeKit.Runtime.Sending;

/// <summary>
/// Sends the requests of an attempt until the headers of the last response are received. There are several requests if
/// redirects are followed.
/// </summary>
internal sealed class AttemptSender(HttpSender http, CredentialRule credentials)
{
    private readonly RequestWriter _writer = new(credentials, http.Client);

    public async ValueTask<HttpResponseMessage> SendAsync(Exchange exchange)
    {
        CallPlan plan = exchange.Plan;
        var hop = new RedirectHop(plan.Target, plan.Operation.Method, SendsBody: true, HasCrossed: false);
        for (int followed = 0; ; followed++)
        {
            HttpRequestMessage message = await _writer.WriteAsync(hop, exchange).ConfigureAwait(false);
            AllowLogin(message);
            CallFlow? flow = EnterFlow(message, plan);
            try
            {
                exchange.Response = await http.SendAsync(message, exchange.Deadline.Token).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is RepeatedSendException { First: not null } || !HasMeaning(exception))
            {
                exchange.Response = OutcomeOf(exception);
            }
            finally
            {
                flow?.Leave();
            }

            if (followed >= plan.Client.MaxRedirects
                || RedirectRule.Next(hop, exchange.Response, plan.Body is { Length: not 0 }, exchange.CanSendAgain) is not { } next
                || !MayGo(next, plan)
                || (!next.SendsBody && exchange.IsUnasked)
                || (next.HasCrossed && ContainsSecret(next.Target, exchange.Response, exchange)))
            {
                return exchange.Response;
            }

            if (hop.SendsBody && !next.SendsBody)
            {
                // The body is not sent again, and the end of the response would stop an upload that is still running.
                await exchange.EnsureSentAsync(exchange.Deadline.Token).ConfigureAwait(false);
            }

            exchange.HasRedirected = true;
            ForeignCode.Dispose(exchange.Response);
            exchange.Response = null;
            hop = next;
        }
    }

    /// <summary>Over https, a proxy asks for a login before it opens the tunnel, and so before the request is sent.</summary>
    private static void AllowLogin(HttpRequestMessage message)
        => ProxyLogins.Enter(message is { Content: RequestContent content, RequestUri.Scheme: "http" } ? content.CountLogins() : null);

    /// <summary>
    /// Makes copies of the request known by their flow, if it may be sent only once, and handlers may copy it. The caller is an asynchronous method.
    /// </summary>
    /// <returns>The flow to leave when the handlers have returned, or null.</returns>
    private CallFlow? EnterFlow(HttpRequestMessage message, CallPlan plan)
    {
        if (http.Client is null)
        {
            return null;
        }

        if (plan.Flow is not { } flow || message.Content is not RequestContent content)
        {
            CalledRequest.Enter(null);
            return null;
        }

        flow.Enter(content.Called(message));
        return flow;
    }

    /// <summary>Returns the response that is hidden in an exception of a handler, or throws an exception that the transport can use.</summary>
    private static HttpResponseMessage OutcomeOf(Exception exception)
    {
        switch ((exception as RepeatedSendException)?.First)
        {
            // The handler that repeated the request has disposed the body. The status and the headers decide.
            case { Response: { IsSuccessStatusCode: false } refusal }:
                return refusal;
            case { IsCancelled: true, Exception: { } cancelled }:
                // The handler repeated it after its own time limit, or that of a handler below.
                throw HandlerTimeout.Of(cancelled);
            case { Exception: { } failure } when failure is not OperationCanceledException || HandlerTimeout.Is(failure):
                exception = failure;
                break;
        }

        if (HandlerTimeout.Is(exception))
        {
            throw HandlerTimeout.Of(exception);
        }

        if (HasMeaning(exception))
        {
            ExceptionDispatchInfo.Throw(exception);
        }

        // The handler may have an open circuit or a bug. For the caller, both are failed requests.
        throw new HandlerException(exception);
    }

    /// <summary>
    /// Returns whether the exception may be used unchanged. If a handler calls another client, the exception of that call may not
    /// be used, because its status is not that of this call.
    /// </summary>
    private static bool HasMeaning(Exception exception)
        => exception is OperationCanceledException or HttpRequestException or IOException or AuthenticationException or RepeatedSendException
            || exception is ObjectDisposedException { ObjectName: var name } && name == typeof(HttpClient).FullName;

    /// <summary>
    /// Returns whether a server repeated a secret of the call in an address, such as a key in the query of the request. The address
    /// is examined as it was received, too, because its escapes mean something else after .NET has parsed it.
    /// </summary>
    private static bool ContainsSecret(Uri target, HttpResponseMessage response, Exchange exchange)
    {
        // At the end of a text, the first characters of a secret would count as a secret that was cut.
        string address = $"{target.AbsoluteUri} {response.Headers.Location?.OriginalString} ";
        return SecretText.Hide(address, exchange.Secrets) != address;
    }

    // An HttpClient of the caller adds its default headers to every request. They may contain secrets, so no other origin is contacted.
    private bool MayGo(in RedirectHop next, CallPlan plan)
        => (plan.Client.AllowPlainHttp || Origin.Of(next.Target).IsPrivate)
            && !(next.HasCrossed && http.Client is { } client && client.DefaultRequestHeaders.NonValidated.Count > 0);
}
