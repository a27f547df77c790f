using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using RealtimeKit.Gen.Corpus.Checks;
using RealtimeKit.Gen.Corpus.Mutating;

namespace RealtimeKit.Gen.Corpus;

internal static class CommandLine
{
    public const string Usage = """
        Runs the generator on each document, compiles what it emits with every warning as an error, and prints the results.

        dotnet run -c Release --project tests/RealtimeKit.Gen.Corpus -- [options] PATH…

          PATH                  a document, or a folder of documents (a MANIFEST.tsv at its root gives their roles)
          --manifest FILE       a tab-separated file with columns path and role; path is relative to the named folder
          --report FILE         also writes the lines to a file, sorted by path, with a header
          --budget-seconds N    processor time for one document, generator and compiler together (120)
          --sample N            N documents of all roles and sizes, the same ones each time
          --max-kb N            only documents up to that size
          --role A,B            only documents of these roles
          --match TEXT          only documents whose path contains the text
          --mutate SEED COUNT   COUNT damaged copies of small documents (at most 30 KB) instead, the same ones for the same
                                seed; those that fail are kept, in the folder that is printed at the end
          --summary             prints at the end how many documents have each issue, with the smallest as examples
          --keep DIR            writes the emitted sources to this folder
          --listing DIR         writes the public types and members of each client to a text file in this folder
          --langversion V       the C# version of the emitted code (14)
          --stack-kb N          stack of the thread that the generator runs on (1024)
          --workers N           processes (one per core)

          Comparisons, each of which replaces compiling; exit code 1 if one fails:
          --oracle              NSwag's own parser reads the same operations, parameters, properties and enum values
          --pairs               documents of one name in YAML and in JSON give the same bytes
          --determinism         another culture, line end or order of keys, or a second run, gives the same bytes
          --packed              the generator of the package gives the same bytes and diagnostics as the one of the build
          --names               a names file that was just written gives the same client, and is written again to the byte
          --stability           later versions rename and remove nothing of the public API

        One line per document, tab-separated: path, status, operations generated/in the document, types, emitted bytes,
        generator ms, compile ms, first diagnostic. Statuses:
          ok        all operations are emitted and compile
          partial   compiles; an operation was left out, which a located diagnostic reports
          refused   an error with file, line and column; what was emitted compiles
          failed    does not compile, threw, over budget, or an operation is missing without a diagnostic
        Exit code 1 if any failed, 2 for a wrong command line.
        """;

    public const string WorkerVerb = "--worker";

    public static CorpusOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new CorpusOptions { Paths = [] };
        var paths = new List<string>();
        for (int i = 0; i < arguments.Count; i++)
        {
            string argument = arguments[i];
            options = argument switch
            {
                "--manifest" => options with { Manifest = ExistingFile(Next()) },
                "--report" => options with { Report = Next() },
                "--keep" => options with { Keep = Path.GetFullPath(Next()) },
                "--listing" => options with { Listing = Path.GetFullPath(Next()) },
                "--role" => options with { Roles = Next().Split(',').ToHashSet(StringComparer.Ordinal) },
                "--match" => options with { Match = Next() },
                "--sample" => options with { Sample = Number() },
                "--mutate" => options with { Mutation = new Mutation(Number(), Number()) },
                "--max-kb" => options with { MaxKilobytes = Number() },
                "--summary" => options with { Summary = true },
                "--budget-seconds" => options with { BudgetSeconds = Number() },
                "--stack-kb" => options with { StackKilobytes = Number() },
                "--workers" => options with { Workers = Number() },
                "--langversion" => options with { LanguageVersion = Language(Next()) },
                "--oracle" => options with { Check = CheckKind.Oracle },
                "--pairs" => options with { Check = CheckKind.Pairs },
                "--names" => options with { Check = CheckKind.Names },
                "--determinism" => options with { Check = CheckKind.Determinism },
                "--packed" => options with { Check = CheckKind.Packed },
                "--stability" => options with { Check = CheckKind.Stability },
                WorkerVerb => options with { IsWorker = true },
                "--help" or "-h" => options with { Help = true },
                _ when argument.StartsWith("--", StringComparison.Ordinal) => throw new CommandLineException($"There is no option '{argument}'."),
                _ => Taking(argument),
            };

            string Next() => ++i < arguments.Count ? arguments[i] : throw new CommandLineException($"{argument} requires a value.");

            int Number()
            {
                string value = Next();
                return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
                    ? number
                    : throw new CommandLineException($"{argument} requires a positive number, not '{value}'.");
            }
        }

        return Checked(options with { Paths = paths });

        CorpusOptions Taking(string path)
        {
            paths.Add(path);
            return options;
        }
    }

    /// <summary>Returns the command line of a worker.</summary>
    public static IEnumerable<string> ForWorker(CorpusOptions options)
    {
        string[] arguments =
        [
            WorkerVerb,
            "--budget-seconds", options.BudgetSeconds.ToString(CultureInfo.InvariantCulture),
            "--stack-kb", options.StackKilobytes.ToString(CultureInfo.InvariantCulture),
            "--langversion", options.LanguageVersion.ToDisplayString(),
        ];
        return
        [
            .. arguments,
            .. options.Keep is null ? (string[])[] : ["--keep", options.Keep],
            .. options.Listing is null ? (string[])[] : ["--listing", options.Listing],
            .. options.Check == CheckKind.Compile ? (string[])[] : ["--" + options.Check.ToString().ToLowerInvariant()],
        ];
    }

    private static CorpusOptions Checked(CorpusOptions options) => options switch
    {
        { Paths: [], IsWorker: false, Help: false } => throw new CommandLineException("Name at least one document or folder."),
        { Mutation: not null, Check: CheckKind.Pairs } => throw new CommandLineException("--mutate writes one format, so --pairs has nothing to compare."),
        _ => options,
    };

    private static string ExistingFile(string path) =>
        File.Exists(path) ? path : throw new CommandLineException($"There is no file '{path}'.");

    private static LanguageVersion Language(string value) => LanguageVersionFacts.TryParse(value, out LanguageVersion version)
        ? version
        : throw new CommandLineException($"'{value}' is not a version of C#.");
}
