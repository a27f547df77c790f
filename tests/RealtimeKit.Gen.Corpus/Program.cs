using System.Text;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Corpus.Judging;
using RealtimeKit.Gen.Corpus.Proving;
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
                : options.Proof == ProofKind.None ? await RunAsync(options)
                : await ProofRun.RunAsync(options, Console.Out);
        }
        catch (CommandLineException exception)
        {
            Console.Error.WriteLine(exception.Message);
            Console.Error.WriteLine("--help tells what can be asked for.");
            return 2;
        }
    }

    private static async Task<int> RunAsync(CorpusOptions options)
    {
        var finder = new DocumentFinder(options);
        IReadOnlyList<DocumentRequest> documents = finder.Find();
        if (finder.Unlisted > 0)
        {
            Console.Error.WriteLine($"{finder.Unlisted} files that the manifest does not list are not run.");
        }

        var reports = new List<DocumentReport>();
        var progress = new Progress(documents.Count);
        await new WorkerPool(options).RunAsync<DocumentReport>(documents, report =>
        {
            reports.Add(report);
            progress.Clear();
            Console.WriteLine(ReportLine.Of(report));
            progress.Show(report);
        });
        progress.Clear();

        if (options.Report is not null)
        {
            string[] lines = reports.OrderBy(static report => report.Name, StringComparer.Ordinal).Select(ReportLine.Of).ToArray();
            File.WriteAllText(options.Report, string.Join('\n', [ReportLine.Header, .. lines, ""]));
        }

        if (options.Summary)
        {
            Console.WriteLine(new Summary(reports));
        }

        var tally = Tally.Of(reports);
        Console.WriteLine(tally);
        return tally.Failed > 0 ? 1 : 0;
    }
}
