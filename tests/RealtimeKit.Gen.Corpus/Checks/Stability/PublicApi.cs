using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RealtimeKit.Gen.Corpus.Checks.Stability;

/// <summary>The public API of an emitted client: a line for each public type and for each public member.</summary>
internal static class PublicApi
{
    public static IReadOnlySet<string> Of(IEnumerable<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        var lines = new HashSet<string>(StringComparer.Ordinal);
        foreach (SyntaxTree tree in trees)
        {
            foreach (MemberDeclarationSyntax member in ((CompilationUnitSyntax)tree.GetRoot(cancellationToken)).Members)
            {
                Add(lines, "", member);
            }
        }

        return lines;
    }

    /// <summary>Returns the names of types, members, and parameters of methods.</summary>
    /// <param name="withTypes">Whether properties and parameters have their types.</param>
    public static IReadOnlySet<string> NamesOf(IEnumerable<SyntaxTree> trees, bool withTypes, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (BaseTypeDeclarationSyntax type in trees
            .SelectMany(tree => tree.GetRoot(cancellationToken).DescendantNodes())
            .OfType<BaseTypeDeclarationSyntax>()
            .Where(IsVisible))
        {
            string name = type.Identifier.ValueText;
            names.Add(name);
            names.UnionWith(type.ChildNodes().OfType<EnumMemberDeclarationSyntax>().Select(value => $"{name}.{value.Identifier.ValueText}"));
            names.UnionWith(type.ChildNodes()
                .OfType<PropertyDeclarationSyntax>()
                .Where(IsVisible)
                .Select(property => $"{name}.{property.Identifier.ValueText} {(withTypes ? property.Type : "")}"));
            foreach (MethodDeclarationSyntax method in type.ChildNodes().OfType<MethodDeclarationSyntax>().Where(IsVisible))
            {
                string full = $"{name}.{method.Identifier.ValueText}";
                names.Add(full);
                names.UnionWith(method.ParameterList.Parameters
                    .Select(parameter => $"{full}({(withTypes ? parameter.Type : "")} {parameter.Identifier.ValueText})"));
            }
        }

        return names;
    }

    /// <summary>Returns the simple names of the public types that are not nested.</summary>
    public static IReadOnlyList<string> TypeNames(IEnumerable<SyntaxTree> trees, CancellationToken cancellationToken) => trees
        .SelectMany(tree => ((CompilationUnitSyntax)tree.GetRoot(cancellationToken)).Members)
        .OfType<BaseNamespaceDeclarationSyntax>()
        .SelectMany(static space => space.Members)
        .OfType<BaseTypeDeclarationSyntax>()
        .Where(static type => type.Modifiers.Any(SyntaxKind.PublicKeyword))
        .Select(static type => type.Identifier.ValueText)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .ToArray();

    private static void Add(HashSet<string> lines, string within, MemberDeclarationSyntax member)
    {
        switch (member)
        {
            case BaseNamespaceDeclarationSyntax space:
                foreach (MemberDeclarationSyntax inner in space.Members)
                {
                    Add(lines, space.Name + ".", inner);
                }

                break;
            case BaseTypeDeclarationSyntax type when IsVisible(type):
                string name = within + type.Identifier.ValueText + (type as TypeDeclarationSyntax)?.TypeParameterList;
                lines.Add($"{type.Kind()} {name} {type.BaseList}");
                foreach (MemberDeclarationSyntax inner in type.ChildNodes().OfType<MemberDeclarationSyntax>())
                {
                    Add(lines, name + ".", inner);
                }

                break;
            case EnumMemberDeclarationSyntax value:
                lines.Add(within + value.Identifier.ValueText + value.EqualsValue);
                break;
            case BaseTypeDeclarationSyntax:
                break;
            default:
                if (IsVisible(member))
                {
                    lines.Add(within + Signature(member));
                }

                break;
        }
    }

    /// <summary>A type can be declared in several files, and some declarations have no modifiers.</summary>
    private static bool IsVisible(MemberDeclarationSyntax member) => member.Modifiers.Any(SyntaxKind.PublicKeyword)
        || member.Modifiers.Any(SyntaxKind.ProtectedKeyword)
        || (member is TypeDeclarationSyntax && member.Modifiers.Any(SyntaxKind.PartialKeyword) && !member.Modifiers.Any(SyntaxKind.InternalKeyword));

    private static string Signature(MemberDeclarationSyntax member)
    {
        var text = new StringBuilder();
        foreach (SyntaxToken token in member.DescendantTokens(static node => !IsBody(node)).Where(static token => !token.IsKind(SyntaxKind.SemicolonToken)))
        {
            text.Append(token.Text).Append(' ');
        }

        return text.ToString().TrimEnd();
    }

    private static bool IsBody(SyntaxNode node) => node is BlockSyntax or ArrowExpressionClauseSyntax or AttributeListSyntax or ConstructorInitializerSyntax
        || node is EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax };
}
