using System.Text.Json.Nodes;

namespace RealtimeKit.Gen.Corpus.Mutating;

/// <summary>Changes a document at random places: what is there stays a tree, and usually most of it stays a valid document.</summary>
/// <param name="random">Makes all choices.</param>
/// <param name="vocabulary">The keys of documents.</param>
internal sealed class TreeMutator(Random random, IReadOnlyList<string> vocabulary)
{
    private const int MostEdits = 6;

    /// <summary>The maximum number of places. A document that edits have made larger is only made smaller.</summary>
    private const int MostSlots = 20_000;

    private static readonly string[] _components = ["schemas", "definitions"];

    private static readonly string[] _wraps = ["allOf", "anyOf", "oneOf", "items", "additionalProperties", "not", "properties"];

    private static readonly string[] _scalars =
    [
        "null", "true", "false", "0", "-1", "1", "1.5", "1e999", "-0", "99999999999999999999", "\"\"", "\" \"", "\"a\"", "\"null\"", "\"true\"", "\"1\"",
        "\"string\"", "\"object\"", "\"array\"", "\"integer\"", "\"number\"", "\"boolean\"", "\"binary\"", "\"byte\"", "\"date-time\"", "\"uuid\"",
        "\"path\"", "\"query\"", "\"header\"", "\"cookie\"", "\"body\"", "\"formData\"", "\"deepObject\"", "\"#\"", "\"#/\"", "\"/{x}\"", "\"class\"",
        "\"@\"", "\"é\"", "\"😀\"", "\"\\n\"", "\"*/ \\\" \\\\\"", "\"application/json\"", "\"text/event-stream\"", "\"multipart/form-data\"",
    ];

    /// <summary>Makes one to six edits.</summary>
    public void Mutate(JsonObject document)
    {
        for (int left = random.Next(1, MostEdits + 1); left > 0; left--)
        {
            IReadOnlyList<Slot> slots = Slot.In(document);
            if (slots.Count > 0)
            {
                Edit(document, slots);
            }
        }
    }

    private void Edit(JsonObject document, IReadOnlyList<Slot> slots)
    {
        Slot slot = Pick(slots);
        switch (slots.Count > MostSlots ? 0 : random.Next(9))
        {
            case 0:
                slot.Remove();
                break;
            case 1:
                Duplicate(slot);
                break;
            case 2:
                Swap(slot, Pick(slots));
                break;
            case 3 or 4:
                slot = Pick([.. slots.Where(static slot => slot.Value is null or JsonValue)], otherwise: slot);
                slot.Value = JsonNode.Parse(_scalars[random.Next(_scalars.Length)]);
                break;
            case 5:
                Rename(Pick([.. slots.Where(static slot => slot.Parent is JsonObject)], otherwise: slot));
                break;
            case 6:
                Refer(document, Pick([.. slots.Where(static slot => slot.Value is JsonObject)], otherwise: slot));
                break;
            case 7:
                slot = Pick([.. slots.Where(static slot => slot.Value is JsonObject or JsonArray)], otherwise: slot);
                slot.Value = random.Next(5) switch { 0 or 1 => new JsonObject(), 2 => true, 3 => false, _ => new JsonArray() };
                break;
            default:
                Wrap(Pick([.. slots.Where(static slot => slot.Value is JsonObject)], otherwise: slot));
                break;
        }
    }

    /// <summary>Returns a place, rarely one of little meaning.</summary>
    private Slot Pick(IReadOnlyList<Slot> slots)
    {
        Slot slot = slots[random.Next(slots.Count)];
        for (int tries = 0; slot.IsMinor && tries < 3; tries++)
        {
            slot = slots[random.Next(slots.Count)];
        }

        return slot;
    }

    private Slot Pick(IReadOnlyList<Slot> slots, Slot otherwise) => slots.Count == 0 ? otherwise : Pick(slots);

    private string Word() => vocabulary[random.Next(vocabulary.Count)];

    private void Duplicate(Slot slot)
    {
        JsonNode? copy = slot.Value?.DeepClone();
        if (slot.Parent is JsonObject fields)
        {
            // A key in another case, or the same with a number, asks for a name that is taken.
            string key = random.Next(4) switch { 0 => slot.Key + "2", 1 => slot.Key.ToUpperInvariant(), 2 => slot.Key + "-", _ => Word() };
            fields[key] = copy;
        }
        else
        {
            slot.Parent.AsArray().Insert(slot.Index, copy);
        }
    }

    private static void Swap(Slot one, Slot other)
    {
        if (one == other || one.IsWithin(other) || other.IsWithin(one))
        {
            return;
        }

        JsonNode? value = one.Value?.DeepClone();
        one.Value = other.Value?.DeepClone();
        other.Value = value;
    }

    private void Rename(Slot slot)
    {
        if (slot.Parent is not JsonObject fields)
        {
            return;
        }

        string key = Word();
        if (!fields.ContainsKey(key))
        {
            JsonNode? value = slot.Value?.DeepClone();
            fields.RemoveAt(slot.Index);
            fields.Insert(slot.Index, key, value);
        }
    }

    private void Refer(JsonObject document, Slot slot)
    {
        string[] targets =
        [
            .. _components.SelectMany(place => ComponentsOf(document, place).Select(key => (place, key)))
                .Select(static target => (target.place == "schemas" ? "#/components/schemas/" : "#/definitions/") + Escaped(target.key)),
        ];
        string reference = targets.Length == 0 ? "#/components/schemas/None" : targets[random.Next(targets.Length)];
        if (slot.Value is JsonObject sibling && random.Next(4) == 0)
        {
            sibling["$ref"] = reference;
            return;
        }

        slot.Value = new JsonObject { ["$ref"] = reference };
    }

    private static IEnumerable<string> ComponentsOf(JsonObject document, string place) =>
        ((place == "schemas" ? document["components"] as JsonObject : document)?[place] as JsonObject)?.Select(static component => component.Key) ?? [];

    private static string Escaped(string key) => key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private void Wrap(Slot slot)
    {
        JsonNode? value = slot.Value?.DeepClone();
        JsonNode? Other() => random.Next(3) switch
        {
            0 => new JsonObject { ["type"] = "null" },
            1 => new JsonObject { ["type"] = "string" },
            _ => value?.DeepClone(),
        };
        string key = _wraps[random.Next(_wraps.Length)];
        slot.Value = key switch
        {
            "allOf" or "anyOf" or "oneOf" => new JsonObject { [key] = random.Next(2) == 0 ? new JsonArray(value) : new JsonArray(value, Other()) },
            "items" => new JsonObject { ["type"] = "array", [key] = value },
            "properties" => new JsonObject { ["type"] = "object", [key] = new JsonObject { [Word()] = value } },
            _ => new JsonObject { [key] = value },
        };
    }
}
