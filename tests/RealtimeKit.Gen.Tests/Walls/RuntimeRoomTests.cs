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
        ("Cancellation", []),
        ("Redaction", []),
        ("Errors", ["Redaction"]),
        ("Values", ["Text"]),
        ("Credentials", ["Cancellation", "Errors", "Text"]),
        ("Handlers", ["Addresses", "Redaction"]),
        ("Json", ["Text", "Values"]),
        ("Converters", ["Json", "Text", "Values"]),
        ("Parameters", ["Json", "Text", "Values"]),
        ("Enums", ["Json", "Parameters", "Text", "Values"]),
        ("Unions", ["Json"]),
        ("Bodies", ["Cancellation", "Handlers", "Json", "Parameters", "Redaction", "Text", "Values"]),
        ("Requests", ["Addresses", "Bodies", "Json", "Parameters", "Text", "Values"]),
        ("Operations", ["Json", "Text", "Values"]),
        ("Options", ["Addresses", "Credentials", "Text"]),
        ("Retries", ["Credentials", "Errors", "Options", "Text"]),
        ("Calls", ["Addresses", "Bodies", "Cancellation", "Credentials", "Errors", "Handlers", "Operations", "Options", "Requests", "Text"]),
        ("Observability", ["Addresses", "Calls", "Errors", "Operations", "Options"]),
        ("Sending", ["Addresses", "Bodies", "Calls", "Credentials", "Handlers", "Operations", "Options", "Redaction", "Requests", "Text"]),
        ("Receiving", ["Bodies", "Calls", "Cancellation", "Credentials", "Errors", "Handlers", "Json", "Operations", "Options", "Redaction", "Retries", "Values"]),
        ("", ["Bodies", "Calls", "Errors", "Handlers", "Observability", "Operations", "Options", "Receiving", "Requests", "Retries", "Sending", "Values"]),
    ];

    private static readonly RoomTable _table = new(Runtime, _files, _rooms);

    [Fact]
    public void Each_folder_of_the_runtime_uses_those_that_the_table_names() => _table.AssertHolds();

    [Fact]
    public void The_table_of_the_runtime_has_no_circle() => _table.AssertHasNoCircle();

    [Fact]
    public void An_internal_type_has_the_namespace_of_its_folder() => Assert.All(
        _files,
        static file =>
        {
            CancellationToken cancellationToken = TestContext.Current.CancellationToken;
            SyntaxNode root = CSharpSyntaxTree.ParseText(Repository.Read(file), cancellationToken: cancellationToken).GetRoot(cancellationToken);
            BaseNamespaceDeclarationSyntax declared = root.ChildNodes().OfType<BaseNamespaceDeclarationSyntax>().Single();
            string[] expected = declared.Members.All(static member => member.Modifiers.Any(SyntaxKind.InternalKeyword))
                ? [$"RealtimeKit.Runtime.{_table.RoomOf(file)}".TrimEnd('.')]
                : ["RealtimeKit.Runtime", "RealtimeKit.Runtime.Wire"];
            Assert.Contains(declared.Name.ToString(), expected);
        });
}
