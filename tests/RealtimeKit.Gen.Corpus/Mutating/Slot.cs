using System.Text.Json.Nodes;

namespace RealtimeKit.Gen.Corpus.Mutating;

/// <summary>A place of a document: a key of a mapping, or an index of a list.</summary>
/// <param name="Parent">The mapping or the list.</param>
/// <param name="Key">The key, or empty in a list.</param>
/// <param name="Index">The index in the mapping or list.</param>
/// <param name="IsMinor">Whether it is within an example or an extension, which the client has little of.</param>
internal sealed record Slot(JsonNode Parent, string Key, int Index, bool IsMinor)
{
    private static readonly string[] _minor = ["example", "examples", "description", "info", "externalDocs"];

    public JsonNode? Value
    {
        get => Parent is JsonObject fields ? fields[Key] : Parent.AsArray()[Index];
        set
        {
            if (Parent is JsonObject fields)
            {
                fields[Key] = value;
            }
            else
            {
                Parent.AsArray()[Index] = value;
            }
        }
    }

    /// <summary>Returns all places of a document, without its version.</summary>
    public static IReadOnlyList<Slot> In(JsonObject document)
    {
        var slots = new List<Slot>();
        var open = new Stack<(JsonNode Node, bool IsMinor)>([(document, false)]);
        while (open.TryPop(out (JsonNode Node, bool IsMinor) next))
        {
            foreach (Slot slot in ChildrenOf(next.Node, next.IsMinor))
            {
                if (next.Node == document && slot.Key is "openapi" or "swagger")
                {
                    continue;
                }

                slots.Add(slot);
                if (slot.Value is JsonObject or JsonArray)
                {
                    open.Push((slot.Value!, slot.IsMinor));
                }
            }
        }

        return slots;
    }

    public void Remove()
    {
        if (Parent is JsonObject fields)
        {
            fields.Remove(Key);
        }
        else
        {
            Parent.AsArray().RemoveAt(Index);
        }
    }

    /// <summary>Returns whether the place is within the value of another.</summary>
    public bool IsWithin(Slot other)
    {
        for (JsonNode? node = Parent; node is not null; node = node.Parent)
        {
            if (ReferenceEquals(node, other.Value))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<Slot> ChildrenOf(JsonNode node, bool isMinor) => node switch
    {
        JsonObject fields => fields.Select((field, index) => new Slot(
            node, field.Key, index, isMinor || _minor.Contains(field.Key) || field.Key.StartsWith("x-", StringComparison.Ordinal))),
        JsonArray items => items.Select((_, index) => new Slot(node, "", index, isMinor)),
        _ => [],
    };
}
