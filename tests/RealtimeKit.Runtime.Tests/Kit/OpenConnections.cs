using System.Diagnostics.Metrics;

namespace RealtimeKit.Runtime.Tests.Kit;

/// <summary>Counts the connections to a port in the pools of the platform, by the platform's own meter.</summary>
internal sealed class OpenConnections : IDisposable
{
    private readonly object _lock = new();
    private readonly MeterListener _listener;
    private long _now;

    public OpenConnections(int port)
    {
        _listener = new MeterListener
        {
            InstrumentPublished = static (instrument, self) =>
            {
                if (instrument.Name == "http.client.open_connections")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        _listener.SetMeasurementEventCallback<long>((_, change, tags, _) =>
        {
            if (tags.ToArray().Contains(new KeyValuePair<string, object?>("server.port", port)))
            {
                Count(change);
            }
        });
        _listener.Start();
    }

    /// <summary>Gets the largest number of connections at one time.</summary>
    public long Most { get; private set; }

    public void Dispose() => _listener.Dispose();

    private void Count(long change)
    {
        lock (_lock)
        {
            _now += change;
            Most = Math.Max(Most, _now);
        }
    }
}
