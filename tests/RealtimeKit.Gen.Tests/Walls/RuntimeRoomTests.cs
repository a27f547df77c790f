using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Walls;

/// <summary>Checks which folders of RealtimeKit.Runtime use which: each use is in the table, and the table has no circle.</summary>
public sealed class RuntimeRoomTests
{
    private const string Runtime = "runtime/RealtimeKit.Runtime/";

    private static readonly IReadOnlyList<string> _files = Repository.SourceFiles("runtime", "RealtimeKit.Runtime");

    /// <summary>The folders from the lowest layer to the highest, each with those that it may use. The empty name is the project's own folder.</summary>
    private static readonly (string Room, string[] Uses)[] _rooms =
    [
        ("Text", []),
        ("Addresses", []),
        ("Redaction", []),
        ("Errors", ["Redaction"]),
        ("Values", ["Text"]),
        ("Credentials", ["Errors", "Text"]),
        ("Handlers", ["Addresses"]),
        ("Json", ["Text", "Values"]),
        ("Parameters", ["Json", "Text", "Values"]),
        ("Enums", ["Json", "Parameters", "Text", "Values"]),
        ("Unions", ["Json"]),
        ("Bodies", ["Handlers", "Json", "Parameters", "Text", "Values"]),
        ("Requests", ["Addresses", "Bodies", "Json", "Parameters", "Text"]),
        ("Operations", ["Json", "Text", "Values"]),
        ("Options", ["Addresses", "Credentials", "Text"]),
        ("Retries", ["Credentials", "Errors", "Options"]),
        ("Calls", ["Bodies", "Credentials", "Errors", "Operations", "Options", "Requests", "Text"]),
        ("Observability", ["Addresses", "Calls", "Errors", "Operations", "Options"]),
        ("Sending", ["Addresses", "Bodies", "Calls", "Credentials", "Handlers", "Operations", "Options", "Requests"]),
        ("Receiving", ["Bodies", "Calls", "Credentials", "Errors", "Handlers", "Json", "Operations", "Options", "Redaction", "Retries", "Text", "Values"]),
        ("", ["Bodies", "Calls", "Errors", "Handlers", "Observability", "Operations", "Options", "Receiving", "Requests", "Retries", "Sending", "Values"]),
    ];

    [Fact]
    public void Each_folder_of_the_runtime_uses_those_that_the_table_names()
    {
        ILookup<string, string> found = Uses().ToLookup(static use => $"{use.From} -> {use.To}", static use => use.Place);
        string[] listed = _rooms.SelectMany(static room => room.Uses.Select(used => $"{room.Room} -> {used}")).ToArray();

        Assert.Empty(found
            .Where(edge => !listed.Contains(edge.Key))
            .Select(static edge => $"{edge.Key} is not in the table: {string.Join(", ", edge.Distinct())}"));
        Assert.Empty(listed
            .Where(edge => !found.Contains(edge))
            .Select(static edge => $"{edge} is in the table, but no file needs it"));
    }

    [Fact]
    public void Each_folder_of_the_runtime_is_in_the_table()
        => Assert.Equal(
            _files.Select(RoomOf).Distinct().Order(StringComparer.Ordinal),
            _rooms.Select(static room => room.Room).Order(StringComparer.Ordinal));

    /// <summary>Each folder uses only folders above it in the table, so there cannot be a circle.</summary>
    [Fact]
    public void The_table_of_the_runtime_has_no_circle()
    {
        var lower = new HashSet<string>();
        foreach ((string room, string[] uses) in _rooms)
        {
            Assert.All(uses, used => Assert.Contains(used, lower));
            lower.Add(room);
        }
    }

    [Fact]
    public void An_internal_type_has_the_namespace_of_its_folder() => Assert.All(
        _files,
        static file =>
        {
            CancellationToken cancellationToken = TestContext.Current.CancellationToken;
            SyntaxNode root = CSharpSyntaxTree.ParseText(Repository.Read(file), cancellationToken: cancellationToken).GetRoot(cancellationToken);
            BaseNamespaceDeclarationSyntax declared = root.ChildNodes().OfType<BaseNamespaceDeclarationSyntax>().Single();
            string[] expected = declared.Members.All(static member => member.Modifiers.Any(SyntaxKind.InternalKeyword))
                ? [$"RealtimeKit.Runtime.{RoomOf(file)}".TrimEnd('.')]
                : ["RealtimeKit.Runtime", "RealtimeKit.Runtime.Wire"];
            Assert.Contains(declared.Name.ToString(), expected);
        });

    /// <summary>Each type of another folder that a file names or that an expression in it has members of.</summary>
    private static IReadOnlyList<(string From, string To, string Place)> Uses()
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        SyntaxTree[] trees = _files.Select(file => CSharpSyntaxTree.ParseText(Repository.Read(file), options, file)).ToArray();
        string[] imports =
        [
            "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks",
        ];
        var compilation = CSharpCompilation.Create(
            "RealtimeKit.Runtime",
            [.. trees, CSharpSyntaxTree.ParseText(string.Concat(imports.Select(static import => $"global using {import};\n")), options)],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(static path => !Path.GetFileName(path).StartsWith("RealtimeKit.", StringComparison.Ordinal))
                .Select(static path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation
            .GetDeclarationDiagnostics(TestContext.Current.CancellationToken)
            .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return trees.SelectMany(tree => UsesOf(tree, compilation.GetSemanticModel(tree))).ToArray();
    }

    private static IEnumerable<(string From, string To, string Place)> UsesOf(SyntaxTree tree, SemanticModel model) =>
        from name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
        let symbol = model.GetSymbolInfo(name).Symbol
        let type = symbol as INamedTypeSymbol ?? symbol?.ContainingType
        from place in type?.OriginalDefinition.DeclaringSyntaxReferences ?? []
        where RoomOf(place.SyntaxTree.FilePath) != RoomOf(tree.FilePath)
        select (RoomOf(tree.FilePath), RoomOf(place.SyntaxTree.FilePath), $"{tree.FilePath[Runtime.Length..]} uses {type!.Name}");

    private static string RoomOf(string file) => file[Runtime.Length..].Split('/') is [var room, _, ..] ? room : "";
}
