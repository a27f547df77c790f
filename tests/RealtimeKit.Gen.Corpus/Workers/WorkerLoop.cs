using System.Text.Json;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Corpus.Judging;

namespace RealtimeKit.Gen.Corpus.Workers;

/// <summary>The inside of a worker process: a request per line in, a report per line out.</summary>
internal static class WorkerLoop
{
    public static int Run(CorpusOptions options)
    {
        TextWriter answers = Console.Out;

        // Whatever else is written to the console must not be taken for an answer.
        Console.SetOut(Console.Error);
        var trial = new DocumentTrial(options);
        while (Console.ReadLine() is { Length: > 0 } line)
        {
            DocumentReport report = trial.Run(JsonSerializer.Deserialize<DocumentRequest>(line)!);
            answers.WriteLine(JsonSerializer.Serialize(report));
            answers.Flush();
        }

        return 0;
    }
}
