using RealtimeKit.Gen.Reading.Keys;
using RealtimeKit.Gen.Reading.References;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Checks;

/// <summary>
/// Finds references that have no effect: in a place where OpenAPI allows no reference, or to a target of another kind than the place
/// needs. Both are faults of the reference, so they are reported there and not at the target.
/// </summary>
internal sealed class ReferencePlaces(SpecReferences references)
{
    /// <summary>The objects that a reference can replace. The reader also follows one in place of an operation.</summary>
    private static readonly HashSet<string> _replaceable = new(StringComparer.Ordinal)
    {
        ObjectKinds.PathItem, ObjectKinds.IncomingPathItem, ObjectKinds.Operation, ObjectKinds.Parameter, ObjectKinds.RequestBody, ObjectKinds.MediaType,
        ObjectKinds.Response, ObjectKinds.Callback, ObjectKinds.Header, ObjectKinds.Link, ObjectKinds.Schema, ObjectKinds.Items, ObjectKinds.SecurityScheme,
    };

    /// <summary>The kind of the objects in each section of the components, and in the root of Swagger 2.0.</summary>
    private static readonly Dictionary<string, string> _sections = new(StringComparer.Ordinal)
    {
        ["schemas"] = ObjectKinds.Schema,
        ["definitions"] = ObjectKinds.Schema,
        ["responses"] = ObjectKinds.Response,
        ["parameters"] = ObjectKinds.Parameter,
        ["requestBodies"] = ObjectKinds.RequestBody,
        ["headers"] = ObjectKinds.Header,
        ["securitySchemes"] = ObjectKinds.SecurityScheme,
        ["securityDefinitions"] = ObjectKinds.SecurityScheme,
        ["links"] = ObjectKinds.Link,
        ["callbacks"] = ObjectKinds.Callback,
        ["pathItems"] = ObjectKinds.PathItem,
        ["mediaTypes"] = ObjectKinds.MediaType,
    };

    /// <summary>Returns what is wrong with the reference of an object, or null. Schemas that are not objects are reported when they are read.</summary>
    public string? Fault(SpecMapping mapping, string reference, ObjectKind kind)
    {
        if (!_replaceable.Contains(kind.Name))
        {
            return Misplaced(reference, $"the {kind.Name}");
        }

        if (references.Resolved(mapping, reference) is not { } target)
        {
            return null;
        }

        return target is not SpecMapping ? (IsSchema(kind.Name) ? null : Other(reference, ValueShapes.Name(target), kind))
            : KindOf(reference) is { } other && !AreAlike(other, kind.Name) ? Other(reference, $"a {other}", kind)
            : null;
    }

    /// <summary>Returns what is wrong with a reference in place of a whole map, which needs a name for each of its values.</summary>
    public static string Misplaced(string reference, string place) =>
        $"The reference '{reference}' has no effect, because OpenAPI allows no reference in place of {place}";

    private static string Other(string reference, string target, ObjectKind kind) =>
        $"The reference '{reference}' leads to {target}, but a {kind.Name} is needed";

    /// <summary>Returns the kind of a component; null for another target, which can be of any kind.</summary>
    private static string? KindOf(string reference)
    {
        string[] parts = reference.Substring(reference.IndexOf('#') + 1).Split('/');
        bool isComponent = parts.Length == 4 && parts[1] == "components";
        bool isOfSwagger = parts.Length == 3;
        return (isComponent || isOfSwagger) && parts[0].Length == 0 && _sections.TryGetValue(parts[parts.Length - 2], out string? kind) ? kind : null;
    }

    private static bool AreAlike(string one, string other) =>
        one == other
        || (IsSchema(one) && IsSchema(other))
        || (IsPathItem(one) && IsPathItem(other))
        || (IsValue(one) && IsValue(other));

    private static bool IsSchema(string kind) => kind is ObjectKinds.Schema or ObjectKinds.Items;

    private static bool IsPathItem(string kind) => kind is ObjectKinds.PathItem or ObjectKinds.IncomingPathItem;

    /// <summary>Returns whether an object describes a named value. A header has the keys of a parameter.</summary>
    private static bool IsValue(string kind) => kind is ObjectKinds.Parameter or ObjectKinds.Header;
}
