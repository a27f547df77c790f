using RealtimeKit.Runtime.Handlers;

namespace RealtimeKit.Runtime;

/// <summary>
/// Sees to it that one attempt is one request. Put it around the innermost handler, below any that may repeat requests
/// on their own, such as a resilience handler added to every client of a program: their first try goes through, and in
/// place of a second one the transport is told how the first ended and decides by its own rules. Without it, the
/// handler's retries and the transport's multiply. Requests that no transport made pass untouched.
/// </summary>
public sealed class SingleSendHandler : DelegatingHandler
{
    /// <summary>Around a handler that is set by the factory it is given to.</summary>
    public SingleSendHandler()
    {
    }

    /// <summary>Around a handler such as <see cref="ApiTransport.CreateHandler"/> gives.</summary>
    public SingleSendHandler(HttpMessageHandler innerHandler)
        : base(innerHandler)
    {
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.Options.TryGetValue(SendRecord.Key, out SendRecord? record))
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        if (!record.TryBegin())
        {
            // A hedging handler sends again while the first is under way: it is the first that it shall get.
            throw new RepeatedSendException(await record.EndAsync(cancellationToken).ConfigureAwait(false));
        }

        try
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            record.End(new SendOutcome(response, null));
            return response;
        }
        catch (Exception exception)
        {
            record.End(new SendOutcome(null, exception));
            throw;
        }
    }
}
