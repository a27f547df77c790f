using System.Reflection;
using Microsoft.CodeAnalysis;

namespace RealtimeKit.Gen.Diagnostics;

/// <summary>
/// Every rule of the generator. An id is a contract: it is never reused, and it has an entry in <c>AnalyzerReleases</c>, a row
/// in <c>generator/README.md</c> and a document in the tests. <b>Error</b> means that the document or an option is wrong and
/// the build must fail, <b>Warning</b> that something was left out, <b>Info</b> that the generator made a decision.
/// </summary>
internal static class Descriptors
{
    private const string Category = "RealtimeKit.Gen";

    // Reading the text.
    public static readonly DiagnosticDescriptor SpecNotReadable = Error("RTK0001", "The text is not well-formed YAML or JSON", "{0}");
    public static readonly DiagnosticDescriptor SpecBudgetExceeded = Error(
        "RTK0002",
        "The document exceeds a limit of the reader",
        "The document exceeds the reader's limit of {0}");
    public static readonly DiagnosticDescriptor DuplicateKey = Error(
        "RTK0003",
        "A key occurs twice in one mapping",
        "The key '{0}' occurs twice in one mapping (first on line {1}); only the first is read");
    public static readonly DiagnosticDescriptor MergeKeyInvalid = Error(
        "RTK0004",
        "A YAML merge key has nothing to merge",
        "The merge key '<<' needs a mapping or a list of mappings, but has {0}, so it is ignored; in quotes, '<<' is an ordinary key");
    public static readonly DiagnosticDescriptor AliasInvalid = Error("RTK0005", "A YAML alias cannot be followed", "The alias '*{0}' cannot be followed: {1}");
    public static readonly DiagnosticDescriptor VersionNotSupported = Error(
        "RTK0006",
        "The OpenAPI version is not supported",
        "{0}; the supported versions are Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2");
    public static readonly DiagnosticDescriptor TagIgnored = Info(
        "RTK0007",
        "A YAML tag is ignored",
        "The tag '{0}' has no meaning in an OpenAPI document and is ignored");

    // Items, options, overlays.
    public static readonly DiagnosticDescriptor OptionUnknown = Error(
        "RTK0010",
        "An option of OpenApiClient is unknown",
        "OpenApiClient has no option '{0}'{1}");
    public static readonly DiagnosticDescriptor OptionValueInvalid = Error(
        "RTK0011",
        "An option of OpenApiClient has an invalid value",
        "'{1}' is not a valid value of {0}: {2}");
    public static readonly DiagnosticDescriptor ClientNameClash = Error(
        "RTK0012",
        "Two documents have the same client name",
        "'{0}' and '{2}' both produce the client '{1}'; set ClientName or Namespace on one of the two items");
    public static readonly DiagnosticDescriptor FileNotFound = Error(
        "RTK0013",
        "A named file is not part of the project",
        "'{0}' is not among the project's OpenApiClient items or their overlays, or does not exist{1}");
    public static readonly DiagnosticDescriptor OverlayInvalid = Error("RTK0014", "An overlay is not valid", "The overlay is not valid: {0}");
    public static readonly DiagnosticDescriptor OverlayTargetUnmatched = Error(
        "RTK0015",
        "An overlay's target matches nothing",
        "The target '{0}' matches nothing in '{1}'");
    public static readonly DiagnosticDescriptor SelectionEmpty = Warning("RTK0016", "A filter selects no operation", "{0}");
    public static readonly DiagnosticDescriptor SelectionSummary = Info("RTK0017", "A filter left out operations", "{0}");
    public static readonly DiagnosticDescriptor NoOperations = Warning(
        "RTK0018",
        "The document has no operations",
        "The document describes no operations, so the client has no methods");

