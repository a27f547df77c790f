using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Keys;

/// <summary>
/// The values of keys that select one of several meanings, and that no other step checks: all but the styles are those of Swagger 2.0.
/// Any other value has no effect.
/// </summary>
internal static class KnownValues
{
    private const string CollectionFormat = "collectionFormat";

    private static readonly string[] _separators = ["csv", "ssv", "tsv", "pipes"];
    private static readonly string[] _formats = [.. _separators, "multi"];
    private static readonly string[] _flows = ["implicit", "password", "application", "accessCode"];

    /// <summary>Gets the styles of a field of a form.</summary>
    public static IReadOnlyCollection<string> FieldStyles { get; } = ["form", "spaceDelimited", "pipeDelimited", "deepObject"];

    /// <summary>Returns what is wrong with the value of a key of Swagger 2.0, or null.</summary>
    public static string? Fault(ObjectKind kind, SpecMapping mapping, SpecEntry entry) => (kind.Name, entry.Key) switch
    {
        (ObjectKinds.Parameter, CollectionFormat) => Unlisted(entry, mapping["in"].AsText() is "query" or "formData" ? _formats : _separators),
        (ObjectKinds.Header or ObjectKinds.Items, CollectionFormat) => Unlisted(entry, _separators),
        (ObjectKinds.SecurityScheme, "flow") => Unlisted(entry, _flows),
        (ObjectKinds.Parameter, "type") when entry.Value.AsText() == "file" && mapping["in"].AsText() is { } place and not "formData" =>
            $"A file is a field of 'formData', but the parameter '{mapping["name"].AsText()}' is in '{place}', so its type has no effect",
        (ObjectKinds.Root, "host") when entry.Value.AsText() is { } host && host.IndexOf('/') >= 0 =>
            $"'{host}' is not a host; the scheme belongs in 'schemes' and the path in 'basePath'",
        (ObjectKinds.Root, "basePath") when entry.Value.AsText() is { } path && path.Contains("://") =>
            $"'{path}' is not a path; the scheme belongs in 'schemes' and the host in 'host'",
        (ObjectKinds.Root, "host") when entry.Value.AsText() is { } host && host.IndexOf('@') >= 0 =>
            "The 'host' contains a user name or password, which HTTP clients do not send",
        (ObjectKinds.Root, "host" or "basePath") when entry.Value.AsText() is { } text && text.IndexOfAny(['?', '#']) >= 0 =>
            $"'{text}' is not a {(entry.Key == "host" ? "host" : "path")}, which has no query and no fragment",
        _ => null,
    };

    private static string? Unlisted(SpecEntry entry, string[] known) => entry.Value.AsText() is { } value && !known.Contains(value)
        ? $"'{value}' is not a value of '{entry.Key}' here, which is one of {string.Join(", ", known)}{NearestName.DidYouMean(NearestName.Find(value, known))}"
        : null;
}
