using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Symbols;

/// <summary>
/// Finds the types that a project names, and what the generator has to know of them. Only this room sees the compilation; it
/// returns plain values, so that an edit of unrelated code changes nothing.
/// </summary>
internal static class NamedTypeFinder
{
    /// <summary>Returns the type of a name such as <c>Acme.Money</c> or <c>Acme.Money(Acme.MoneyConverter)</c>.</summary>
    public static NamedType Find(string text, Compilation compilation)
    {
        int open = text.IndexOf('(');
        bool isComplete = open < 0 || (text.EndsWith(")", StringComparison.Ordinal) && text.IndexOf('(', open + 1) < 0);
        string name = open < 0 ? text : text.Substring(0, open);
        string converter = open < 0 || !isComplete ? "" : text.Substring(open + 1, text.Length - open - 2);
        if (!isComplete || Parse(name) is not { } syntax || (open >= 0 && Parse(converter) is null))
        {
            return Unusable(text, "it is not the name of a C# type, with or without the name of a converter in parentheses");
        }

        TypeLookup lookup = new(compilation);
        if (lookup.Find(syntax) is not { } type)
        {
            return Missing(text, Suggestion(name, lookup.Nearest));
        }

        ITypeSymbol? own = null;
        if (open >= 0)
        {
            lookup = new TypeLookup(compilation);
            own = lookup.Find(Parse(converter)!);
            if (own is null)
            {
                return Unusable(text, $"there is no type '{converter.Trim()}'{Suggestion(converter, lookup.Nearest)}");
            }
        }

        return TypeFit.Fault(type, compilation) is { } fault ? Unusable(text, fault) : WithConversion(text, type, own, new ConversionRules(compilation));
    }

    private static NamedType WithConversion(string text, ITypeSymbol type, ITypeSymbol? converter, ConversionRules rules)
    {
        string? fault = converter is null ? rules.FaultOf(type) : rules.FaultOf(converter, type);
        if (fault is not null)
        {
            return Unusable(text, fault);
        }

        string fullName = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        PrimitiveKind? same = BuiltInTypes.Find(fullName);
        return new NamedType(
            text,
            new ScalarType(
                fullName,
                same is { } kind ? $"{kind}" : type.Name,
                type.IsValueType,
                converter is null ? rules.ConversionOf(type) ?? TextConversion.Parsable : TextConversion.Converter,
                converter?.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) ?? "",
                same),
            TypeFit.IsPublic(type));
    }

    private static TypeSyntax? Parse(string name)
    {
        TypeSyntax syntax = SyntaxFactory.ParseTypeName(name.Trim());
        return name.Trim().Length == 0 || syntax.ContainsDiagnostics || syntax is not (NameSyntax or PredefinedTypeSyntax) ? null : syntax;
    }

    private static string Suggestion(string name, string? nearest) => NearestName.DidYouMean(nearest ?? BuiltInTypes.WithNamespace(name.Trim()));

    private static NamedType Missing(string text, string fault) => new(text, null, IsPublic: false, fault, IsMissing: true);

    private static NamedType Unusable(string text, string fault) => new(text, null, IsPublic: false, fault);
}
