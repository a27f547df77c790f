using System.Text.Json;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Corpus.Judging;

namespace RealtimeKit.Gen.Corpus.Workers;

/// <summary>The inside of a worker process: a request per line in, the stations on the way and a report per line out.</summary>
internal static class WorkerLoop
{
    /// <summary>Begins a line that says where the document is; a report begins with a brace.</summary>
    public const char StationMark = '#';

    public static int Run(CorpusOptions options)
    {
        TextWriter answers = Console.Out;

        // Whatever else is written to the console must not be taken for an answer.
        Console.SetOut(Console.Error);
        var trial = new DocumentTrial(options, station => Write(StationMark + station));
        while (Console.ReadLine() is { Length: > 0 } line)
        {
            DocumentReport report = trial.Run(JsonSerializer.Deserialize<DocumentRequest>(line)!);
            Write(JsonSerializer.Serialize(report));
        }

        return 0;

        void Write(string line)
        {
            answers.WriteLine(line);
            answers.Flush();
        }
    }
}