    // References.
    public static readonly DiagnosticDescriptor ReferenceUnresolved = Error("RTK0020", "A $ref points at nothing", "The reference '{0}' points at nothing{1}");
    public static readonly DiagnosticDescriptor ReferenceOutsideProject = Error(
        "RTK0021",
        "A $ref leaves the project",
        "The reference '{0}' leads outside the project's documents; only OpenApiClient and OpenApiClientReference items are "
            + "read, and nothing is read from the network{1}");
    public static readonly DiagnosticDescriptor ReferenceCircular = Error(
        "RTK0022",
        "A chain of references is circular",
        "The reference '{0}' leads back to '{1}', so it describes nothing");

    // The document.
    public static readonly DiagnosticDescriptor DocumentInvalid = Error("RTK0030", "The document is not valid OpenAPI", "{0}");
    public static readonly DiagnosticDescriptor OperationIdDuplicate = Warning(
        "RTK0031",
        "Two operations have the same operationId",
        "The operationId '{0}' is also used by {1}; this operation is named after its path instead");
    public static readonly DiagnosticDescriptor ConstructNotSupported = Warning(
        "RTK0032",
        "A construct is not supported yet",
        "{0} is not supported yet, so {1} is left out");
    public static readonly DiagnosticDescriptor SchemaDegraded = Warning("RTK0033", "A schema becomes raw JSON", "{0}, so the value is raw JSON");
    public static readonly DiagnosticDescriptor KeywordIgnored = Info(
        "RTK0034",
        "A keyword has no effect on the client",
        "'{0}' has no effect on the client: {1}");

    public static readonly DiagnosticDescriptor PartInvalid = Warning("RTK0035", "A part of the document is not valid and is left out", "{0}; it is left out");

    public static readonly DiagnosticDescriptor ReferenceWithinSchema = Warning(
        "RTK0036",
        "A reference within a schema points at nothing",
        "The reference '{0}' points at nothing in the document or in its own schema, so the value is raw JSON");

    public static readonly DiagnosticDescriptor KindAmbiguous = Warning(
        "RTK0038",
        "A record has several discriminator values",
        "The discriminator '{0}' of {1} has different values in its bases and unions ({2}), so {3} is sent");

    // Keys, paths and look-alike names.
    public static readonly DiagnosticDescriptor KeyUnknown = Warning(
        "RTK0060",
        "A key is not part of OpenAPI",
        "'{0}' is not a key of the {1} in any version of OpenAPI and has no effect{2}");
    public static readonly DiagnosticDescriptor KeyOfOtherVersion = Warning(
        "RTK0063",
        "A key belongs to another version of OpenAPI",
        "'{0}' is a key of the {1} in {2}; write {3} instead{4}");
    public static readonly DiagnosticDescriptor ValueNotText = Warning(
        "RTK0069",
        "A value of YAML is a number or boolean where text is expected",
        "The value {0} is {1}; quote it if it is text, as the client reads it");
    public static readonly DiagnosticDescriptor PathParameterMismatch = Warning("RTK0061", "A path is malformed, or does not match its parameters", "{0}");
    public static readonly DiagnosticDescriptor NamesLookAlike = Warning(
        "RTK0062",
        "Two names look alike",
        "'{0}' looks like '{1}' but is a different name: it contains {2}");

    // Names.
    public static readonly DiagnosticDescriptor NameChanged = Info("RTK0040", "A name was changed to keep it unique", "'{0}' {1}, because {2}");
    public static readonly DiagnosticDescriptor TypesShared = Info(
        "RTK0047",
        "Inline schemas share types",
        "{0} inline schemas share {1}, because their members are the same");
    public static readonly DiagnosticDescriptor EnumNameClash = Error(
        "RTK0041",
        "Two enum values are given the same name",
        "The name '{0}' given to the value '{1}' is also given to '{2}'");
    public static readonly DiagnosticDescriptor EnumMemberRenamed = Info(
        "RTK0042",
        "Two enum values produce the same C# name",
        "The values '{0}' and '{1}' both produce the name {2}, so they are emitted as {3} and {4}");

