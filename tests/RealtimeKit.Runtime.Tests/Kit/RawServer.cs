using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RealtimeKit.Runtime.Tests.Kit;

/// <summary>A server on the loopback address that sends raw bytes, so that it can break HTTP in every way.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private static readonly Lazy<X509Certificate2> _certificate = new(CreateCertificate);

    private readonly TcpListener _listener;
    private readonly Func<RawConnection, Task> _serve;
    private readonly bool _useTls;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;
    private int _connections;
    private int _open;
    private int _requests;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RawServer(Func<RawConnection, Task> serve, bool useTls, IPAddress address)
    {
        _serve = serve;
        _useTls = useTls;
        _listener = new TcpListener(address, 0);
        _listener.Start(512);
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    public int Connections => Volatile.Read(ref _connections);

    public int OpenConnections => Volatile.Read(ref _open);

    /// <summary>Gets the number of requests whose headers were received.</summary>
    public int Requests => Volatile.Read(ref _requests);

    public Uri Address => new($"{(_useTls ? "https" : "http")}://127.0.0.1:{Port}/v4/");

    /// <summary>Starts a server that runs <paramref name="serve"/> once per connection.</summary>
    public static RawServer Start(Func<RawConnection, Task> serve, bool useTls = false, IPAddress? address = null)
        => new(serve, useTls, address ?? IPAddress.Loopback);

    /// <summary>Starts a server that returns the same bytes for every request.</summary>
    public static RawServer Responding(byte[] response)
        => Start(async connection =>
        {
            while (await connection.ReadRequestAsync() is not null)
            {
                await connection.WriteAsync(response);
            }
        });

    /// <summary>Waits until a condition on the numbers of connections and requests is true.</summary>
    public async Task UntilAsync(Func<RawServer, bool> condition)
    {
        while (true)
        {
            Task changed = Volatile.Read(ref _changed).Task;
            if (condition(this))
            {
                return;
            }

            await changed.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    internal void CountRequest() => Count(ref _requests, 1);

    private void Count(ref int number, int change)
    {
        Interlocked.Add(ref number, change);
        Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            Socket socket;
            try
            {
                socket = await _listener.AcceptSocketAsync(_stop.Token);
            }
            catch (Exception exception) when (_stop.IsCancellationRequested || exception is SocketException)
            {
                return;
            }

            Count(ref _connections, 1);
            _ = ServeAsync(socket);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        Count(ref _open, 1);
        socket.NoDelay = true;
        Stream stream = new NetworkStream(socket, ownsSocket: false);
        try
        {
            if (_useTls)
            {
                var tls = new SslStream(stream);
                await tls.AuthenticateAsServerAsync(_certificate.Value);
                stream = tls;
            }

            await _serve(new RawConnection(this, socket, stream, _stop.Token));
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException
            or System.Security.Authentication.AuthenticationException)
        {
            // The client has disconnected, which most of these tests provoke.
        }
        finally
        {
            await stream.DisposeAsync();
            socket.Dispose();
            Count(ref _open, -1);
        }
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        byte[] exported = certificate.Export(X509ContentType.Pkcs12);
#if NET9_0_OR_GREATER
        return X509CertificateLoader.LoadPkcs12(exported, null);
#else
        return new X509Certificate2(exported);
#endif
    }
}
