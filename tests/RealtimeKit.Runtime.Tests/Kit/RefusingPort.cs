using System.Net;
using System.Net.Sockets;

namespace RealtimeKit.Runtime.Tests.Kit;

/// <summary>A port at which connections are refused. It stays taken, so that no server of another test gets it.</summary>
internal sealed class RefusingPort : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public RefusingPort()
    {
        // A socket that does not listen accepts nothing.
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_socket.LocalEndPoint!).Port}/");
    }

    public Uri Address { get; }

    public void Dispose() => _socket.Dispose();
}
