using RealtimeKit.Gen.Reading.Documents;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Building;

/// <summary>Finds the inline schemas of the responses, request bodies and parameters that a document shares as components.</summary>
internal static class SchemaHolders
{
    private const string Json = "application/json";

    private static readonly (string Section, SchemaHolderKind Kind)[] _sections =
    [
        ("responses", SchemaHolderKind.Response), ("requestBodies", SchemaHolderKind.Request), ("parameters", SchemaHolderKind.Parameter),
    ];

    public static IEnumerable<(SpecNode Schema, SchemaHolder Holder)> Of(SpecMapping root)
    {
        foreach ((string section, SchemaHolderKind kind) in _sections)
        {
            // Swagger 2.0 has these sections at its root.
            SpecNode? components = root["components"].AsMapping()?[section] ?? root[section];
            foreach (SpecEntry component in components.AsMapping()?.Entries ?? [])
            {
                if (SchemaOf(component.Value) is { } schema)
                {
                    yield return (schema, new SchemaHolder(kind, component.Key));
                }
            }
        }
    }

    /// <summary>Returns the inline schema of a component, that of JSON if there are several, or null.</summary>
    private static SpecMapping? SchemaOf(SpecNode component)
    {
        SpecNode? schema = component.AsMapping()?["schema"] ?? component.AsMapping()?["content"].AsMapping()?.Entries
            .OrderBy(static media => media.Key == Json ? 0 : 1)
            .ThenBy(static media => media.Key, StringComparer.Ordinal)
            .Select(static media => media.Value.AsMapping()?["schema"])
            .FirstOrDefault();
        return schema is SpecMapping inline && inline.Reference() is null ? inline : null;
    }
}
