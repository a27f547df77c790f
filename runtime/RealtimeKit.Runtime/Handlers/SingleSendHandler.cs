using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using RealtimeKit.Runtime.Handlers;

namespace RealtimeKit.Runtime;

/// <summary>
/// Sends the request of an attempt only once, even if a handler repeats it. Place it directly around the innermost handler, below
/// handlers that may repeat requests, such as a resilience handler for all clients of a program. Their first request is sent. A
/// repeated request is not sent. The transport receives the outcome of the first request, and decides by its own rules whether to
/// retry. Without this handler, the retries of both multiply. Several of these handlers, one below the other, have the same effect
/// as one, and one above all handlers lets them read the body in any way before the inner one sends it. It also sees whether the innermost
/// handler connected, which decides whether a request that is not idempotent is retried.
/// Requests that do not come from a transport, and are no copies of such a request, are not affected.
/// </summary>
public sealed class SingleSendHandler : DelegatingHandler
{
    // Handlers may read a response before it reaches the one that takes the first result of several.
    private static readonly TimeSpan _timeToReturn = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Initializes a new instance whose inner handler is set later, for example by a factory.</summary>
    public SingleSendHandler()
    {
    }

    /// <summary>Initializes a new instance around a handler, such as one from <see cref="ApiTransport.CreateHandler"/>.</summary>
    public SingleSendHandler(HttpMessageHandler innerHandler)
        : base(innerHandler)
    {
    }

    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!SendRecord.MayHave(request))
        {
            return base.Send(request, cancellationToken);
        }

        // A handler sends a request of a transport, or a copy of it, in this way.
        HttpResponseMessage? response = null;
        Blocking.Wait(async () => response = await SendAsync(request, cancellationToken).ConfigureAwait(false));
        return response!;
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (HasAnotherBelow())
        {
            return await SendAnnouncedAsync(request, cancellationToken).ConfigureAwait(false);
        }

        if (await SendRecord.OfAsync(request, cancellationToken).ConfigureAwait(false) is not { } ofRequest)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        SendRecord record = ofRequest.ForHandler();
        if (!record.TryBegin())
        {
            throw new RepeatedSendException(await OutcomeAsync(record, cancellationToken).ConfigureAwait(false));
        }

        record.Enter(RepeatsOnlyUnprocessed());
        Uri? address = request.RequestUri;
        HttpContent? content = request.Content;
        CountedContent? counted = record.Count(content);
        if (counted is not null)
        {
            request.Content = counted;
        }

        try
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            record.End(new SendOutcome(response, null));
            return response;
        }
        catch (Exception exception)
        {
            if (ConnectingFailure.Is(exception) && IsFirst(request, address))
            {
                record.NotConnected();
            }

            record.End(new SendOutcome(null, exception, exception is OperationCanceledException && cancellationToken.IsCancellationRequested));
            throw;
        }
        finally
        {
            Restore(request, content, counted);
        }
    }

    /// <summary>
    /// Sends a request through the handlers above another such handler. If one of them cancels it, but nothing above them does, this is a time limit.
    /// </summary>
    private async Task<HttpResponseMessage> SendAnnouncedAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(SendRecord.Key, out SendRecord? record))
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        record.Announce();
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested && !record.HasCancelledItself)
        {
            throw HandlerTimeout.Of(exception);
        }
    }

    /// <summary>Returns whether another such handler is below this one. It sends the request once. What handlers between them read is not sent.</summary>
    private bool HasAnotherBelow()
    {
        HttpMessageHandler? below = InnerHandler;
        while (below is DelegatingHandler and not SingleSendHandler)
        {
            below = ((DelegatingHandler)below).InnerHandler;
        }

        return below is SingleSendHandler;
    }

    /// <summary>
    /// Waits for the outcome of the first request. A hedging handler repeats the request while the first is still running, and takes what ends
    /// first. A success must not come later than the exception of the repeated request, which the handler cancels when it has the success. Until
    /// then, other handlers may still read it. A handler that repeats a request after the first has disposed its response.
    /// </summary>
    private static async Task<SendOutcome> OutcomeAsync(SendRecord record, CancellationToken cancellationToken)
    {
        SendOutcome outcome = await record.EndAsync(cancellationToken).ConfigureAwait(false);
        if (outcome.IsCancelled)
        {
            // If the repeated request is not cancelled, only the first was, by the time limit of a handler.
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (outcome.Response is { IsSuccessStatusCode: true } success)
        {
            long started = Stopwatch.GetTimestamp();
            while (!IsDisposed(success) && Stopwatch.GetElapsedTime(started) < _timeToReturn)
            {
                await Task.Delay(_pause, cancellationToken).ConfigureAwait(false);
            }
        }

        return outcome;
    }

    /// <summary>Returns whether a response is disposed, which only its setters show.</summary>
    private static bool IsDisposed(HttpResponseMessage response)
    {
        try
        {
            response.Version = response.Version;
            return false;
        }
        catch (ObjectDisposedException)
        {
            return true;
        }
    }

    /// <summary>Restores the content, since the handlers above may read it again, which would count as sending.</summary>
    private static void Restore(HttpRequestMessage request, HttpContent? content, CountedContent? counted)
    {
        if (counted is null || !ReferenceEquals(request.Content, counted))
        {
            return;
        }

        try
        {
            request.Content = content;
        }
        catch (ObjectDisposedException)
        {
            // The call has ended, and has disposed the request and both contents.
        }
    }

    /// <summary>
    /// Returns whether the inner handler is one of .NET that has sent no earlier request. One that followed a redirect has changed the
    /// address. One that waited for 100-continue may have repeated the request.
    /// </summary>
    [SuppressMessage("ApiDesign", "RS0030", Justification = "The handler is recognized and not created.")]
    private bool IsFirst(HttpRequestMessage request, Uri? address)
        => InnerHandler is SocketsHttpHandler or HttpClientHandler && ReferenceEquals(address, request.RequestUri) && request.Headers.ExpectContinue != true;

    /// <summary>
    /// Returns whether the inner handler is one of .NET that sends the body of a request again only if a server reports over HTTP/2 that
    /// it has not processed the request, or if a proxy or the server asks for a login (407, 401). It would also do so after a redirect.
    /// </summary>
    [SuppressMessage("ApiDesign", "RS0030", Justification = "The handler is recognized and not created.")]
    private bool RepeatsOnlyUnprocessed() => !OperatingSystem.IsBrowser() && InnerHandler switch
    {
        SocketsHttpHandler sockets => !sockets.AllowAutoRedirect,

        // A derived one may repeat requests itself, as that of a phone may.
        HttpClientHandler other => other.GetType() == typeof(HttpClientHandler) && !other.AllowAutoRedirect && !IsPhone(),
        _ => false,
    };

    private static bool IsPhone() => OperatingSystem.IsAndroid() || OperatingSystem.IsIOS() || OperatingSystem.IsTvOS();
}
