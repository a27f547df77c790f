using System.Net;

namespace RealtimeKit.Testing;

/// <summary>
/// Makes a share of requests fail, chosen by a seed. The same seed gives the same faults in the same order, so that a failing
/// test fails again. Use it around a <see cref="StubHandler"/> or a real handler. It is thread-safe; for parallel requests,
/// their order decides which one gets which fault.
/// </summary>
public sealed class FaultInjectionHandler : DelegatingHandler
{
    private static readonly InjectedFault[] _all = Enum.GetValues<InjectedFault>()[1..];

    // ApiTransport.NotSent. This package does not depend on that of the transport.
    private static readonly HttpRequestOptionsKey<bool> _notSent = new("RealtimeKit.Runtime.NotSent");

    private readonly object _lock = new();
    private readonly Random _random;
    private readonly double _rate;
    private readonly InjectedFault[] _faults;
    private readonly List<InjectedFault> _injected = [];

    /// <summary>Initializes a new instance.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="rate">The share of requests that fail, from 0 to 1.</param>
    /// <param name="faults">The faults to choose from, or none for all faults.</param>
    public FaultInjectionHandler(int seed, double rate, params InjectedFault[] faults)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rate, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rate, 1);
        ArgumentNullException.ThrowIfNull(faults);
        _random = new Random(seed);
        _rate = rate;
        _faults = faults.Length == 0 ? _all : [.. faults];
    }

    /// <summary>Gets how long <see cref="InjectedFault.Slow"/> delays a request. The default is 1 s.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets the clock for <see cref="Delay"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Gets the fault of each request so far.</summary>
    public IReadOnlyList<InjectedFault> Injected
    {
        get
        {
            lock (_lock)
            {
                return [.. _injected];
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        switch (Next())
        {
            case InjectedFault.ConnectionRefused:
                request.Options.Set(_notSent, true);
                throw new HttpRequestException(HttpRequestError.ConnectionError, "Injected: the connection was refused.");
            case InjectedFault.ConnectionLost:
                (await base.SendAsync(request, cancellationToken).ConfigureAwait(false)).Dispose();
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "Injected: the connection was lost.");
            case InjectedFault.BodyCut:
                HttpResponseMessage cut = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
                cut.Content = await CutContent.OfAsync(cut.Content, cancellationToken).ConfigureAwait(false);
                return cut;
            case InjectedFault.Unavailable:
                return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { RequestMessage = request };
            case InjectedFault.RateLimited:
                var limited = new HttpResponseMessage(HttpStatusCode.TooManyRequests) { RequestMessage = request };
                limited.Headers.Add("Retry-After", "0");
                return limited;
            case InjectedFault.Slow:
                await Task.Delay(Delay, TimeProvider, cancellationToken).ConfigureAwait(false);
                return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            default:
                return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
    }

    private InjectedFault Next()
    {
        lock (_lock)
        {
            // Both numbers are drawn each time, so that another rate does not change the order of the faults.
            double chance = _random.NextDouble();
            InjectedFault fault = _faults[_random.Next(_faults.Length)];
            fault = chance < _rate ? fault : InjectedFault.None;
            _injected.Add(fault);
            return fault;
        }
    }
}
