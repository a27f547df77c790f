using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RealtimeKit.Gen.Testing.Driving;

/// <summary>
/// The strictest project that uses a client: nullable is enabled, every warning is an error, and doc comments are required.
/// While the generator runs, warnings are warnings, so that its own keep their severity.
/// </summary>
internal static class ClientCompilation
{
    /// <summary>Warnings about two versions of one reference, which the SDK suppresses in every project.</summary>
    private static readonly KeyValuePair<string, ReportDiagnostic>[] _ofTheSdk =
    [
        new("CS1701", ReportDiagnostic.Suppress),
        new("CS1702", ReportDiagnostic.Suppress),
    ];

    private static readonly Lazy<MetadataReference[]> _references = new(static () =>
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return trusted
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(path => string.Equals(Path.GetDirectoryName(path), framework, StringComparison.Ordinal))
            .Append(Path.Combine(AppContext.BaseDirectory, "RealtimeKit.Runtime.dll"))
            .Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path))
            .ToArray();
    });

    public static CSharpParseOptions ParseOptions(LanguageVersion version = LanguageVersion.CSharp14) =>
        new(version, DocumentationMode.Diagnose);

    public static CSharpCompilation Create(CSharpParseOptions parseOptions, params IEnumerable<string> sources) => CSharpCompilation.Create(
        "Client",
        sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, parseOptions, path: $"Consumer{index}.cs")),
        _references.Value,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            .WithNullableContextOptions(NullableContextOptions.Enable)
            .WithSpecificDiagnosticOptions(_ofTheSdk)
            .WithWarningLevel(9999)
            .WithConcurrentBuild(false)
            .WithDeterministic(true));

    /// <summary>
    /// Returns the file with the warnings of nullable reference types enabled. Emitted files disable them, so that builds
    /// skip the analysis. CS8618 stays disabled, since the constructors that read set all required properties.
    /// </summary>
    public static SyntaxTree WithNullableWarnings(SyntaxTree emitted) => CSharpSyntaxTree.ParseText(
        emitted.ToString()
            .Replace("#nullable enable annotations", "#nullable enable", StringComparison.Ordinal)
            .Replace("#nullable disable warnings", "#pragma warning disable CS8618", StringComparison.Ordinal),
        (CSharpParseOptions)emitted.Options,
        emitted.FilePath);

    /// <summary>
    /// Compiles to an assembly, since some errors, such as a name that is too long, occur only then. It also writes the
    /// documentation file, since only then the compiler reads all doc comments.
    /// </summary>
    /// <returns>The diagnostics that fail the build, in the order of the compiler.</returns>
    public static IReadOnlyList<Diagnostic> Faults(Compilation compilation, Stream assembly, CancellationToken cancellationToken) =>
        compilation
            .WithOptions(((CSharpCompilationOptions)compilation.Options).WithGeneralDiagnosticOption(ReportDiagnostic.Error))
            .Emit(assembly, xmlDocumentationStream: new MemoryStream(), cancellationToken: cancellationToken)
            .Diagnostics
            .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed)
            .ToArray();
}
