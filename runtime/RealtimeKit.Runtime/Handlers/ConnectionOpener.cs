using System.Net.Sockets;
using System.Runtime.Versioning;

namespace RealtimeKit.Runtime.Handlers;

/// <summary>
/// Opens connections as the platform does, but within a time limit of its own. A server that cannot be reached is then
/// known as such, and the call can be repeated. A deadline of the whole attempt would leave open what was sent.
/// </summary>
[UnsupportedOSPlatform("browser")]
internal sealed class ConnectionOpener(TimeSpan limit)
{
    /// <summary>The limit of the transport's own connections: enough for several lost packets.</summary>
    public static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(10);

    /// <exception cref="SocketException">The server cannot be reached, or not within the limit.</exception>
    public async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        source.CancelAfter(limit);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, source.Token).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            socket.Dispose();
            throw new SocketException((int)SocketError.TimedOut);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
