using System.Diagnostics;
using System.Text;
using System.Text.Json;
using RealtimeKit.Gen.Corpus.Checks;
using RealtimeKit.Gen.Corpus.Compiling;
using RealtimeKit.Gen.Corpus.Documents;

namespace RealtimeKit.Gen.Corpus.Workers;

/// <summary>
/// A separate process that checks documents. A stack overflow or an exhausted memory in the generator ends the process in
/// which it happens; in a separate process, that is the result of one document, and the run continues.
/// </summary>
internal sealed class WorkerProcess : IDisposable
{
    /// <summary>The time beyond the budget after which the process is killed, since not all work can be cancelled.</summary>
    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(15);

    private readonly Process _process;
    private readonly StringBuilder _errors = new();
    private readonly CorpusOptions _options;
    private string _phase = Phase.Start;

    public WorkerProcess(CorpusOptions options)
    {
        _options = options;
        var start = new ProcessStartInfo
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };

        // The executable of this program; if a test or `dotnet file.dll` started it, its assembly under the host.
        string self = typeof(WorkerProcess).Assembly.Location;
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == Path.GetFileNameWithoutExtension(self))
        {
            start.FileName = Environment.ProcessPath!;
        }
        else
        {
            start.FileName = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
            start.ArgumentList.Add(self);
        }

        foreach (string argument in CommandLine.ForWorker(options))
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => AddError(line.Data);
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <summary>Gets a value indicating whether the process can check another document; false after a document ended it.</summary>
    public bool IsUsable { get; private set; } = true;

    public async Task<TResult> RunAsync<TResult>(DocumentRequest request)
        where TResult : IResult<TResult>
    {
        try
        {
            await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(request));
            await _process.StandardInput.FlushAsync();
            if (await ReadResultAsync() is { } result)
            {
                return JsonSerializer.Deserialize<TResult>(result)!;
            }
        }
        catch (TimeoutException)
        {
            IsUsable = false;
            return TResult.Broken(request, _phase, Issue.Of(IssueKind.Broken, "hang", $"The {_phase} did not stop at the end of its budget and was killed"));
        }
        catch (IOException)
        {
            // The pipe is broken because the process has ended.
        }

        IsUsable = false;
        await _process.WaitForExitAsync();
        return TResult.Broken(
            request, _phase, Issue.Of(IssueKind.Broken, "process-died", $"In the {_phase}: {FirstError()}", $"exit code {_process.ExitCode}:"));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    /// <summary>Waits for the result, and checks each second whether the worker has used more than its budget.</summary>
    private async Task<string?> ReadResultAsync()
    {
        var budget = TimeSpan.FromSeconds(_options.BudgetSeconds);
        TimeSpan processorEnd = _process.TotalProcessorTime + budget + _grace;
        var clock = Stopwatch.StartNew();
        Task<string?> line = _process.StandardOutput.ReadLineAsync();
        while (true)
        {
            if (await Task.WhenAny(line, Task.Delay(TimeSpan.FromSeconds(1))) == line)
            {
                if (await line is not [WorkerLoop.PhaseMark, .. var phase])
                {
                    return await line;
                }

                _phase = phase;
                line = _process.StandardOutput.ReadLineAsync();
                continue;
            }

            _process.Refresh();
            if (!_process.HasExited && (_process.TotalProcessorTime > processorEnd || clock.Elapsed > (budget * ProcessorBudget.ClockFactor) + _grace))
            {
                throw new TimeoutException();
            }
        }
    }

    /// <summary>Returns the first line of the error output, and the first stack frame of the generator.</summary>
    private string FirstError()
    {
        string[] lines;
        lock (_errors)
        {
            lines = _errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }

        string first = lines.FirstOrDefault() ?? "no error output";
        return $"{first} {lines.FirstOrDefault(static line => line.Contains("RealtimeKit.Gen.", StringComparison.Ordinal))}";
    }

    private void AddError(string? line)
    {
        const int Enough = 100_000;
        lock (_errors)
        {
            if (line is not null && _errors.Length < Enough)
            {
                _errors.Append(line).Append('\n');
            }
        }
    }
}
