using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.References;

/// <summary>
/// The schemas of a document that have an <c>$id</c>. In JSON Schema 2020-12, each of them is a resource of its own. A
/// reference in it that begins with <c>#</c> is resolved against that schema, and any other against its <c>$id</c>.
/// </summary>
internal sealed class SchemaResources
{
    /// <summary>The resources by the scalar node of the reference, because a copy of the schema around it keeps that node.</summary>
    private readonly Dictionary<SpecNode, SchemaResource> _ofReference = [];
    private readonly Dictionary<string, SchemaResource> _byAddress = new(StringComparer.Ordinal);
    private readonly Dictionary<SpecNode, string> _pointers = [];

    public SchemaResources(SpecNode document)
    {
        if (!HasResources(document))
        {
            return;
        }

        HashSet<SpecNode> seen = [];
        Stack<(SpecNode Node, SchemaResource? Within, string Pointer)> open = new([(document, null, "")]);
        while (open.Count > 0)
        {
            (SpecNode node, SchemaResource? within, string pointer) = open.Pop();
            if (!seen.Add(node))
            {
                continue;
            }

            if (node is SpecMapping mapping)
            {
                within = pointer.Length == 0 ? null : Enter(mapping, within, pointer);
                AddEntries(mapping, within, pointer, open);
            }
            else if (within is not null && node is SpecSequence sequence)
            {
                for (int i = 0; i < sequence.Items.Count; i++)
                {
                    open.Push((sequence.Items[i], within, $"{pointer}/{i.ToString(System.Globalization.CultureInfo.InvariantCulture)}"));
                }
            }
            else if (node is SpecSequence outer)
            {
                foreach (SpecNode item in outer.Items)
                {
                    open.Push((item, null, pointer));
                }
            }
        }
    }

    /// <summary>Returns the resource that contains a reference, or null for the document itself.</summary>
    public SchemaResource? Of(SpecNode holder) =>
        _ofReference.Count > 0 && holder is SpecMapping mapping && (mapping["$ref"] ?? mapping["$dynamicRef"]) is { } reference
        && _ofReference.TryGetValue(reference, out SchemaResource? resource) ? resource : null;

    public SchemaResource? At(string address) => _byAddress.TryGetValue(address, out SchemaResource? resource) ? resource : null;

    /// <summary>Returns the JSON pointer from the document to a node within a resource, or null for any other node.</summary>
    public string? PointerOf(SpecNode node) => _pointers.TryGetValue(node, out string? pointer) ? pointer : null;

    /// <summary>Resolves an address against a base address.</summary>
    public static string Combine(string @base, string address) =>
        Uri.TryCreate(@base, UriKind.Absolute, out Uri? from) && Uri.TryCreate(from, address, out Uri? whole) ? whole.AbsoluteUri : address;

    /// <summary>Whether <c>$id</c> is a keyword in the document. Swagger 2.0 and OpenAPI 3.0 do not have it.</summary>
    private static bool HasResources(SpecNode document) => document is SpecMapping root
        && root.MayContainKey("$id") && root["swagger"] is null && root["openapi"].AsText()?.StartsWith("3.0", StringComparison.Ordinal) != true;

    private SchemaResource? Enter(SpecMapping mapping, SchemaResource? within, string pointer)
    {
        if (mapping["$id"].AsText() is { Length: > 0 } id && id[0] != '#')
        {
            string address = Combine(within?.Address ?? "", id.TrimEnd('#'));
            within = new SchemaResource(mapping, address, pointer);
            if (!_byAddress.ContainsKey(address))
            {
                _byAddress[address] = within;
            }
        }

        if (within is not null)
        {
            _pointers[mapping] = pointer;
        }

        return within;
    }

    private void AddEntries(SpecMapping mapping, SchemaResource? within, string pointer, Stack<(SpecNode, SchemaResource?, string)> open)
    {
        // The order of keys has no meaning, so it must not decide which of two schemas with the same address is used.
        foreach (SpecEntry entry in mapping.Entries.OrderByDescending(static entry => entry.Key, StringComparer.Ordinal))
        {
            if (within is not null && entry.Key is "$ref" or "$dynamicRef" && entry.Value is SpecScalar)
            {
                _ofReference[entry.Value] = within!;
            }

            open.Push((entry.Value, within, pointer + "/" + SpecPointer.Escape(entry.Key)));
        }
    }
}

/// <param name="Root">The schema that has the address.</param>
/// <param name="Address">The address, absolute if the document gives an absolute one.</param>
/// <param name="Pointer">The JSON pointer from the document to the schema.</param>
internal sealed record SchemaResource(SpecMapping Root, string Address, string Pointer);
