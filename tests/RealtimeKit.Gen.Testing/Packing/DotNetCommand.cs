using System.Collections;
using System.Diagnostics;

namespace RealtimeKit.Gen.Testing.Packing;

/// <summary>Runs the SDK as a user does, and returns its output.</summary>
internal sealed record DotNetCommand(int ExitCode, string Output)
{
    public static async Task<DotNetCommand> RunAsync(string directory, CancellationToken cancellationToken, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The tests can run inside a build, whose environment variables must not affect this one.
        foreach (string name in start.Environment.Keys.Where(IsOfABuild).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new(process.ExitCode, await output + await error);
    }

    /// <summary>The output, if the command succeeded.</summary>
    /// <exception cref="InvalidOperationException">The command failed.</exception>
    public string Succeeded() => ExitCode is 0 ? Output : throw new InvalidOperationException($"The command failed.\n{Output}");

    /// <summary>The output, if the command failed.</summary>
    /// <exception cref="InvalidOperationException">The command succeeded.</exception>
    public string Failed() => ExitCode is not 0 ? Output : throw new InvalidOperationException($"The command succeeded.\n{Output}");

    private static bool IsOfABuild(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("TESTINGPLATFORM_", StringComparison.OrdinalIgnoreCase)
        || name is "Configuration" or "Platform" or "CI";
}
