using System.Text.Json;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Corpus.Judging;
using RealtimeKit.Gen.Corpus.Proving;

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
        Func<DocumentRequest, string> answer = AnswerOf(options, station => Write(StationMark + station));
        while (Console.ReadLine() is { Length: > 0 } line)
        {
            Write(answer(JsonSerializer.Deserialize<DocumentRequest>(line)!));
        }

        return 0;

        void Write(string line)
        {
            answers.WriteLine(line);
            answers.Flush();
        }
    }

    private static Func<DocumentRequest, string> AnswerOf(CorpusOptions options, Action<string> enterStation)
    {
        if (options.Proof == ProofKind.None)
        {
            var trial = new DocumentTrial(options, enterStation);
            return request => JsonSerializer.Serialize(trial.Run(request));
        }

        var proof = new ProofTrial(options, enterStation);
        return request => JsonSerializer.Serialize(proof.Run(request));
    }
}
