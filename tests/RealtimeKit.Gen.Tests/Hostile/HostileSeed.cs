using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Hostile;

/// <summary>
/// A valid document whose client compiles, and thousands of damaged copies of it. For the generator, each copy is an edit, so it
/// emits only the files that the damage changes. Only those files are compiled again, unless they change what other files use.
/// Compiling every client as a whole takes ten times as long and finds the same faults.
/// </summary>
internal sealed class HostileSeed
{
    /// <summary>The interval at which a client is nevertheless compiled as a whole, into an assembly.</summary>
    private const int WholeEvery = 40;

    private static readonly CSharpCompilation _consumer = ClientCompilation.Create(GeneratorRunner.ParseOptions);

    private readonly string _path;
    private readonly SpecFile _text;
    private readonly GeneratorDriver _driver;
    private readonly CSharpCompilation _client;
    private readonly Dictionary<string, SyntaxTree> _trees;
    private readonly ConcurrentDictionary<string, string?> _faults = new(StringComparer.Ordinal);
    private int _runs;

    public HostileSeed(string text, string path = "/project/api.json")
    {
        _path = path;
        _text = new SpecFile(path, text);
        _driver = GeneratorRunner.CreateDriver([new SpecItem(_text, SpecItem.Spec)], trackSteps: false).RunGenerators(_consumer);
        Original = new HostileProbe(_driver.GetRunResult());
        _trees = Original.Trees.ToDictionary(static tree => tree.FilePath, StringComparer.Ordinal);
        _client = _consumer.AddSyntaxTrees(Original.Trees);
    }

    public HostileProbe Original { get; }

    public HostileProbe Run(string damaged) =>
        new(_driver.ReplaceAdditionalText(_text, new SpecFile(_path, damaged)).RunGenerators(_consumer).GetRunResult());

    /// <summary>Returns the first error of the compiler, or null.</summary>
    public string? CompileFault(HostileProbe probe)
    {
        if (Interlocked.Increment(ref _runs) % WholeEvery == 0)
        {
            return probe.CompileFault(Stream.Null);
        }

        SyntaxTree[] changed = probe.Trees.Where(tree => !_trees.TryGetValue(tree.FilePath, out SyntaxTree? known) || !ReferenceEquals(known, tree)).ToArray();
        if (!IsSeenAsBefore(probe, changed))
        {
            // Most damage has one of a few effects: an operation or a type is missing.
            return _faults.GetOrAdd(Fingerprint(probe), _ => FaultIn(_consumer.AddSyntaxTrees(probe.Trees).GetDiagnostics()));
        }

        CSharpCompilation client = changed.Aggregate(_client, (compilation, tree) => compilation.ReplaceSyntaxTree(_trees[tree.FilePath], tree));
        return FaultIn(changed.SelectMany(tree => client.GetSemanticModel(tree).GetDiagnostics()));
    }

    private static string? FaultIn(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed)
        .Select(HostileProbe.Tell)
        .FirstOrDefault();

    private static string Fingerprint(HostileProbe probe)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (SyntaxTree tree in probe.Trees)
        {
            hash.AppendData(tree.GetText().GetChecksum().AsSpan());
            hash.AppendData(Encoding.UTF8.GetBytes(tree.FilePath));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    /// <summary>
    /// Returns whether no file was added or removed, and the changed files have the same declarations as before. Bodies, comments
    /// and initial values do not affect other files. Attributes count, since an attribute can run code.
    /// </summary>
    private bool IsSeenAsBefore(HostileProbe probe, SyntaxTree[] changed) =>
        probe.Trees.Count == _trees.Count
        && changed.All(tree => _trees.TryGetValue(tree.FilePath, out SyntaxTree? known)
            && SyntaxFactory.AreEquivalent(known, tree, topLevel: true)
            && Attributes(known).SequenceEqual(Attributes(tree), StringComparer.Ordinal));

    private static IEnumerable<string> Attributes(SyntaxTree tree) => tree.GetRoot()
        .DescendantNodes(static node => node is not (BlockSyntax or ArrowExpressionClauseSyntax))
        .OfType<AttributeSyntax>()
        .Select(static attribute => attribute.ToString());
}
