using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Tracing;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Corpus.Workers;

namespace RealtimeKit.Gen.Tests.Hostile;

/// <summary>A reference to something outside the project is reported and never followed.</summary>
public sealed partial class OutsideReferenceTests : IDisposable
{
    private const string Strace = "/usr/bin/strace";

    private readonly string _folder = Directory.CreateTempSubdirectory("rtk-references-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void There_are_enough_spellings() => Assert.True(ReferenceSpellings.All.Distinct(StringComparer.Ordinal).Count() >= 200);

    [Fact]
    public void No_reference_opens_a_socket()
    {
        using var network = new NetworkListener();

        HostileRun.All(Cases().ToArray(), static json => HostileProbe.Run(json).Misbehaviour);

        Assert.Empty(network.Events);
    }

    [Fact]
    public void A_reference_that_leaves_the_project_is_reported_at_its_place() => HostileRun.All(
        ReferenceSpellings.All.Where(static spelling => spelling.Contains(ReferenceSpellings.Canary, StringComparison.Ordinal)).ToArray(),
        static spelling =>
        {
            HostileProbe probe = HostileProbe.Run(Spell(ReferenceSpellings.Places[0], spelling));
            return probe.Diagnostics.Any(static diagnostic => diagnostic is { IsLocated: true, Severity: Microsoft.CodeAnalysis.DiagnosticSeverity.Error })
                ? null
                : $"{spelling} is not told";
        });

    [Fact]
    public async Task No_reference_reaches_the_system()
    {
        Assert.SkipUnless(File.Exists(Strace), "strace is not installed here (apt-get install strace).");

        string trace = Path.Combine(_folder, "trace.txt");
        await RunTracedAsync(trace, Cases());

        string[] calls = await File.ReadAllLinesAsync(trace, TestContext.Current.CancellationToken);
        Assert.Contains(calls, call => call.Contains(Path.Combine(_folder, "document-0.json"), StringComparison.Ordinal));
        Assert.DoesNotContain(calls, static call => call.Contains(ReferenceSpellings.Canary, StringComparison.Ordinal));
        Assert.DoesNotContain(calls, static call => Forbidden().IsMatch(call));
    }

    private static IEnumerable<string> Cases()
    {
        int everyNth = TestRun.IsLong ? 1 : 7;
        return ReferenceSpellings.Places
            .SelectMany(static place => ReferenceSpellings.All.Select(spelling => (place, spelling)))
            .Where((_, index) => index % everyNth == 0)
            .Select(static pair => Spell(pair.place, pair.spelling));
    }

    private static string Spell(string place, string spelling) =>
        place.Replace("%",
            string.Concat(spelling.Select(static unit => unit is >= ' ' and < (char)127 and not '"' and not '\\' ? unit.ToString() : $"\\u{(int)unit:x4}")
                .Prepend("\"")
                .Append("\"")), StringComparison.Ordinal);

    /// <summary>Runs a worker of the corpus runner, which reads only the documents in its requests.</summary>
    private async Task RunTracedAsync(string trace, IEnumerable<string> documents)
    {
        var start = new ProcessStartInfo(Strace)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        string host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        foreach (string argument in (string[])["-f", "-qq", "-s", "4096", "-e", "trace=%network,open,openat,openat2,stat,statx,newfstatat,access,readlink",
            "-o", trace, host, typeof(WorkerProcess).Assembly.Location, "--worker"])
        {
            start.ArgumentList.Add(argument);
        }

        // The runtime's own diagnostics port is a socket too.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        using Process process = Process.Start(start)!;
        int next = 0;
        foreach (string document in documents)
        {
            string file = Path.Combine(_folder, $"document-{next++}.json");
            await File.WriteAllTextAsync(file, document, TestContext.Current.CancellationToken);

            // The root is empty, so that the runner itself does not open the files to which the document refers.
            var request = new DocumentRequest(file, file, Path.Combine(_folder, "nothing"), DocumentRole.Negative, document.Length);
            await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(request));
            await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
            string? line;
            while ((line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)) is [WorkerLoop.PhaseMark, ..])
            {
                // The worker reports a phase before its result.
            }

            Assert.NotNull(line);
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("AF_INET|/etc/passwd|/etc/hosts|/etc/resolv.conf|/dev/(zero|random|stdin|tcp)|/proc/self/(mem|environ)")]
    private static partial Regex Forbidden();

    /// <summary>Records all sockets, name look-ups and requests of this process.</summary>
    private sealed class NetworkListener : EventListener
    {
        private static readonly string[] _sources =
            ["System.Net.Http", "System.Net.Sockets", "System.Net.NameResolution", "System.Net.Security", "Private.InternalDiagnostics.System.Net.Sockets"];

        public ConcurrentQueue<string> Events { get; } = [];

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (_sources.Contains(eventSource.Name))
            {
                EnableEvents(eventSource, EventLevel.Verbose);
            }
        }

        // The test platform and other tests open connections too. Only events with a frame of the generator on the stack count.
        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (new StackTrace().GetFrames().Any(static frame => frame.GetMethod()?.Module.Assembly == typeof(ClientGenerator).Assembly))
            {
                Events?.Enqueue($"{eventData.EventSource.Name}/{eventData.EventName}");
            }
        }
    }
}
