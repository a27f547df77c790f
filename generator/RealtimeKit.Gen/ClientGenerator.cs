using Microsoft.CodeAnalysis;

namespace RealtimeKit.Gen;

/// <summary>Emits a typed client for every OpenAPI document that the project names.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ClientGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
    }
}
