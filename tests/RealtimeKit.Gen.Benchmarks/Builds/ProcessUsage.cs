using System.Runtime.InteropServices;

namespace RealtimeKit.Gen.Benchmarks.Builds;

/// <summary>What the ended child processes of this process, and their children, used. Only Linux counts all of it.</summary>
internal static partial class ProcessUsage
{
    private const int Children = -1;

    /// <summary>Returns the processor seconds in user mode, and the largest memory of one process in megabytes.</summary>
    public static (double Seconds, double Megabytes) OfChildren()
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new PlatformNotSupportedException("Builds are measured on Linux.");
        }

        // Sixteen fields of this size follow each other: two times of two fields each, then the memory in kilobytes.
        var fields = new long[32];
        return GetUsage(Children, fields) == 0
            ? (fields[0] + (fields[1] / 1e6), fields[4] / 1024.0)
            : throw new InvalidOperationException("The system does not tell what the processes used.");
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetUsage(int who, [In, Out] long[] fields);
}
