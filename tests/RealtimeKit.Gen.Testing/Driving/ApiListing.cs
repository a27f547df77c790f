using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RealtimeKit.Gen.Testing.Driving;

/// <summary>
/// Lists the public types and members of emitted code without their bodies and documentation, so that a person can judge the
/// names. Types have bare names, and everything is in the order in which it is emitted.
/// </summary>
internal static class ApiListing
{
    private static readonly SymbolDisplayFormat _format = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeConstantValue,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <param name="compilation">A compilation that contains the trees.</param>
    /// <param name="trees">The emitted sources.</param>
    public static string Of(Compilation compilation, IEnumerable<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        StringBuilder listing = new();
        HashSet<ISymbol> listed = new(SymbolEqualityComparer.Default);
        foreach (SyntaxTree tree in trees)
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            foreach (BaseTypeDeclarationSyntax declaration in tree.GetRoot(cancellationToken)
                .DescendantNodes(static node => node is not MemberDeclarationSyntax or BaseNamespaceDeclarationSyntax or BaseTypeDeclarationSyntax)
                .OfType<BaseTypeDeclarationSyntax>())
            {
                if (model.GetDeclaredSymbol(declaration, cancellationToken) is INamedTypeSymbol type && IsVisible(type) && listed.Add(type))
                {
                    Append(listing, type);
                }
            }
        }

        return listing.ToString();
    }

    private static void Append(StringBuilder listing, INamedTypeSymbol type)
    {
        string parent = type.BaseType is { SpecialType: SpecialType.None } other ? " : " + other.ToDisplayString(_format)["class ".Length..] : "";
        listing.Append(listing.Length > 0 ? "\n" : "").Append(type.ToDisplayString(_format)).Append(parent).Append('\n');
        foreach (ISymbol member in type.GetMembers().Where(static member => IsListed(member)))
        {
            listing.Append("    ").Append(member.ToDisplayString(_format).Replace($"{type.Name}.", "", StringComparison.Ordinal)).Append('\n');
        }
    }

    /// <summary>Returns whether a member is public. Accessors belong to their properties, and types have their own entries.</summary>
    private static bool IsListed(ISymbol member) =>
        member.DeclaredAccessibility == Accessibility.Public
        && !member.IsImplicitlyDeclared
        && member is not (INamedTypeSymbol or IMethodSymbol { AssociatedSymbol: not null });

    private static bool IsVisible(ISymbol type) =>
        type.DeclaredAccessibility == Accessibility.Public && (type.ContainingType is null || IsVisible(type.ContainingType));
}
