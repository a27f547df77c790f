using System.Diagnostics;
using System.Text;
using System.Text.Json;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Corpus.Judging;

namespace RealtimeKit.Gen.Corpus.Workers;

/// <summary>
/// A process of its own, since a stack overflow or an exhausted memory in the generator ends the process it happens in:
/// that is then one document's result, and not the run's.
/// </summary>
internal sealed class WorkerProcess : IDisposable
{
    /// <summary>What a worker may take beyond the document's budget before it is ended from outside: not all work can be cancelled.</summary>
    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(15);

    private readonly Process _process;
    private readonly StringBuilder _errors = new();
    private readonly CorpusOptions _options;
    private string _station = "start";

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

        // This very program, or, started by way of `dotnet file.dll` or from a test, its file under the host.
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
        _process.ErrorDataReceived += (_, line) => TakeError(line.Data);
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <summary>False once a document has taken the process with it.</summary>
    public bool IsUsable { get; private set; } = true;

    public async Task<TReport> RunAsync<TReport>(DocumentRequest request)
        where TReport : IReport<TReport>
    {
        try
        {
            await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(request));
            await _process.StandardInput.FlushAsync();
            if (await AnswerAsync() is { } answer)
            {
                return JsonSerializer.Deserialize<TReport>(answer)!;
            }
        }
        catch (TimeoutException)
        {
            IsUsable = false;
            return TReport.Broken(request, _station, Fault.Of(FaultKind.Broken, "hang", $"The {_station} did not stop when its time was over and was ended from outside"));
        }
        catch (IOException)
        {
            // The pipe broke: the process is gone.
        }

        IsUsable = false;
        await _process.WaitForExitAsync();
        return TReport.Broken(request, _station, Fault.Of(FaultKind.Broken, "process-died", $"In the {_station}: {DeathNote()}", $"exit code {_process.ExitCode}:"));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    /// <summary>Waits, and looks each second whether the worker is beyond what it would have ended by itself.</summary>
    private async Task<string?> AnswerAsync()
    {
        var budget = TimeSpan.FromSeconds(_options.BudgetSeconds);
        TimeSpan processorEnd = _process.TotalProcessorTime + budget + _grace;
        var clock = Stopwatch.StartNew();
        Task<string?> answer = _process.StandardOutput.ReadLineAsync();
        while (true)
        {
            if (await Task.WhenAny(answer, Task.Delay(TimeSpan.FromSeconds(1))) == answer)
            {
                if (await answer is not [WorkerLoop.StationMark, .. var station])
                {
                    return await answer;
                }

                _station = station;
                answer = _process.StandardOutput.ReadLineAsync();
                continue;
            }

            _process.Refresh();
            if (!_process.HasExited && (_process.TotalProcessorTime > processorEnd || clock.Elapsed > (budget * ProcessorBudget.ClockFactor) + _grace))
            {
                throw new TimeoutException();
            }
        }
    }

    /// <summary>The first words, and the first frame that is the generator's.</summary>
    private string DeathNote()
    {
        string[] lines;
        lock (_errors)
        {
            lines = _errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }

        string first = lines.FirstOrDefault() ?? "without a word";
        return $"{first} {lines.FirstOrDefault(static line => line.Contains("RealtimeKit.Gen.", StringComparison.Ordinal))}";
    }

    private void TakeError(string? line)
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
