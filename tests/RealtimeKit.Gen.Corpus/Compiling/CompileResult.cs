using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Corpus.Workers;

namespace RealtimeKit.Gen.Corpus.Compiling;

/// <summary>The result of <see cref="CompileCheck"/> for one document.</summary>
internal sealed record CompileResult : IResult<CompileResult>
{
    public required string Name { get; init; }

    public required string Role { get; init; }

    public required long Bytes { get; init; }

    public required Status Status { get; init; }

    public int Generated { get; init; }

    /// <summary>Gets the number of operations in the document, or null if the corpus runner cannot read it.</summary>
    public int? Described { get; init; }

    public int Types { get; init; }

    public long EmittedBytes { get; init; }

    public long GeneratorMilliseconds { get; init; }

    public long CompileMilliseconds { get; init; }

    public string FirstDiagnostic { get; init; } = "";

    public IReadOnlyList<Issue> Issues { get; init; } = [];

    public static CompileResult Broken(DocumentRequest request, string phase, Issue issue) => new()
    {
        Name = request.Name,
        Role = request.Role,
        Bytes = request.Bytes,
        Status = Status.Failed,
        Issues = [issue],
        FirstDiagnostic = issue.Example,
    };
}
