using RealtimeKit.Gen.Testing;

namespace RealtimeKit.Gen.Benchmarks.Generating;

/// <summary>A document that a command measures.</summary>
/// <param name="Name">The name in the table.</param>
/// <param name="Path">The path that the compiler passes to the generator. Its extension says whether the text is JSON.</param>
internal sealed record MeasuredDocument(string Name, string Path, string Text)
{
    private static readonly string[] _extensions = [".json", ".yaml", ".yml"];

    public bool IsJson => Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the documents that the arguments of a command name, or the bundled document.</summary>
    /// <param name="arguments">Documents, and folders of documents.</param>
    public static MeasuredDocument[] Read(IReadOnlyCollection<string> arguments) => [.. PathsOf(arguments).Select(Read)];

    /// <summary>Returns the full paths of the documents that the arguments of a command name, or of the bundled document.</summary>
    public static string[] PathsOf(IReadOnlyCollection<string> arguments) => arguments.Count == 0
        ? [Repository.PathOf("spec", "recordings.yaml")]
        : [.. arguments.SelectMany(DocumentsAt)];

    /// <summary>Reads one document.</summary>
    public static MeasuredDocument Read(string path) => new(System.IO.Path.GetFileName(path), path, File.ReadAllText(path));

    private static IEnumerable<string> DocumentsAt(string argument)
    {
        string path = System.IO.Path.GetFullPath(argument);
        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path).Where(static file => _extensions.Contains(System.IO.Path.GetExtension(file))).Order(StringComparer.Ordinal)
            : [path];
    }
}