    // The names file.
    public static readonly DiagnosticDescriptor LockNotReadable = Error(
        "RTK0064",
        "A line of a names file cannot be read",
        "{0}; the line is ignored");
    public static readonly DiagnosticDescriptor LockedNameUnusable = Warning(
        "RTK0065",
        "A name of a names file cannot be used",
        "'{0}' cannot have the name {1}: {2}");
    public static readonly DiagnosticDescriptor LockStale = Info(
        "RTK0066",
        "An entry of a names file has no effect",
        "'{0}' is not in the document, so the name {1} is free; UpdateOpenApiNames=true removes the entry");
    public static readonly DiagnosticDescriptor LockIncomplete = Info(
        "RTK0067",
        "A names file does not have all names",
        "{0} names are not in the file, for example '{1} = {2}'; UpdateOpenApiNames=true adds them");

    // The items and the language of the project.
    public static readonly DiagnosticDescriptor TypeClash = Error(
        "RTK0050",
        "Two documents produce the same type",
        "'{0}' and '{2}' both produce {1}; set Namespace on one of the two items, for example to {3}");
    public static readonly DiagnosticDescriptor ItemUnknown = Error("RTK0053", "An item of the project is unknown", "No package reads the item '{0}'{1}");
    public static readonly DiagnosticDescriptor ResultPropertyUnmatched = Warning(
        "RTK0054",
        "ResultProperty matches nothing",
        "No successful response has the property '{0}', the value of ResultProperty{1}");
    public static readonly DiagnosticDescriptor DotNetTypeMissing = Error(
        "RTK0058",
        "A named .NET type does not exist",
        "The project and its references have no type '{0}'{1}");
    public static readonly DiagnosticDescriptor DotNetTypeUnusable = Error("RTK0059", "A named .NET type cannot be used", "'{0}' cannot be used: {1}");
    public static readonly DiagnosticDescriptor FormatUnmatched = Warning(
        "RTK0068",
        "Formats names a format that no schema has",
        "No schema of the selected operations has the format '{0}', which Formats names{1}");
    public static readonly DiagnosticDescriptor LanguageTooOld = Error(
        "RTK0055",
        "The project's C# is too old",
        "Emitted clients need C# 12 or later, but the project uses C# {0}; remove LangVersion, or set it to 12 or later");

    // The generator itself.
    public static readonly DiagnosticDescriptor GeneratorFailed = Error(
        "RTK0090",
        "The generator failed on a document",
        "The generator failed while {0}, so the client of this document is incomplete; this is a bug in the generator: please "
            + "report it with this message and the document, or the part of it that shows the bug ({1} in {2}: {3})");

    // What is sent.
    public static readonly DiagnosticDescriptor StyleWithoutForm = Warning(
        "RTK0043",
        "A style cannot express a value",
        "{0} cannot be sent in the style '{1}', because {2}; the client throws when such a value is sent. Use the style "
            + "'deepObject' or content of application/json, for example through an overlay");
    public static readonly DiagnosticDescriptor FormNotObject = Warning(
        "RTK0044",
        "A form's schema is not an object",
        "The schema of the form '{0}' is not an object, so its fields are unknown; the caller names them");
    public static readonly DiagnosticDescriptor ServerVariableWithoutValue = Warning(
        "RTK0045",
        "A server variable has no value",
        "The variable '{0}' of the server '{1}' has no default, so {2}");
    public static readonly DiagnosticDescriptor SecuritySchemeUnknown = Warning(
        "RTK0046",
        "A security scheme is not described",
        "The security scheme '{0}' {1}, so the client sends any credential that it is given{2}");

    private static readonly Dictionary<string, DiagnosticDescriptor> _byId = typeof(Descriptors)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(static field => field.GetValue(null))
        .OfType<DiagnosticDescriptor>()
        .ToDictionary(static descriptor => descriptor.Id, StringComparer.Ordinal);

    public static IReadOnlyCollection<DiagnosticDescriptor> All => _byId.Values;

    public static DiagnosticDescriptor ById(string id) => _byId[id];

    private static DiagnosticDescriptor Error(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Info(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, Category, severity, isEnabledByDefault: true, helpLinkUri: HelpLink.Of(id));
}
