using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RealtimeKit.Gen.Corpus.Compiling;

/// <summary>
/// An emitted operation. Every emitted operation has a field of type <c>ApiOperation&lt;…&gt;</c>, whose initializer describes
/// it. This class must follow changes of the emitted code.
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

        // A field with another initializer also counts as an operation, under the name of the field.
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

    /// <summary>Returns all types and their members. Bodies are not visited.</summary>
    public static IEnumerable<SyntaxNode> Declarations(SyntaxTree tree, CancellationToken cancellationToken) => tree
        .GetRoot(cancellationToken)
        .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax);
}
