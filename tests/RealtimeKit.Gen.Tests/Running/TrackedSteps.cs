using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace RealtimeKit.Gen.Tests.Running;

/// <summary>The pipeline's named steps. A step is covered as soon as it has a name in <c>TrackingNames</c>.</summary>
internal static class TrackedSteps
{
    private const string TypeName = "RealtimeKit.Gen.TrackingNames";

    public static IReadOnlyList<string> Names { get; } = (typeof(ClientGenerator).Assembly.GetType(TypeName)?
        .GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static) ?? [])
        .Where(static field => field is { IsLiteral: true } && field.FieldType == typeof(string))
        .Select(static field => (string)field.GetRawConstantValue()!)
        .ToArray();

    public static IReadOnlyDictionary<string, ImmutableArray<IncrementalGeneratorRunStep>> In(GeneratorRunResult result) => result.TrackedSteps
        .Where(static step => Names.Contains(step.Key))
        .ToDictionary(static step => step.Key, static step => step.Value);
}
