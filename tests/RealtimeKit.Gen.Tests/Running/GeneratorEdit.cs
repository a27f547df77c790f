using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RealtimeKit.Gen.Tests.Running;

/// <summary>The steps that the generator ran again after an edit, and its output.</summary>
internal sealed class GeneratorEdit(GeneratorRun before, GeneratorRun after)
{
    public GeneratorRunResult Result => after.Result;

    public GeneratorRun Run => after;

    public IReadOnlyDictionary<string, string> Sources => after.Sources;

    /// <summary>Gets the hint names of the sources that were added, removed or changed.</summary>
    public IReadOnlyList<string> ChangedSources => before.Sources.Keys
        .Union(after.Sources.Keys)
        .Where(hint => before.Sources.GetValueOrDefault(hint) != after.Sources.GetValueOrDefault(hint))
        .Order(StringComparer.Ordinal)
        .ToArray();

    /// <summary>Gets the hint names of the sources that an output step printed again, even if the text is the same.</summary>
    public IReadOnlySet<string> PrintedSources => OutputsWhere(static reason => reason != IncrementalStepRunReason.Cached);

    public IReadOnlySet<string> CachedSources => OutputsWhere(static reason => reason == IncrementalStepRunReason.Cached);

    public void AssertStepsAreReused()
    {
        foreach ((string name, ImmutableArray<IncrementalGeneratorRunStep> steps) in TrackedSteps.In(Result))
        {
            Assert.All(steps.SelectMany(static step => step.Outputs), output => Assert.True(
                output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged,
                $"Step {name} was {output.Reason}"));
        }
    }

    /// <summary>Asserts that no source and no diagnostic was printed again.</summary>
    public void AssertOutputsAreCached()
    {
        foreach ((string name, ImmutableArray<IncrementalGeneratorRunStep> steps) in Result.TrackedOutputSteps)
        {
            Assert.All(steps.SelectMany(static step => step.Outputs), output => Assert.True(
                output.Reason == IncrementalStepRunReason.Cached,
                $"Output {name} was {output.Reason}"));
        }
    }

    private HashSet<string> OutputsWhere(Func<IncrementalStepRunReason, bool> isOfInterest) => Result.TrackedOutputSteps.Values
        .SelectMany(static steps => steps)
        .SelectMany(static step => step.Outputs)
        .Where(output => isOfInterest(output.Reason))
        .SelectMany(static output => OutputValue.HintNames(output.Value))
        .ToHashSet(StringComparer.Ordinal);
}
