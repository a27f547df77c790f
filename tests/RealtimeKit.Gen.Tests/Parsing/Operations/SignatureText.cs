using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

/// <summary>
/// A client as its user sees it in the editor: the public types with the signatures of their members, without bodies, attributes
/// and comments. Members that all clients have in common are left out: constructors of clients, and the methods that also return
/// the status and the headers.
/// </summary>
internal static partial class SignatureText
{
    private static readonly string[] _everywhere = ["AdditionalProperties"];

    public static string Of(IEnumerable<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        // The parts of one type may be in several files.
        var types = new SortedDictionary<string, (string Head, List<string> Members)>(StringComparer.Ordinal);
        foreach (BaseTypeDeclarationSyntax type in trees
            .SelectMany(tree => ((CompilationUnitSyntax)tree.GetRoot(cancellationToken)).Members)
            .OfType<BaseNamespaceDeclarationSyntax>()
            .SelectMany(static space => space.Members)
            .OfType<BaseTypeDeclarationSyntax>()
            .Where(static type => type.Modifiers.Any(SyntaxKind.PublicKeyword)))
        {
            string name = type.Identifier.ValueText;
            if (!types.TryGetValue(name, out (string Head, List<string> Members) found))
            {
                types.Add(name, found = (Head(type), []));
            }

            found.Members.AddRange(type.ChildNodes().OfType<MemberDeclarationSyntax>().Where(member => IsShown(member, name)).Select(Signature));
        }

        var text = new StringBuilder();
        foreach ((string head, List<string> members) in types.Values)
        {
            text.Append(head).Append("\n{\n");
            members.ForEach(member => text.Append("    ").Append(member).Append('\n'));
            text.Append("}\n\n");
        }

        return text.ToString().TrimEnd() + "\n";
    }

    private static string Head(BaseTypeDeclarationSyntax type)
    {
        string kind = type is EnumDeclarationSyntax ? "enum" : ((TypeDeclarationSyntax)type).Keyword.Text;
        string flags = type.AttributeLists.SelectMany(static list => list.Attributes)
            .Any(static attribute => attribute.Name.ToString().EndsWith("Flags", StringComparison.Ordinal)) ? "[Flags] " : "";
        return Plain($"{flags}public {kind} {type.Identifier.ValueText} {type.BaseList}").TrimEnd();
    }

    private static bool IsShown(MemberDeclarationSyntax member, string type) => member switch
    {
        EnumMemberDeclarationSyntax => true,
        ConstructorDeclarationSyntax => false,
        MethodDeclarationSyntax method => IsPublic(member)
            && !method.Identifier.ValueText.EndsWith("WithResponseAsync", StringComparison.Ordinal)
            && !method.Modifiers.Any(SyntaxKind.OverrideKeyword)
            && !(method.Identifier.ValueText == "Equals" && method.ParameterList.Parameters[0].Type!.ToString().Contains(type, StringComparison.Ordinal)),
        PropertyDeclarationSyntax property => IsPublic(member) && !_everywhere.Contains(property.Identifier.ValueText),
        BaseTypeDeclarationSyntax => false,
        _ => IsPublic(member),
    };

    private static bool IsPublic(MemberDeclarationSyntax member) => member.Modifiers.Any(SyntaxKind.PublicKeyword);

    private static string Signature(MemberDeclarationSyntax member) => Plain(member switch
    {
        MethodDeclarationSyntax method => $"{method.ReturnType} {method.Identifier}{method.TypeParameterList}{method.ParameterList}",
        PropertyDeclarationSyntax property =>
            $"{(property.Modifiers.Any(SyntaxKind.RequiredKeyword) ? "required " : "")}{property.Type} {property.Identifier} {Accessors(property)}{property.Initializer}",
        EnumMemberDeclarationSyntax value => $"{value.Identifier}{value.EqualsValue},",
        OperatorDeclarationSyntax operation => $"operator {operation.OperatorToken}{operation.ParameterList}",
        ConversionOperatorDeclarationSyntax conversion => $"{conversion.ImplicitOrExplicitKeyword} operator {conversion.Type}{conversion.ParameterList}",
        _ => member.WithoutTrivia().ToString(),
    });

    private static string Accessors(PropertyDeclarationSyntax property) => property.AccessorList is { } accessors
        ? $"{{ {string.Join(' ', accessors.Accessors.Where(static accessor => accessor.Modifiers.Count == 0).Select(static accessor => accessor.Keyword.Text + ";"))} }} "
        : "{ get; } ";

    /// <summary>Returns a type in one line, without the namespace aliases of emitted code.</summary>
    private static string Plain(string text) => Spaces().Replace(Qualifier().Replace(Attribute().Replace(text, ""), ""), " ").Trim();

    [GeneratedRegex(@"_[a-z]+::(?:[A-Z][A-Za-z]*\.(?=[A-Z]))*")]
    private static partial Regex Qualifier();

    [GeneratedRegex(@"\[_[^\]]*\] ")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
