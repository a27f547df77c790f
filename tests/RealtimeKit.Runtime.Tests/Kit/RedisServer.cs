using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace RealtimeKit.Runtime.Tests.Kit;

/// <summary>A redis-server for one test: on a free loopback port, in memory only, and stopped after the test.</summary>
internal sealed class RedisServer : IDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private RedisServer(Process process, DirectoryInfo folder, int port)
    {
        _process = process;
        _folder = folder;
        Configuration = $"127.0.0.1:{port},abortConnect=false,connectRetry=50,connectTimeout=10000";
    }

    public string Configuration { get; }

    /// <summary>Gets the path of the program, or null if it is not installed.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(static folder => Path.Combine(folder, "redis-server"))
        .FirstOrDefault(File.Exists);

    public static async Task<RedisServer> StartAsync(string program, CancellationToken cancellationToken)
    {
        int port = FreePort();
        DirectoryInfo folder = Directory.CreateTempSubdirectory("rtk-redis-");
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, WorkingDirectory = folder.FullName };
        foreach (string argument in (string[])["--bind", "127.0.0.1", "--port", $"{port}", "--save", "", "--appendonly", "no", "--daemonize", "no"])
        {
            start.ArgumentList.Add(argument);
        }

        Process process = Process.Start(start)!;
        var server = new RedisServer(process, folder, port);
        try
        {
            // The server prints a line when it listens. If it exits instead, its output ends.
            while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
            {
                if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
                {
                    _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                    return server;
                }
            }

            throw new InvalidOperationException($"redis-server ended with {process.ExitCode}.");
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    public Task<ConnectionMultiplexer> ConnectAsync() => ConnectionMultiplexer.ConnectAsync(Configuration);

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
