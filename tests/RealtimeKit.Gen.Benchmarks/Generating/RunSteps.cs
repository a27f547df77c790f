using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace RealtimeKit.Gen.Benchmarks.Generating;

/// <summary>How much of a generator's work the compiler did again in the last run of a driver.</summary>
/// <param name="Steps">The number of results of the generator's named steps and of its outputs.</param>
/// <param name="StepsThatRan">The number of these that were not in the compiler's cache.</param>
/// <param name="Files">The number of emitted files.</param>
/// <param name="FilesPrinted">The number of files that were printed again.</param>
internal sealed record RunSteps(int Steps, int StepsThatRan, int Files, int FilesPrinted)
{
    private static readonly string[] _inputsOfTheCompiler =
    [
        WellKnownGeneratorInputs.AdditionalTexts, WellKnownGeneratorInputs.AnalyzerConfigOptions, WellKnownGeneratorInputs.Compilation,
        WellKnownGeneratorInputs.MetadataReferences, WellKnownGeneratorInputs.ParseOptions,
    ];

    /// <summary>Counts the steps of a driver that tracks them.</summary>
    public static RunSteps Of(GeneratorDriver driver)
    {
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        IncrementalStepRunReason[] steps = [.. Outputs(result.TrackedSteps.Where(static step => !_inputsOfTheCompiler.Contains(step.Key)))
            .Select(static output => output.Reason)];
        (object Value, IncrementalStepRunReason Reason)[] files = [.. Outputs(result.TrackedOutputSteps).Where(static output => IsFile(output.Value))];
        return new(steps.Length, steps.Count(HasRun), files.Length, files.Count(static file => HasRun(file.Reason)));
    }

    private static IEnumerable<(object Value, IncrementalStepRunReason Reason)> Outputs(
        IEnumerable<KeyValuePair<string, ImmutableArray<IncrementalGeneratorRunStep>>> steps) =>
        steps.SelectMany(static step => step.Value).SelectMany(static step => step.Outputs);

    /// <summary>Returns whether the value of an output step, a pair of the compiler, has a source; otherwise, it has a diagnostic.</summary>
    private static bool IsFile(object value) => value is ITuple pair && ((IEnumerable)pair[0]!).Cast<object>().Any();

    private static bool HasRun(IncrementalStepRunReason reason) => reason != IncrementalStepRunReason.Cached;
}
