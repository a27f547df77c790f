using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RealtimeKit.Gen.Tests.Walls;

/// <summary>The folders of a project, from the lowest layer to the highest, each with the folders that it may use.</summary>
/// <param name="project">The project's folder in the repository, with a slash at its end.</param>
/// <param name="files">The project's source files.</param>
/// <param name="rooms">The table. The empty name is the project's own folder.</param>
internal sealed class RoomTable(string project, IReadOnlyList<string> files, params (string Room, string[] Uses)[] rooms)
{
    private static readonly CSharpParseOptions _options = new(LanguageVersion.Preview);

    /// <summary>Asserts that each use is in the table, that each entry of the table is needed, and that each folder has a row.</summary>
    public void AssertHolds()
    {
        Assert.Equal(
            files.Select(RoomOf).Distinct().Order(StringComparer.Ordinal),
            rooms.Select(static room => room.Room).Order(StringComparer.Ordinal));
        ILookup<string, string> found = Uses()
            .Where(use => RoomOf(use.From) != RoomOf(use.To))
            .ToLookup(use => $"{RoomOf(use.From)} -> {RoomOf(use.To)}", use => $"{use.From[project.Length..]} uses {use.Type}");
        string[] listed = rooms.SelectMany(static room => room.Uses.Select(used => $"{room.Room} -> {used}")).ToArray();
        Assert.Empty(found
            .Where(edge => !listed.Contains(edge.Key))
            .Select(static edge => $"{edge.Key} is not in the table: {string.Join(", ", edge.Distinct())}"));
        Assert.Empty(listed
            .Where(edge => !found.Contains(edge))
            .Select(static edge => $"{edge} is in the table, but no file needs it"));
    }

    /// <summary>Asserts that each folder uses only folders above it in the table, so that there cannot be a circle.</summary>
    public void AssertHasNoCircle()
    {
        var lower = new HashSet<string>();
        foreach ((string room, string[] uses) in rooms)
        {
            Assert.All(uses, used => Assert.True(lower.Contains(used), $"{room} may not use {used}, which is not above it in the table"));
            lower.Add(room);
        }
    }

    /// <summary>Returns the folder of a file within the project; empty for the project's own.</summary>
    public string RoomOf(string file)
    {
        string path = file[project.Length..];
        return path.LastIndexOf('/') is > 0 and var end ? path[..end] : "";
    }

    /// <summary>Returns each type of the project that a file names, or of which an expression in it has a member.</summary>
    public IEnumerable<(string From, string To, string Type)> Uses()
    {
        SyntaxTree[] trees = files.Select(static file => CSharpSyntaxTree.ParseText(Repository.Read(file), _options, file)).ToArray();
        string[] imports =
        [
            "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks",
        ];
        var compilation = CSharpCompilation.Create(
            "Rooms",
            [.. trees, CSharpSyntaxTree.ParseText(string.Concat(imports.Select(static import => $"global using {import};\n")), _options)],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(static path => !Path.GetFileName(path).StartsWith("RealtimeKit.", StringComparison.Ordinal))
                .Select(static path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation
            .GetDeclarationDiagnostics(TestContext.Current.CancellationToken)
            .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return trees.SelectMany(tree => UsesOf(tree, compilation.GetSemanticModel(tree))).Distinct().ToArray();
    }

    private static IEnumerable<(string From, string To, string Type)> UsesOf(SyntaxTree tree, SemanticModel model) =>
        from name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
        let symbol = model.GetSymbolInfo(name).Symbol
        let type = symbol as INamedTypeSymbol ?? symbol?.ContainingType
        from place in type?.OriginalDefinition.DeclaringSyntaxReferences ?? []
        select (tree.FilePath, place.SyntaxTree.FilePath, type!.Name);
}
