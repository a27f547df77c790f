using Microsoft.CodeAnalysis;

namespace RealtimeKit.Gen.Symbols;

/// <summary>Checks whether a type can be the type of a property, an argument and a type parameter.</summary>
internal static class TypeFit
{
    /// <summary>Returns why the type cannot be used, or null.</summary>
    public static string? Fault(ITypeSymbol type, Compilation compilation) =>
        type.IsStatic ? "it is static"
        : type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? "it is nullable, which the document decides for each value"
        : type.IsRefLikeType ? "it is a ref struct"
        : type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Enum or TypeKind.Interface) ? "it is not a class or struct"
        : !compilation.IsSymbolAccessibleWithin(type, compilation.Assembly) ? "it is not accessible in this project"
        : null;

    /// <summary>Returns whether other projects can use the type.</summary>
    public static bool IsPublic(ITypeSymbol type)
    {
        for (ISymbol? symbol = type; symbol is ITypeSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol.DeclaredAccessibility != Accessibility.Public)
            {
                return false;
            }
        }

        return type is not INamedTypeSymbol named || named.TypeArguments.All(IsPublic);
    }
}
