using Microsoft.CodeAnalysis.CSharp;
using RealtimeKit.Gen.Corpus.Checks;
using RealtimeKit.Gen.Corpus.Mutating;

namespace RealtimeKit.Gen.Corpus;

internal sealed record CorpusOptions
{
    public required IReadOnlyList<string> Paths { get; init; }

    public string? Manifest { get; init; }

    public string? Report { get; init; }

    public string? Keep { get; init; }

    /// <summary>Gets the folder for the listings of public types and members, or null for no listings.</summary>
    public string? Listing { get; init; }

    public IReadOnlySet<string> Roles { get; init; } = new HashSet<string>();

    public string? Match { get; init; }

    public int? Sample { get; init; }

    /// <summary>Gets which damaged documents replace the named ones, or null.</summary>
    public Mutation? Mutation { get; init; }

    public int MaxKilobytes { get; init; } = int.MaxValue;

    public bool Summary { get; init; }

    public int BudgetSeconds { get; init; } = 120;

    public int StackKilobytes { get; init; } = 1024;

    public int Workers { get; init; } = Environment.ProcessorCount;

    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.CSharp14;

    /// <summary>Gets the check that is made of each document.</summary>
    public CheckKind Check { get; init; }

    /// <summary>Gets a value indicating whether this process is a worker of another.</summary>
    public bool IsWorker { get; init; }

    public bool Help { get; init; }
}
