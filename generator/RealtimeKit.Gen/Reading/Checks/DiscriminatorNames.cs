using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.References;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Checks;

/// <summary>
/// Finds the property that a misspelled discriminator means. A discriminator that no schema declares is usual: the client sends it, and reads
/// it. It is a misspelling only if all alternatives, or the schema without alternatives, have a property whose name is nearly the same.
/// </summary>
internal sealed class DiscriminatorNames(SpecReferences references)
{
    /// <summary>The most names that are compared in one document, because only misspellings need a comparison.</summary>
    private const int MostCompared = 50_000;

    /// <summary>The most levels of parts in which the properties of an alternative are searched.</summary>
    private const int DeepestPart = 4;

    private int _compared;

    /// <summary>Returns the property that is meant, or null if one of the schemas has the property, or none of that kind.</summary>
    public string? FindMeant(SpecMapping schema, string name)
    {
        if (name.Length == 0 || !char.IsLetter(name[0]))
        {
            return null;
        }

        IReadOnlyList<SpecNode> alternatives = (schema["oneOf"] ?? schema["anyOf"]).AsSequence()?.Items ?? [schema];
        HashSet<string>? common = null;
        foreach (SpecNode alternative in alternatives)
        {
            HashSet<string> names = new(StringComparer.Ordinal);
            AddNames(alternative, names, DeepestPart);
            if (names.Contains(name) || _compared > MostCompared)
            {
                return null;
            }

            common = common is null ? names : [.. common.Intersect(names, StringComparer.Ordinal)];
            if (common.Count == 0)
            {
                return null;
            }
        }

        return common?
            .Where(known => char.IsLetter(known[0]) && NearestName.Distance(name, known) <= NearestName.MostEdits(known))
            .OrderBy(known => NearestName.Distance(name, known))
            .ThenBy(static known => known, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    /// <summary>Adds the names of the properties that are text.</summary>
    private void AddNames(SpecNode node, HashSet<string> names, int levels)
    {
        if (levels == 0 || ++_compared > MostCompared || Target(node) is not SpecMapping schema)
        {
            return;
        }

        foreach (SpecEntry property in schema["properties"].AsMapping()?.Entries ?? [])
        {
            _compared++;
            if (property.Key.Length > 0 && IsText(property.Value))
            {
                names.Add(property.Key);
            }
        }

        foreach (SpecNode part in schema["allOf"].AsSequence()?.Items ?? [])
        {
            AddNames(part, names, levels - 1);
        }
    }

    private bool IsText(SpecNode property) =>
        Target(property) is SpecMapping schema && (schema["type"].AsText() == "string" || schema["const"] is not null || schema["enum"] is not null);

    private SpecNode? Target(SpecNode node) => node.Reference() is { } reference ? references.Peek(node, reference) : node;
}
