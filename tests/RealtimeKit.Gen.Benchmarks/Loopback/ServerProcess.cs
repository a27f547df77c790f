using System.Diagnostics;

namespace RealtimeKit.Gen.Benchmarks.Loopback;

/// <summary>The server in a process of its own. It ends with this object.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<ServerProcess> StartAsync()
    {
        // The current process may have an executable file of its own, which would not take the assembly as an argument.
        Process process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { typeof(ServerProcess).Assembly.Location, "serve" },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        string address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start.");
        return new ServerProcess(process, new Uri(address + "/"));
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
