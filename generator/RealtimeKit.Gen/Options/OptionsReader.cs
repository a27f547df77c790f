using Microsoft.CodeAnalysis.CSharp;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Options;

/// <summary>Checks the raw options of one item and sets defaults.</summary>
internal sealed class OptionsReader
{
    private const string Unseen = "it contains an invisible character";

    /// <summary>Keywords of later C# versions than the compiler that the generator is built with.</summary>
    private static readonly string[] _newerKeywords = ["allows", "extension", "field", "dynamic"];

    /// <summary>The namespaces of the types that emitted code uses, and those that contain them. A type of the client could replace one of theirs.</summary>
    private static readonly string[] _usedNamespaces =
    [
        "System", "System.Collections", "System.Collections.Generic", "System.Diagnostics", "System.Diagnostics.CodeAnalysis", "System.Globalization",
        "System.IO", "System.Net", "System.Net.Http", "System.Net.Http.Headers", "System.Text", "System.Text.Json", "System.Text.Json.Serialization",
        "System.Threading", "System.Threading.Tasks", "RealtimeKit.Runtime", "RealtimeKit.Runtime.Wire",
    ];

    private readonly ClientInput _input;
    private readonly RawOptions _raw;
    private readonly OptionLocator _locator;
    private readonly DiagnosticBag _diagnostics;

    private OptionsReader(ClientInput input, OptionLocator locator, DiagnosticBag diagnostics)
    {
        _input = input;
        _raw = input.Options;
        _locator = locator;
        _diagnostics = diagnostics;
    }

    public static ClientOptions Read(ClientInput input, OptionLocator locator, DiagnosticBag diagnostics) =>
        new OptionsReader(input, locator, diagnostics).Read();

    /// <summary>Returns the namespace and name of an item's client.</summary>
    public static string FullClientName(ClientInput input)
    {
        ClientOptions options = Read(input, new OptionLocator(ProjectItems.None), new DiagnosticBag());
        return options.Namespace + "." + options.ClientName;
    }

    private ClientOptions Read() => new()
    {
        ClientName = ReadClientName(),
        Namespace = ReadNamespace(),
        Accessibility = ReadChoice("Accessibility", _raw.Accessibility, ("public", ClientAccessibility.Public), ("internal", ClientAccessibility.Internal)),
        ResultProperty = _raw.ResultProperty,
        Documentation = ReadSwitch("Documentation", _raw.Documentation),
        ShareTypes = ReadSwitch("ShareTypes", _raw.ShareTypes),
        OperationNames = ReadChoice("OperationNames", _raw.OperationNames, ("Short", OperationNaming.Short), ("Full", OperationNaming.Full)),
        Optional = ReadChoice(
            "Optional",
            _raw.Optional,
            ("patch", OptionalUse.Patch),
            ("always", OptionalUse.Always),
            ("never", OptionalUse.Never)),
        Names = _raw.Names,
        UpdatesNames = _raw.Names.Length > 0 && string.Equals(_raw.UpdateNames, "true", StringComparison.OrdinalIgnoreCase),
        Formats = FormatList.Read(ReadList("Formats", _raw.Formats), (entry, reason) => ReportInvalid("Formats", entry, reason)).ToEquatableArray(),
        Operations = ReadList("Operations", _raw.Operations),
        Tags = ReadList("Tags", _raw.Tags),
        Paths = ReadList("Paths", _raw.Paths),
        Overlays = ReadList("Overlay", _raw.Overlay),
    };

    private string ReadClientName()
    {
        string name = _raw.ClientName;
        string? fault = name.Length == 0 ? null
            : !SyntaxFacts.IsValidIdentifier(name) ? "it is not a C# identifier"
            : HasUnseen(name) ? Unseen
            : IsKeyword(name) ? "it is a keyword of C#"
            : AliasNames.All.Contains(name, StringComparer.Ordinal) ? "it is an alias in the emitted code"
            : name == Codecs.Namespace ? "it is the namespace of the emitted readers and writers"
            : null;
        if (fault is not null)
        {
            ReportInvalid("ClientName", name, fault);
        }

        return name.Length > 0 && fault is null ? name : NameOfFile() + "Client";
    }

    private string ReadNamespace()
    {
        string name = _raw.Namespace.Length > 0 ? _raw.Namespace : _raw.RootNamespace;
        if (_usedNamespaces.Contains(name, StringComparer.Ordinal))
        {
            ReportInvalid("Namespace", name, "the emitted code uses types of this namespace");
        }
        else if (IsNamespace(name) && !HasUnseen(_raw.Namespace))
        {
            return name;
        }
        else if (_raw.Namespace.Length > 0)
        {
            ReportInvalid("Namespace", _raw.Namespace, HasUnseen(_raw.Namespace) ? Unseen : "it is not a C# namespace");
        }

        return NameOfFile();
    }

    /// <summary>Returns the entries of a list. A list without entries, such as one of empty properties, would select everything.</summary>
    private EquatableArray<string> ReadList(string option, string list)
    {
        EquatableArray<string> entries = RawOptions.Split(list).ToEquatableArray();
        if (list.Length > 0 && entries.Count == 0)
        {
            ReportInvalid(option, Uri.UnescapeDataString(list).Replace('|', ';'), "the list has no entries");
        }

        return entries;
    }

    private bool ReadSwitch(string option, string value) => ReadChoice(option, value, ("true", true), ("false", false));

    /// <summary>Returns the meaning of an option's word, by default that of the first.</summary>
    private T ReadChoice<T>(string option, string value, params (string Word, T Meaning)[] choices)
    {
        foreach ((string word, T meaning) in choices)
        {
            if (string.Equals(value, word, StringComparison.OrdinalIgnoreCase))
            {
                return meaning;
            }
        }

        if (value.Length > 0)
        {
            string[] words = choices.Select(static choice => choice.Word).ToArray();
            ReportInvalid(option, value, $"it must be {string.Join(", ", words.Take(words.Length - 1))} or {words[words.Length - 1]}");
        }

        return choices[0].Meaning;
    }

    private void ReportInvalid(string option, string value, string reason) =>
        _diagnostics.Add(Descriptors.OptionValueInvalid, _locator.Locate(_input, option), option, value, reason);

    /// <summary>Returns the name of the document's file in C# spelling, the default for the names that no option sets.</summary>
    private string NameOfFile() => Identifier.Pascal(FileName(_input.Source.Path), "Api");

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
