using Microsoft.CodeAnalysis;

namespace RealtimeKit.Gen.Benchmarks;

/// <summary>The minimal generator over files: it reads each file and emits one small source for it.</summary>
internal sealed class IdleGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<int> lengths = context.AdditionalTextsProvider
            .Select(static (file, cancellationToken) => file.GetText(cancellationToken)!.ToString().Length);
        context.RegisterSourceOutput(lengths, static (output, length) => output.AddSource("Idle.g.cs", $"// {length}"));
    }
}
