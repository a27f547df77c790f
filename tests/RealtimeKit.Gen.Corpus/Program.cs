using System.Text;
using RealtimeKit.Gen.Corpus.Checks;
using RealtimeKit.Gen.Corpus.Compiling;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Corpus.Mutating;
using RealtimeKit.Gen.Corpus.Reporting;
using RealtimeKit.Gen.Corpus.Workers;

namespace RealtimeKit.Gen.Corpus;

internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        try
        {
            CorpusOptions options = CommandLine.Parse(arguments);
            if (options.Help)
            {
                Console.WriteLine(CommandLine.Usage);
                return 0;
            }

            return options.IsWorker ? WorkerLoop.Run(options)
                : options.Check == CheckKind.Compile ? await RunAsync(options)
                : await CheckRun.RunAsync(options, Console.Out);
        }
        catch (CommandLineException exception)
        {
            Console.Error.WriteLine(exception.Message);
            Console.Error.WriteLine("--help lists the options.");
            return 2;
        }
    }

    private static async Task<int> RunAsync(CorpusOptions options)
    {
        var finder = new DocumentFinder(options);
        IReadOnlyList<DocumentRequest> documents = finder.Find();
        if (finder.Unlisted > 0)
        {
            Console.Error.WriteLine($"{finder.Unlisted} files are skipped because the manifest does not list them.");
        }

        MutatedDocuments? mutated = options.Mutation is { } mutation ? MutatedDocuments.Create(mutation, documents) : null;
        documents = mutated?.Requests ?? documents;
        var results = new List<CompileResult>();
        var progress = new Progress(documents.Count);
        await new WorkerPool(options).RunAsync<CompileResult>(documents, result =>
        {
            results.Add(result);
            progress.Clear();
            Console.WriteLine(ResultLine.Of(result));
            progress.Show(result);
        });
        progress.Clear();

        if (options.Report is not null)
        {
            string[] lines = results.OrderBy(static result => result.Name, StringComparer.Ordinal).Select(ResultLine.Of).ToArray();
            File.WriteAllText(options.Report, string.Join('\n', [ResultLine.Header, .. lines, ""]));
        }

        if (options.Summary)
        {
            Console.WriteLine(new Summary(results));
        }

        mutated?.Keep(results.Where(static result => result.Status == Status.Failed).Select(static result => result.Name), Console.Out);
        var tally = Tally.Of(results);
        Console.WriteLine(tally);
        return tally.Failed > 0 ? 1 : 0;
    }
}
