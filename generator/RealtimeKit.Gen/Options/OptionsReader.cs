using Microsoft.CodeAnalysis.CSharp;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Options;

/// <summary>Checks the raw options of one item and sets defaults.</summary>
internal static class OptionsReader
{
    /// <summary>Keywords of later C# versions than the compiler that the generator is built with.</summary>
    private static readonly string[] _newerKeywords = ["allows", "extension", "field", "dynamic"];

    private const string Unseen = "it contains an invisible character";

    public static ClientOptions Read(ClientInput input, OptionLocator locator, DiagnosticBag diagnostics)
    {
        RawOptions raw = input.Options;

        void Invalid(string option, string value, string reason) =>
            diagnostics.Add(Descriptors.OptionValueInvalid, locator.Locate(input, option), option, value, reason);

        string fallbackName = Identifier.Pascal(FileName(input.Source.Path), "Api") + "Client";
        string clientName = raw.ClientName;
        if (clientName.Length == 0)
        {
            clientName = fallbackName;
        }
        else if (!SyntaxFacts.IsValidIdentifier(clientName))
        {
            Invalid("ClientName", clientName, "it is not a C# identifier");
            clientName = fallbackName;
        }
        else if (HasUnseen(clientName))
        {
            Invalid("ClientName", clientName, Unseen);
            clientName = fallbackName;
        }
        else if (IsKeyword(clientName))
        {
            Invalid("ClientName", clientName, "it is a keyword of C#");
            clientName = fallbackName;
        }

        string @namespace = raw.Namespace.Length > 0 ? raw.Namespace : raw.RootNamespace;
        if (!IsNamespace(@namespace) || HasUnseen(raw.Namespace))
        {
            if (raw.Namespace.Length > 0)
            {
                Invalid("Namespace", raw.Namespace, HasUnseen(raw.Namespace) ? Unseen : "it is not a C# namespace");
            }

            @namespace = Identifier.Pascal(FileName(input.Source.Path), "Api");
        }

        ClientAccessibility accessibility = ClientAccessibility.Public;
        if (string.Equals(raw.Accessibility, "internal", StringComparison.OrdinalIgnoreCase))
        {
            accessibility = ClientAccessibility.Internal;
        }
        else if (raw.Accessibility.Length > 0 && !string.Equals(raw.Accessibility, "public", StringComparison.OrdinalIgnoreCase))
        {
            Invalid("Accessibility", raw.Accessibility, "it must be public or internal");
        }

        bool documentation = true;
        if (raw.Documentation.Length > 0 && !bool.TryParse(raw.Documentation, out documentation))
        {
            Invalid("Documentation", raw.Documentation, "it must be true or false");
            documentation = true;
        }

        return new ClientOptions
        {
            ClientName = clientName,
            Namespace = @namespace,
            Accessibility = accessibility,
            ResultProperty = raw.ResultProperty,
            Documentation = documentation,
            Operations = RawOptions.Split(raw.Operations).ToEquatableArray(),
            Tags = RawOptions.Split(raw.Tags).ToEquatableArray(),
            Paths = RawOptions.Split(raw.Paths).ToEquatableArray(),
            Overlays = RawOptions.Split(raw.Overlay).ToEquatableArray(),
        };
    }

    /// <summary>Returns the namespace and name of an item's client.</summary>
    public static string FullClientName(ClientInput input)
    {
        ClientOptions options = Read(input, new OptionLocator(ProjectItems.None), new DiagnosticBag());
        return options.Namespace + "." + options.ClientName;
    }

    private static bool HasUnseen(string name) => name.Any(static c => UnseenCharacters.IsUnseen(c));

    private static bool IsNamespace(string value) =>
        value.Length > 0 && value.Split('.').All(static part =>
            SyntaxFacts.IsValidIdentifier(part) && SyntaxFacts.GetKeywordKind(part) == SyntaxKind.None);

    /// <summary>Returns whether a word has a meaning in C# that prevents its use as the name of a type.</summary>
    private static bool IsKeyword(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None
            || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            || _newerKeywords.Contains(name, StringComparer.Ordinal);

    private static string FileName(string path)
    {
        int start = path.LastIndexOfAny(['/', '\\']) + 1;
        int end = path.IndexOf('.', start);
        return end < 0 ? path.Substring(start) : path.Substring(start, end - start);
    }
}
