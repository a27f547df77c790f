using RealtimeKit.Gen.Corpus;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Tests.Hostile;

namespace RealtimeKit.Gen.Tests.Package;

/// <summary>The ten largest documents of the folder that <c>OPENAPI_CORPUS</c> names, and the compilers that they are built with.</summary>
internal static class LargestDocuments
{
    public const string CorpusVariable = "OPENAPI_CORPUS";

    /// <summary>The compiler of the SDK, and those of the oldest and the newest <c>Microsoft.Net.Compilers.Toolset</c>.</summary>
    public static readonly string[] Compilers = ["SDK", "4.14.0", "5.9.0"];

    private const int Count = 10;

    private static readonly Lazy<IReadOnlyList<DocumentRequest>> _all = new(static () => Corpus is null ? [] :
    [
        .. new DocumentFinder(new CorpusOptions { Paths = [Corpus] }).Find()
            .Where(static document => document.Role is DocumentRole.Positive or DocumentRole.Unknown)
            .OrderByDescending(static document => document.Bytes)
            .ThenBy(static document => document.Name, StringComparer.Ordinal)
            .Take(Count),
    ]);

    public static IReadOnlyList<DocumentRequest> All => _all.Value;

    /// <summary>
    /// In a long run, every document with every compiler; otherwise the two smallest documents, and the smallest with every
    /// compiler.
    /// </summary>
    public static IEnumerable<(DocumentRequest Document, string Compiler)> Builds => TestRun.IsLong
        ? All.SelectMany(static document => Compilers.Select(compiler => (document, compiler)))
        :
        [
            .. All.SkipLast(1).TakeLast(1).Select(static document => (document, Compilers[0])),
            .. All.TakeLast(1).SelectMany(static document => Compilers.Select(compiler => (document, compiler))),
        ];

    private static string? Corpus => Environment.GetEnvironmentVariable(CorpusVariable) is { Length: > 0 } folder && Directory.Exists(folder) ? folder : null;
}
