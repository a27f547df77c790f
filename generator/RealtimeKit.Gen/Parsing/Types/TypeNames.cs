using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Reading.Documents;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>
/// Names for types. All components of the document have theirs before anything is parsed, selected or not, so that a
/// filter renames nothing; an inline schema is named after its owner and the member in which it stands.
/// </summary>
internal sealed class TypeNames
{
    private readonly NameScope _scope;
    private readonly SchemaIndex _index;
    private readonly DiagnosticBag _diagnostics;
    private readonly IReadOnlyDictionary<string, string> _components;
    private readonly HashSet<string> _unused;
    private readonly HashSet<string> _operations;

    public TypeNames(
        SchemaIndex index,
        IReadOnlyList<SchemaKey> components,
        IEnumerable<string> reserved,
        IEnumerable<string> operations,
        DiagnosticBag diagnostics)
    {
        _operations = new HashSet<string>(operations, StringComparer.Ordinal);
        _index = index;
        _diagnostics = diagnostics;
        _scope = new NameScope(reserved);
        _components = _scope.Assign(components
            .Select(static component => new WantedName(
                component.Key,
                component.Name,
                Identifier.Pascal(component.GivenName ?? component.Name),
                component.GivenName is not null))
            .ToArray());
        _unused = new HashSet<string>(_components.Values, StringComparer.Ordinal);
        ILookup<string, JsonSchema>? byKey = null;
        foreach (SchemaKey component in components)
        {
            string wanted = Identifier.Pascal(component.GivenName ?? component.Name);
            if (_components[component.Key] != wanted)
            {
                byKey ??= index.Origins
                    .Where(static origin => origin.Value.Key.Length > 0)
                    .ToLookup(static origin => origin.Value.Key, static origin => origin.Key, StringComparer.Ordinal);
                JsonSchema? schema = byKey[component.Key].FirstOrDefault();
                ChangedName.Report(
                    diagnostics,
                    schema is null ? null : index.LocationOf(schema),
                    component.Name,
                    component.GivenName,
                    _components[component.Key],
                    $"another name already gives {wanted}");
            }
        }
    }

    /// <summary>The name of a schema's type.</summary>
    /// <param name="hint">The name of an inline schema, after the place where it stands.</param>
    public string NameOf(JsonSchema actual, string hint)
    {
        if (_index.OriginOf(actual) is not { Name: not null } origin)
        {
            return Take(hint, actual);
        }

        if (!_components.TryGetValue(origin.Key, out string? component))
        {
            return Take(PointedName(origin), actual, origin.Key);
        }

        _unused.Remove(component);
        return component;
    }

    /// <summary>What inline schemas within this one are named after, where it has a name itself.</summary>
    public string? OwnerName(JsonSchema actual) =>
        _index.OriginOf(actual) is { Name: not null } origin
            ? OwnerName(_components.TryGetValue(origin.Key, out string? component) ? component : PointedName(origin))
            : null;

    /// <summary>
    /// What inline schemas within a type are named after: its name; one more underscore tells those of a component from
    /// those of an operation of the same name.
    /// </summary>
    public string OwnerName(string type) => _operations.Contains(type) ? type + "_" : type;

    /// <summary>Whether a name that the author gives is still free.</summary>
    public bool TryTakeGiven(string name) => _scope.TryTake(name);

    /// <summary>A name for a type that is no component, and a diagnostic where it is not the one wanted.</summary>
    public string Take(string wanted, JsonSchema actual) => Take(wanted, actual, wanted);

    private string Take(string wanted, JsonSchema actual, string path)
    {
        // A component that means nothing but this inline schema (X or null, an enum or any string) lends it its name.
        if (path == wanted && _unused.Remove(wanted))
        {
            return wanted;
        }

        string name = _scope.Take(wanted, path);
        if (name != wanted)
        {
            _diagnostics.Add(
                Descriptors.NameChanged,
                _index.LocationOf(actual),
                wanted,
                ChangedName.Became(wanted, name),
                $"{wanted} is taken by another type");
        }

        return name;
    }

    /// <summary>A schema that only a reference into the depth of a component names is called as if it were met there.</summary>
    private static string PointedName(SchemaOrigin origin)
    {
        string[] parts = PointerName.Parts(origin.Key).ToArray();
        return parts.Skip(1).Aggregate(Identifier.Pascal(parts.FirstOrDefault() ?? ""), Identifier.Within);
    }
}
