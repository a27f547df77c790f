using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Symbols;

/// <summary>Decides how a type is converted from and to text, from the interfaces that it implements.</summary>
internal sealed class ConversionRules(Compilation compilation)
{
    /// <summary>The interfaces by which a type parses itself, the best first.</summary>
    private static readonly (string Interface, TextConversion Conversion)[] _parsing =
    [
        ("System.Numerics.INumberBase`1", TextConversion.Numeric),
        ("System.ISpanParsable`1", TextConversion.SpanParsable),
        ("System.IParsable`1", TextConversion.Parsable),
        ("System.IUtf8SpanParsable`1", TextConversion.Utf8Parsable),
    ];

    private static readonly string[] _formatting = ["System.IFormattable", "System.IUtf8SpanFormattable"];

    /// <summary>Returns how the type converts itself, or null if it does not.</summary>
    public TextConversion? ConversionOf(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_DateTime)
        {
            return TextConversion.DateTime;
        }

        foreach ((string @interface, TextConversion conversion) in _parsing)
        {
            if (Implements(type, @interface, type))
            {
                return conversion;
            }
        }

        return null;
    }

    /// <summary>Returns why the type cannot convert itself, or null.</summary>
    public string? FaultOf(ITypeSymbol type)
    {
        string advice = $"name a converter: '{type.ToDisplayString()}(Acme.Converter)'";
        if (type.SpecialType is SpecialType.System_Boolean || type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            return $"it does not convert itself; {advice}";
        }

        // Another generator may implement the interfaces. Generators do not see the output of each other.
        return IsPartial(type) ? null
            : ConversionOf(type) is null ? $"it implements none of IParsable<T>, ISpanParsable<T> and IUtf8SpanParsable<T>; {advice}"
            : !Array.Exists(_formatting, name => Implements(type, name, null)) && !HasText(type)
                ? $"it has no text: it neither implements IFormattable nor overrides ToString; {advice}"
            : null;
    }

    /// <summary>Returns why the converter cannot convert the type, or null.</summary>
    public string? FaultOf(ITypeSymbol converter, ITypeSymbol type)
    {
        const string Interface = "RealtimeKit.Runtime.ITextConverter`1";
        string name = converter.ToDisplayString();
        return TypeFit.Fault(converter, compilation) is { } fault ? $"of its converter '{name}': {fault}"
            : converter.TypeKind is not (TypeKind.Class or TypeKind.Struct) ? $"the converter '{name}' is not a class or struct"
            : IsPartial(converter) || compilation.GetTypeByMetadataName(Interface) is null || Implements(converter, Interface, type) ? null
            : $"its converter '{name}' does not implement ITextConverter<{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}>";
    }

    private bool Implements(ITypeSymbol type, string @interface, ITypeSymbol? argument) =>
        compilation.GetTypeByMetadataName(@interface) is { } wanted
        && type.AllInterfaces.Any(found => SymbolEqualityComparer.Default.Equals(found.OriginalDefinition, wanted)
            && (argument is null || SymbolEqualityComparer.Default.Equals(found.TypeArguments[0], argument)));

    /// <summary>Returns whether the author of the type overrides ToString. The one of a record lists the properties.</summary>
    private static bool HasText(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null && !IsRoot(current); current = current.BaseType)
        {
            IEnumerable<IMethodSymbol> methods = current.GetMembers(nameof(ToString)).OfType<IMethodSymbol>();
            if (methods.FirstOrDefault(static method => method is { IsOverride: true, Parameters.Length: 0 }) is { } text)
            {
                return !text.IsImplicitlyDeclared
                    && !text.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute");
            }
        }

        return false;
    }

    private static bool IsRoot(ITypeSymbol type) => type.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType;

    private static bool IsPartial(ITypeSymbol type) => type.DeclaringSyntaxReferences.Any(static reference =>
        reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
}
