using System.Net;
using System.Net.Sockets;

namespace RealtimeKit.Runtime.Tests.Kit;

/// <summary>A port whose queue of connections is full, so that a connect waits as for a host that does not respond.</summary>
internal sealed class FullListener : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly List<Socket> _waiting = [];

    public FullListener()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(0);
        Address = new Uri($"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndPoint!).Port}/");

        // The system completes some connections by itself before it lets the next ones wait. No event shows that one waits.
        while (_waiting.Count < 64 && Connect())
        {
        }
    }

    public Uri Address { get; }

    public void Dispose()
    {
        _waiting.ForEach(static socket => socket.Dispose());
        _listener.Dispose();
    }

    private bool Connect()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _waiting.Add(socket);
        return socket.ConnectAsync(_listener.LocalEndPoint!).Wait(TimeSpan.FromSeconds(1));
    }
}
