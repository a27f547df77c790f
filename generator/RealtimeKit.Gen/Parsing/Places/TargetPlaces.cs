using NJsonSchema;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Reading.Documents;
using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Parsing.Places;

/// <summary>The places of what references lead to: components, and parts of the document or of other files.</summary>
internal sealed class TargetPlaces(SpecDocument document)
{
    private const string Definitions = "#/definitions/";
    private const string Schemas = "#/components/schemas/";

    private readonly string _root = SpecPath.Normalize(document.Location.Path);
    private readonly HashSet<string> _components = [.. document.ComponentKeys.Select(static component => component.Key)];

    public string Of(string canonical)
    {
        int hash = canonical.IndexOf('#');
        string path = hash < 0 ? canonical : canonical.Substring(0, hash);
        string fragment = hash < 0 ? "" : canonical.Substring(hash);
        return LockKey.Token(path == _root || path.Length == 0 ? Upgraded(path, fragment) : SpecPath.Relative(_root, path) + fragment);
    }

    /// <summary>Returns the place of a schema to which a reference leads, or null if it has none.</summary>
    public string? OfTarget(JsonSchema target) => document.Schemas.OriginOf(target) is { Name: not null } origin ? Of(origin.Key) : null;

    /// <summary>Returns whether a reference leads to a part of an operation or a webhook.</summary>
    public static bool IsInOperation(string canonical) =>
        canonical.IndexOf("#/paths/", StringComparison.Ordinal) >= 0 || canonical.IndexOf("#/webhooks/", StringComparison.Ordinal) >= 0;

    /// <summary>Returns whether a place is that of a component of the document, and not of a part of one.</summary>
    public static bool IsOfComponent(string place) => place.StartsWith(Schemas, StringComparison.Ordinal) && place.IndexOf('/', Schemas.Length) < 0;

    public static string Of(SchemaHolder holder)
    {
        string section = holder.Kind switch
        {
            SchemaHolderKind.Response => "responses",
            SchemaHolderKind.Request => "requestBodies",
            _ => "parameters",
        };
        return LockKey.Token($"#/components/{section}/{SpecPointer.Escape(holder.Name)}");
    }

    /// <summary>Returns the reference to a definition of Swagger 2.0 as OpenAPI 3 writes it, so that a converted document keeps its names.</summary>
    private string Upgraded(string path, string fragment)
    {
        if (!fragment.StartsWith(Definitions, StringComparison.Ordinal))
        {
            return fragment;
        }

        string component = Schemas + fragment.Substring(Definitions.Length);
        int end = component.IndexOf('/', Schemas.Length);
        return _components.Contains(path + (end < 0 ? component : component.Substring(0, end))) ? fragment : component;
    }
}
