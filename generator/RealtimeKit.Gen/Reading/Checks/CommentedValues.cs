using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Keys;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Checks;

/// <summary>Finds the values of an object that YAML reads as a comment, and values of a discriminator's mapping that are null.</summary>
internal static class CommentedValues
{
    private const string Mapping = "mapping";

    /// <summary>The keys whose values are data that has an effect on the client.</summary>
    private static readonly HashSet<string> _data = new(StringComparer.Ordinal)
    {
        Mapping, "default", "const", "enum", "required", "tags", "consumes", "produces", "schemes", "parameters", "requestBody", "dependentRequired",
    };

    /// <param name="kind">The object that contains the key.</param>
    /// <param name="content">The content of the key; the objects within it are checked by themselves.</param>
    public static IEnumerable<(SpecLocation Place, string Fault)> Of(ObjectKind kind, SpecMapping mapping, SpecEntry entry, KeyContent content)
    {
        string what = $"'{entry.Key}' of the {kind.Name}";
        bool isData = _data.Contains(entry.Key) && kind.Name is not (ObjectKinds.Root or ObjectKinds.Components);
        return YamlComment.IsValue(mapping, entry) ? [(mapping.KeyLocation(entry), Fault(what, isEmpty: true))]
            : content.Kind is { Length: > 0 } ? OfPart(entry.Value, what, content.IsMap, isText: false)
            : isData ? Within(entry.Value, what, isText: entry.Key == Mapping)
            : [];
    }

    /// <summary>Finds the values within data, at any depth.</summary>
    private static IEnumerable<(SpecLocation Place, string Fault)> Within(SpecNode data, string what, bool isText)
    {
        HashSet<SpecNode> seen = [data];
        Stack<SpecNode> open = new(seen);
        while (open.Count > 0)
        {
            SpecNode node = open.Pop();
            foreach ((SpecLocation, string) fault in OfPart(node, what, isMap: true, isText))
            {
                yield return fault;
            }

            IEnumerable<SpecNode> parts = node.AsSequence()?.Items ?? node.AsMapping()?.Entries.Select(static entry => entry.Value) ?? [];
            foreach (SpecNode part in parts.Where(seen.Add))
            {
                open.Push(part);
            }
        }
    }

    /// <summary>Finds the values directly within a list or a map.</summary>
    /// <param name="isText">Whether null is no value either.</param>
    private static IEnumerable<(SpecLocation Place, string Fault)> OfPart(SpecNode part, string what, bool isMap, bool isText)
    {
        foreach (SpecNode item in part.AsSequence()?.Items.Where(YamlComment.IsValue) ?? [])
        {
            yield return (item.Location, Fault($"An item of {what}", isEmpty: true));
        }

        if (!isMap || part is not SpecMapping map)
        {
            yield break;
        }

        foreach (SpecEntry entry in map.Entries)
        {
            if ((isText && entry.Value.IsNull()) || YamlComment.IsValue(map, entry))
            {
                yield return (map.KeyLocation(entry), Fault($"'{entry.Key}' in {what}", YamlComment.IsEmpty(entry.Value)));
            }
        }
    }

    private static string Fault(string what, bool isEmpty) => isEmpty
        ? $"{what} has no value; in YAML, a '#' begins a comment, so a value that begins with one needs quotes"
        : $"{what} has no value";
}
