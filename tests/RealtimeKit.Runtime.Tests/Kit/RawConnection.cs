using System.Net.Sockets;
using System.Text;

namespace RealtimeKit.Runtime.Tests.Kit;

/// <summary>One connection of a <see cref="RawServer"/>.</summary>
internal sealed class RawConnection(RawServer server, Socket socket, Stream stream, CancellationToken stop)
{
    private readonly List<byte> _unread = [];

    public CancellationToken Stopping => stop;

    /// <summary>Reads one request with its body. Returns null if the client has disconnected.</summary>
    public async Task<RawRequest?> ReadRequestAsync(bool readBody = true)
    {
        int end;
        while ((end = HeadEnd()) < 0)
        {
            if (!await FillAsync())
            {
                return null;
            }
        }

        string head = Encoding.Latin1.GetString(_unread.GetRange(0, end).ToArray());
        _unread.RemoveRange(0, end + 4);
        var request = new RawRequest(head);
        server.CountRequest();
        if (!readBody)
        {
            return request;
        }

        if (request.Header("Content-Length") is { } length)
        {
            request.Body = await TakeAsync(int.Parse(length, System.Globalization.CultureInfo.InvariantCulture));
        }
        else if (request.Header("Transfer-Encoding") is not null)
        {
            request.Body = await ReadChunksAsync();
        }

        return request.Body is null && request.Header("Content-Length") is not (null or "0") ? null : request;
    }

    public Task WriteAsync(byte[] bytes) => stream.WriteAsync(bytes, stop).AsTask();

    public Task WriteAsync(string text) => WriteAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>Ends the connection with a reset.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    /// <summary>Ends sending; the connection stays open for reading.</summary>
    public void HalfClose() => socket.Shutdown(SocketShutdown.Send);

    /// <summary>Waits until more of the request has arrived.</summary>
    public async Task ReadMoreAsync()
    {
        if (_unread.Count == 0)
        {
            await FillAsync();
        }
    }

    /// <summary>Passes on all further bytes between the client and another server, like the tunnel of a proxy.</summary>
    public async Task TunnelAsync(int port)
    {
        using var server = new TcpClient();
        await server.ConnectAsync(System.Net.IPAddress.Loopback, port, stop);
        await server.GetStream().WriteAsync(_unread.ToArray(), stop);
        await Task.WhenAny(stream.CopyToAsync(server.GetStream(), stop), server.GetStream().CopyToAsync(stream, stop));
    }

    /// <summary>Sends nothing until the client disconnects or the server stops.</summary>
    public async Task StallAsync()
    {
        while (await FillAsync())
        {
            _unread.Clear();
        }
    }

    private int HeadEnd()
    {
        for (int i = 0; i + 3 < _unread.Count; i++)
        {
            if (_unread[i] == '\r' && _unread[i + 1] == '\n' && _unread[i + 2] == '\r' && _unread[i + 3] == '\n')
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Reads a number of bytes. Returns null if the client has disconnected.</summary>
    public async Task<byte[]?> TakeAsync(int count)
    {
        while (_unread.Count < count)
        {
            if (!await FillAsync())
            {
                return null;
            }
        }

        byte[] taken = _unread.GetRange(0, count).ToArray();
        _unread.RemoveRange(0, count);
        return taken;
    }

    private async Task<byte[]?> ReadChunksAsync()
    {
        var body = new List<byte>();
        while (true)
        {
            int lineEnd;
            while ((lineEnd = _unread.IndexOf((byte)'\n')) < 0)
            {
                if (!await FillAsync())
                {
                    return null;
                }
            }

            string line = Encoding.Latin1.GetString(_unread.GetRange(0, lineEnd).ToArray()).Trim();
            _unread.RemoveRange(0, lineEnd + 1);
            int size = Convert.ToInt32(line, 16);
            byte[]? chunk = await TakeAsync(size + 2);
            if (chunk is null || size == 0)
            {
                return chunk is null ? null : [.. body];
            }

            body.AddRange(chunk[..size]);
        }
    }

    private async Task<bool> FillAsync()
    {
        byte[] buffer = new byte[16 * 1024];
        int read = await stream.ReadAsync(buffer, stop);
        _unread.AddRange(buffer.AsSpan(0, read));
        return read > 0;
    }
}
