using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RealtimeKit.Gen.Testing.Driving;

/// <summary>
/// A consumer that would not let anything pass: nullable on, every warning an error, doc comments read and demanded.
/// While the generator runs, warnings are still warnings, so that its own are seen as what they are.
/// </summary>
internal static class ClientCompilation
{
    /// <summary>Warnings that the SDK itself switches off in every project: two versions of one reference.</summary>
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
    /// The same file with the warnings of nullable reference types switched on, which emitted files switch off to spare
    /// every build the analysis. Constructors that read are taken at their word: the required ones are there.
    /// </summary>
    public static SyntaxTree WithNullableWarnings(SyntaxTree emitted) => CSharpSyntaxTree.ParseText(
        emitted.ToString()
            .Replace("#nullable enable annotations", "#nullable enable", StringComparison.Ordinal)
            .Replace("#nullable disable warnings", "#pragma warning disable CS8618", StringComparison.Ordinal),
        (CSharpParseOptions)emitted.Options,
        emitted.FilePath);

    /// <summary>
    /// Emits, since some errors (an over-long name, a constant that overflows the metadata) only show then, and asks
    /// for the documentation file, since only then are all doc comments read.
    /// </summary>
    /// <returns>What stops the build, in the order of the compiler.</returns>
    public static IReadOnlyList<Diagnostic> Faults(Compilation compilation, Stream assembly, CancellationToken cancellationToken) =>
        compilation
            .WithOptions(((CSharpCompilationOptions)compilation.Options).WithGeneralDiagnosticOption(ReportDiagnostic.Error))
            .Emit(assembly, xmlDocumentationStream: new MemoryStream(), cancellationToken: cancellationToken)
            .Diagnostics
            .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed)
            .ToArray();
}
