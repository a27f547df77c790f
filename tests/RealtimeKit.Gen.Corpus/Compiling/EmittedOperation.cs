using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RealtimeKit.Gen.Corpus.Compiling;

/// <summary>
/// An operation that came out. Known by the one thing that every emitted operation has: a field of type
/// <c>ApiOperation&lt;…&gt;</c> whose initialiser says what it is. Should the emitted shape change, this is the place.
/// </summary>
internal sealed record EmittedOperation(string Method, string Path, string OperationId)
{
    private const string FieldType = "ApiOperation";

    public static IReadOnlyList<EmittedOperation> In(IEnumerable<SyntaxNode> declarations) => declarations
        .OfType<FieldDeclarationSyntax>()
        .Where(static field => RightmostName(field.Declaration.Type) is GenericNameSyntax { Identifier.ValueText: FieldType })
        .SelectMany(static field => field.Declaration.Variables)
        .Select(Read)
        .Distinct()
        .ToArray();

    private static EmittedOperation Read(VariableDeclaratorSyntax field)
    {
        var parts = (field.Initializer?.Value as BaseObjectCreationExpressionSyntax)?.Initializer?.Expressions
            .OfType<AssignmentExpressionSyntax>()
            .ToDictionary(static assignment => assignment.Left.ToString(), static assignment => assignment.Right);

        // An initialiser of another shape still counts as one operation, under the field's own name.
        return new EmittedOperation(Part("Method"), Part("PathTemplate"), Part("OperationId") is { Length: > 0 } id ? id : field.Identifier.ValueText);

        string Part(string name) => parts?.GetValueOrDefault(name) switch
        {
            LiteralExpressionSyntax literal => literal.Token.ValueText,
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText.ToLowerInvariant(),
            BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax literal }, ..] } =>
                literal.Token.ValueText.ToLowerInvariant(),
            _ => "",
        };
    }

    private static SimpleNameSyntax? RightmostName(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax aliased => aliased.Name,
        SimpleNameSyntax simple => simple,
        _ => null,
    };

    /// <summary>All types and their members, without a look into bodies.</summary>
    public static IEnumerable<SyntaxNode> Declarations(SyntaxTree tree, CancellationToken cancellationToken) => tree
        .GetRoot(cancellationToken)
        .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax);
}
