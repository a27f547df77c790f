using System.Net.Sockets;
using System.Runtime.Versioning;

namespace RealtimeKit.Runtime.Handlers;

/// <summary>
/// Opens connections as .NET does, but with a separate time limit. If a server cannot be reached within it, it is certain that
/// nothing was sent, and the call can be retried. The deadline of an attempt would not prove this.
/// </summary>
[UnsupportedOSPlatform("browser")]
internal sealed class ConnectionOpener(TimeSpan limit)
{
    /// <summary>The limit for the connections of the transport. It allows for several lost packets.</summary>
    public static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(10);

    /// <summary>Opens a connection.</summary>
    /// <exception cref="SocketException">The server could not be reached within the limit.</exception>
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
