using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.References;

/// <summary>Finds the schemas of a document by the names that they give themselves (<c>$anchor</c>, <c>$id</c>).</summary>
internal static class SchemaAnchors
{
    private static readonly string[] _keywords = ["$anchor", "$dynamicAnchor", "$id", "$self"];

    public static Dictionary<string, SpecNode> Of(SpecNode document)
    {
        Dictionary<string, SpecNode> anchors = new(StringComparer.Ordinal);
        HashSet<SpecNode> seen = [];
        Stack<SpecNode> open = new([document]);
        while (open.Count > 0)
        {
            SpecNode node = open.Pop();
            if (!seen.Add(node))
            {
                continue;
            }

            switch (node)
            {
                case SpecMapping mapping:
                    Add(mapping, anchors);

                    // The order of keys has no meaning, so it does not decide between two schemas of one name.
                    foreach (SpecEntry entry in mapping.Entries.OrderByDescending(static entry => entry.Key, StringComparer.Ordinal))
                    {
                        open.Push(entry.Value);
                    }

                    break;
                case SpecSequence sequence:
                    foreach (SpecNode item in sequence.Items)
                    {
                        open.Push(item);
                    }

                    break;
            }
        }

        return anchors;
    }

    private static void Add(SpecMapping mapping, Dictionary<string, SpecNode> anchors)
    {
        foreach (string keyword in _keywords)
        {
            if (mapping[keyword].AsText() is { } name && !anchors.ContainsKey(name))
            {
                anchors[name] = mapping;
            }
        }
    }
}
