using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>
/// Names for types. All components of the document have theirs before anything is parsed, selected or not, so that a
/// filter renames nothing; an inline schema is named after its owner and the member in which it stands.
/// </summary>
internal sealed class TypeNames
{
    private readonly NameScope _scope;
    private readonly SpecDocument _document;
    private readonly DiagnosticBag _diagnostics;
    private readonly IReadOnlyDictionary<string, string> _components;
    private readonly HashSet<string> _unused;

    public TypeNames(SpecDocument document, IEnumerable<string> reserved, DiagnosticBag diagnostics)
    {
        _document = document;
        _diagnostics = diagnostics;
        _scope = new NameScope(reserved);
        _components = _scope.Assign(document.ComponentKeys
            .Select(static component => new WantedName(
                component.Key,
                component.Name,
                Identifier.Pascal(component.GivenName ?? component.Name),
                component.GivenName is not null))
            .ToArray());
        _unused = new HashSet<string>(_components.Values, StringComparer.Ordinal);
        foreach (SchemaKey component in document.ComponentKeys)
        {
            string wanted = Identifier.Pascal(component.GivenName ?? component.Name);
            if (_components[component.Key] != wanted)
            {
                JsonSchema? schema = document.Origins.FirstOrDefault(origin => origin.Value.Key == component.Key).Key;
                diagnostics.Add(Descriptors.NameChanged, schema is null ? null : document.LocationOf(schema), component.Name, _components[component.Key], $"another name already gives {wanted}");
            }
        }
    }

    /// <summary>The name of a schema's type.</summary>
    /// <param name="hint">What an inline schema is called after the place where it stands.</param>
    public string NameOf(JsonSchema actual, string hint)
    {
        SchemaOrigin? origin = _document.OriginOf(actual);
        if (origin?.Name is not { } name)
        {
            return Take(Identifier.Pascal(hint), actual, hint);
        }

        if (!_components.TryGetValue(origin.Key, out string? component))
        {
            return Take(Identifier.Pascal(name), actual, origin.Key);
        }

        _unused.Remove(component);
        return component;
    }

    /// <summary>What inline schemas within this one are named after.</summary>
    public string? ComponentName(JsonSchema actual) =>
        _document.OriginOf(actual) is { Name: { } name } origin
            ? _components.TryGetValue(origin.Key, out string? component) ? component : Identifier.Pascal(name)
            : null;

    /// <summary>Whether a name that the author gives is still free.</summary>
    public bool TryTakeGiven(string name) => _scope.TryTake(name);

    /// <summary>A name for a type that is no component, and a diagnostic where it is not the one wanted.</summary>
    public string Take(string wanted, JsonSchema actual, string path)
    {
        // A component that means nothing but this inline schema (X or null, an enum or any string) lends it its name.
        if (path == wanted && _unused.Remove(wanted))
        {
            return wanted;
        }

        string name = _scope.Take(wanted, path);
        if (name != wanted)
        {
            _diagnostics.Add(Descriptors.NameChanged, _document.LocationOf(actual), wanted, name, $"{wanted} is taken by another type");
        }

        return name;
    }
}
