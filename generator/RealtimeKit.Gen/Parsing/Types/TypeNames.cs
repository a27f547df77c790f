using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>
/// Assigns the names of types. All components get their names before parsing, even if they are not selected, so that a filter
/// renames nothing. An inline schema is named after its owner and its member.
/// </summary>
internal sealed class TypeNames
{
    private readonly NameScope _scope;
    private readonly SchemaIndex _index;
    private readonly DiagnosticBag _diagnostics;
    private readonly IReadOnlyDictionary<string, string> _components;
    private readonly HashSet<string> _unused;
    private readonly HashSet<string> _operations;
    private readonly InlineNames _inline;

    public TypeNames(
        SpecDocument document,
        SharedSchemas shared,
        IEnumerable<string> reserved,
        IEnumerable<string> operations,
        DiagnosticBag diagnostics)
    {
        SchemaIndex index = document.Schemas;
        IReadOnlyList<SchemaKey> components = document.ComponentKeys;
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
        _inline = new InlineNames(index, document.Holders, shared, _scope);
        _unused = new HashSet<string>(_components.Values.Concat(_inline.Names), StringComparer.Ordinal);
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
                    $"another name already produces {wanted}");
            }
        }
    }

    /// <summary>Returns the name of a schema's type.</summary>
    /// <param name="hint">The name of an inline schema, from its place.</param>
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

    /// <summary>Returns the name with which the names of a schema's inline types begin, or null if it has no name.</summary>
    public string? OwnerName(JsonSchema actual) =>
        _index.OriginOf(actual) is { Name: not null } origin
            ? OwnerName(_components.TryGetValue(origin.Key, out string? component) ? component : PointedName(origin))
            : _inline.Of(actual);

    /// <summary>
    /// Returns the name with which the names of a type's inline types begin. If an operation has the same name, an underscore is
    /// added.
    /// </summary>
    public string OwnerName(string type) => _operations.Contains(type) ? type + "_" : type;

    /// <summary>Reserves a name for the next schema that asks for it.</summary>
    /// <returns>Whether the name is free.</returns>
    public bool TryReserve(string name) => _scope.TryTake(name) && _unused.Add(name);

    /// <summary>Takes a name that the author gives, if it is free.</summary>
    public bool TryTakeGiven(string name) => _scope.TryTake(name);

    /// <summary>Returns a name for a type that is not a component, and reports if it is not the preferred one.</summary>
    public string Take(string wanted, JsonSchema actual) => Take(wanted, actual, wanted);

    private string Take(string wanted, JsonSchema actual, string path)
    {
        // If a component only wraps this inline schema, for example as nullable, the inline schema gets its name.
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

    /// <summary>
    /// Returns the name of a schema that is referenced within a component. It is the name that the schema has in its place.
    /// </summary>
    private static string PointedName(SchemaOrigin origin)
    {
        string[] parts = PointerName.Parts(origin.Key).ToArray();
        return parts.Skip(1).Aggregate(Identifier.Pascal(parts.FirstOrDefault() ?? ""), Identifier.Within);
    }
}
