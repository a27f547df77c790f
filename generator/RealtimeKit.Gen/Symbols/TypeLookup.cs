using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Symbols;

/// <summary>Looks up a type by its full name, as <c>using</c> directives have no effect on an option.</summary>
internal sealed class TypeLookup(Compilation compilation)
{
    /// <summary>Gets a full name that was probably meant by the last name that was not found, or null.</summary>
    public string? Nearest { get; private set; }

    /// <summary>Returns the type, or null if there is none.</summary>
    public ITypeSymbol? Find(TypeSyntax syntax) => syntax switch
    {
        PredefinedTypeSyntax keyword => OfKeyword(keyword),
        NameSyntax name => FindMember(name) as ITypeSymbol,
        _ => null,
    };

    private ITypeSymbol? OfKeyword(PredefinedTypeSyntax keyword) => keyword.Keyword.Kind() switch
    {
        SyntaxKind.BoolKeyword => compilation.GetSpecialType(SpecialType.System_Boolean),
        SyntaxKind.CharKeyword => compilation.GetSpecialType(SpecialType.System_Char),
        SyntaxKind.StringKeyword => compilation.GetSpecialType(SpecialType.System_String),
        SyntaxKind.ObjectKeyword => compilation.GetSpecialType(SpecialType.System_Object),
        SyntaxKind.SByteKeyword => compilation.GetSpecialType(SpecialType.System_SByte),
        SyntaxKind.ByteKeyword => compilation.GetSpecialType(SpecialType.System_Byte),
        SyntaxKind.ShortKeyword => compilation.GetSpecialType(SpecialType.System_Int16),
        SyntaxKind.UShortKeyword => compilation.GetSpecialType(SpecialType.System_UInt16),
        SyntaxKind.IntKeyword => compilation.GetSpecialType(SpecialType.System_Int32),
        SyntaxKind.UIntKeyword => compilation.GetSpecialType(SpecialType.System_UInt32),
        SyntaxKind.LongKeyword => compilation.GetSpecialType(SpecialType.System_Int64),
        SyntaxKind.ULongKeyword => compilation.GetSpecialType(SpecialType.System_UInt64),
        SyntaxKind.FloatKeyword => compilation.GetSpecialType(SpecialType.System_Single),
        SyntaxKind.DoubleKeyword => compilation.GetSpecialType(SpecialType.System_Double),
        SyntaxKind.DecimalKeyword => compilation.GetSpecialType(SpecialType.System_Decimal),
        _ => null,
    };

    private INamespaceOrTypeSymbol? FindMember(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => FindMember(qualified.Left) is { } container ? MemberOf(container, qualified.Right) : null,
        AliasQualifiedNameSyntax { Alias.Identifier.ValueText: "global" } aliased => MemberOf(compilation.GlobalNamespace, aliased.Name),
        SimpleNameSyntax simple => MemberOf(compilation.GlobalNamespace, simple),
        _ => null,
    };

    private INamespaceOrTypeSymbol? MemberOf(INamespaceOrTypeSymbol container, SimpleNameSyntax name)
    {
        string text = name.Identifier.ValueText;
        INamedTypeSymbol[] types = container.GetTypeMembers(text, name.Arity).ToArray();
        if (types.Length > 0)
        {
            return Constructed(Preferred(types), name);
        }

        INamespaceSymbol? inner = (container as INamespaceSymbol)?.GetNamespaceMembers().FirstOrDefault(member => member.Name == text);
        Nearest = inner is null ? NearestOf(container, text) : null;
        return inner;
    }

    /// <summary>Returns the type of the project itself, or one that it can use, if several assemblies have a type of that name.</summary>
    private INamedTypeSymbol Preferred(INamedTypeSymbol[] types) =>
        types.FirstOrDefault(type => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly))
            ?? types.FirstOrDefault(type => compilation.IsSymbolAccessibleWithin(type, compilation.Assembly))
            ?? types[0];

    private INamedTypeSymbol? Constructed(INamedTypeSymbol type, SimpleNameSyntax name)
    {
        if (name is not GenericNameSyntax generic)
        {
            return type;
        }

        ITypeSymbol?[] arguments = generic.TypeArgumentList.Arguments.Select(Find).ToArray();
        return Array.TrueForAll(arguments, static argument => argument is not null)
            ? type.Construct(arguments.Select(static argument => argument!).ToArray())
            : null;
    }

    private string? NearestOf(INamespaceOrTypeSymbol container, string name)
    {
        string? near = NearestName.Find(name, container.GetMembers()
            .OfType<INamespaceOrTypeSymbol>()
            .Where(member => member is INamespaceSymbol || compilation.IsSymbolAccessibleWithin(member, compilation.Assembly))
            .Select(static member => member.Name)
            .Distinct(StringComparer.Ordinal));
        return near is not null ? Within(container, near)
            : container is INamespaceSymbol { IsGlobalNamespace: true } ? OfProject(name)
            : null;
    }

    /// <summary>Returns the full name of a type of the project with that name, whose namespace was left out.</summary>
    private string? OfProject(string name) => compilation
        .GetSymbolsWithName(name, SymbolFilter.Type)
        .Select(static symbol => symbol.ToDisplayString())
        .OrderBy(static full => full, StringComparer.Ordinal)
        .FirstOrDefault();

    private static string Within(INamespaceOrTypeSymbol container, string name) =>
        container is INamespaceSymbol { IsGlobalNamespace: true } ? name : $"{container.ToDisplayString()}.{name}";
}
