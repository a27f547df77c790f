using RealtimeKit.Gen.Reading.Building.Schemas;
using RealtimeKit.Gen.Reading.Documents;
using RealtimeKit.Gen.Reading.References;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Building;

/// <summary>
/// Lists the components of a document. A component that is only a reference to another file gives its name to the schema there,
/// because authors split a document in this way.
/// </summary>
internal static class ComponentKeyList
{
    public static SchemaKey[] Of(SpecNode root, SpecReferences references, NullableTwins twins)
    {
        NamedSchema[] components = NamedSchema.Of(root).ToArray();
        Dictionary<SpecNode, NamedSchema> byNode = components.GroupBy(static one => one.Node).ToDictionary(static one => one.Key, static one => one.First());
        Dictionary<string, string> targets = new(StringComparer.Ordinal);
        foreach ((NamedSchema component, string target) in components
            .Select(component => (Component: component, Target: Elsewhere(component.Node, references)))
            .Where(static component => component.Target is not null)
            .Select(static component => (component.Component, component.Target!))
            .OrderBy(static component => PointerName.Of(component.Item2) == component.Component.Name ? 0 : 1)
            .ThenBy(static component => component.Component.Reference, StringComparer.Ordinal))
        {
            if (!targets.ContainsValue(target))
            {
                targets[component.Reference] = target;
            }
        }

        return Array.ConvertAll(components, component =>
        {
            string? given = component.Node.AsMapping()?["x-ms-client-name"].AsText();
            string? twin = twins.Of(component.Node)?.Component is { } based && based != component ? KeyOf(based) : null;
            return new SchemaKey(KeyOf(component), component.Name, given) { Location = component.Node.Location, TwinOf = twin, AliasOf = AliasOf(component) };
        });

        string? AliasOf(NamedSchema component) => Target(component.Node, references, BaseParts.OnlyMeaning) is not { } target ? null
            : references.PeekRead(target) is { } node && byNode.TryGetValue(node, out NamedSchema? named) ? KeyOf(twins.Of(named.Node)?.Component ?? named)
            : target;

        string KeyOf(NamedSchema component) =>
            targets.TryGetValue(component.Reference, out string? target) ? target : references.RootPath + component.Reference;
    }

    /// <summary>
    /// Returns the canonical reference of the schema in another file that is all of a component, or null. A file that no operation needs
    /// is not read for it.
    /// </summary>
    private static string? Elsewhere(SpecNode component, SpecReferences references) =>
        Target(component, references, BaseParts.OnlyReference) is { } target && !target.StartsWith(references.RootPath + "#", StringComparison.Ordinal)
            ? target
            : null;

    /// <summary>Returns the absolute reference to the schema to which a component only refers, or null.</summary>
    /// <param name="referenceOf">Returns the reference that is all of a schema, or null.</param>
    private static string? Target(SpecNode component, SpecReferences references, Func<SpecNode, string?> referenceOf)
    {
        string? target = null;
        SpecNode? node = component;
        for (int steps = 0; node is not null && steps < SpecReferences.LongestChain && referenceOf(node) is { } reference; steps++)
        {
            target = references.Absolute(node, reference);
            node = references.PeekRead(target);
        }

        return target;
    }
}
