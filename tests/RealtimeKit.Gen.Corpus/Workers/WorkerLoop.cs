using System.Text.Json;
using RealtimeKit.Gen.Corpus.Checks;
using RealtimeKit.Gen.Corpus.Compiling;
using RealtimeKit.Gen.Corpus.Documents;

namespace RealtimeKit.Gen.Corpus.Workers;

/// <summary>The main loop of a worker process. It reads one request per line, and writes a line for each phase and one for the result.</summary>
internal static class WorkerLoop
{
    /// <summary>The first character of a line that names a phase; a result begins with a brace.</summary>
    public const char PhaseMark = '#';

    public static int Run(CorpusOptions options)
    {
        TextWriter lines = Console.Out;

        // No other output to the console may be read as a result.
        Console.SetOut(Console.Error);
        Func<DocumentRequest, string> check = CheckOf(options, phase => Write(PhaseMark + phase));
        while (Console.ReadLine() is { Length: > 0 } line)
        {
            Write(check(JsonSerializer.Deserialize<DocumentRequest>(line)!));
        }

        return 0;

        void Write(string line)
        {
            lines.WriteLine(line);
            lines.Flush();
        }
    }

    private static Func<DocumentRequest, string> CheckOf(CorpusOptions options, Action<string> enterPhase)
    {
        if (options.Check == CheckKind.Compile)
        {
            var compile = new CompileCheck(options, enterPhase);
            return request => JsonSerializer.Serialize(compile.Run(request));
        }

        var compare = new CheckRunner(options, enterPhase);
        return request => JsonSerializer.Serialize(compare.Run(request));
    }
}
