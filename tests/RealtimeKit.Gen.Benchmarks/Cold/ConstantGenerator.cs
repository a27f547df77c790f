using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RealtimeKit.Gen.Benchmarks.Cold;

/// <summary>Compiles a generator that adds given files, whose texts are constants in it.</summary>
internal static class ConstantGenerator
{
    /// <param name="path">The assembly to write.</param>
    /// <param name="files">The texts of the files by name.</param>
    public static void Write(string path, IReadOnlyDictionary<string, string> files)
    {
        var code = new StringBuilder("""
            using Microsoft.CodeAnalysis;
            using Microsoft.CodeAnalysis.Text;

            [Generator]
            public sealed class ConstantGenerator : IIncrementalGenerator
            {
                public void Initialize(IncrementalGeneratorInitializationContext context) =>
                    context.RegisterSourceOutput(context.ParseOptionsProvider, static (output, _) =>
                    {

            """);
        foreach ((string name, string text) in files)
        {
            code.Append(CultureInfo.InvariantCulture, $"""
                            output.AddSource({Literal(name)}, SourceText.From({Literal(text)}, System.Text.Encoding.UTF8));

                """);
        }

        code.Append("        });\n}\n");
        var compilation = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(path),
            [CSharpSyntaxTree.ParseText(code.ToString())],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static file => MetadataReference.CreateFromFile(file)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        if (compilation.Emit(path) is { Success: false } result)
        {
            throw new InvalidOperationException($"The generator with constants does not compile.\n{string.Join('\n', result.Diagnostics)}");
        }
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
