using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Corpus.Workers;

namespace RealtimeKit.Gen.Corpus.Judging;

/// <summary>What is known about one document after its run.</summary>
internal sealed record DocumentReport : IReport<DocumentReport>
{
    public required string Name { get; init; }

    public required string Role { get; init; }

    public required long Bytes { get; init; }

    public required Verdict Verdict { get; init; }

    public int Generated { get; init; }

    /// <summary>Null where the runner itself cannot read the document.</summary>
    public int? Described { get; init; }

    public int Types { get; init; }

    public long EmittedBytes { get; init; }

    public long GeneratorMilliseconds { get; init; }

    public long CompileMilliseconds { get; init; }

    public string FirstDiagnostic { get; init; } = "";

    public IReadOnlyList<Fault> Faults { get; init; } = [];

    public static DocumentReport Broken(DocumentRequest request, string station, Fault fault) => new()
    {
        Name = request.Name,
        Role = request.Role,
        Bytes = request.Bytes,
        Verdict = Verdict.Failed,
        Faults = [fault],
        FirstDiagnostic = fault.Example,
    };
}
