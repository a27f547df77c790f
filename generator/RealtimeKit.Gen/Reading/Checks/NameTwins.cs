using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.Keys;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Checks;

/// <summary>
/// Reports names of a document that look alike and become members of the same type: tags, security schemes, headers, links,
/// webhooks and callbacks, servers and their variables, and the values of a discriminator. Names of components, operations,
/// parameters, properties and enums are compared in the step that chooses their C# names.
/// </summary>
internal sealed class NameTwins
{
    /// <summary>The most names of one group that are compared, to limit the time for malformed documents. A real API has far fewer.</summary>
    private const int MostOfOne = 5_000;

    /// <summary>The names and their places, by group.</summary>
    private readonly Dictionary<string, Dictionary<string, SpecLocation>> _named = new(StringComparer.Ordinal)
    {
        // A tag becomes a property of the client, which also has a Dispose method.
        ["tags"] = new(StringComparer.Ordinal) { ["Dispose"] = new SpecLocation("", 0, 0, 0, 0) },
    };

    /// <summary>Collects the names of one key of an object.</summary>
    public void Add(ObjectKind kind, SpecMapping mapping, SpecEntry entry)
    {
        switch (kind.Name, entry.Key)
        {
            case (ObjectKinds.Operation, "tags"):
                // Only the first tag decides which class has the method.
                if (entry.Value.AsSequence()?.Items.FirstOrDefault() is SpecScalar tag)
                {
                    AddName("tags", tag.Text, tag.Location);
                }

                break;
            case (ObjectKinds.Root, "webhooks"):
            case (ObjectKinds.Operation, "callbacks"):
                AddKeys("events", entry.Value);
                break;
            case (ObjectKinds.Components, "securitySchemes"):
            case (ObjectKinds.Root, "securityDefinitions"):
                AddKeys("schemes", entry.Value);
                break;
            case (ObjectKinds.Response, "headers" or "links"):
                AddKeys(entry.Key, entry.Value);
                break;
            case (ObjectKinds.Server, "variables"):
            case (ObjectKinds.Discriminator, "mapping"):
                AddKeys($"{mapping.Location}", entry.Value);
                break;
            case (ObjectKinds.Server, "name" or "description"):
                AddName("servers", entry.Value.AsText() ?? "", mapping.KeyLocation(entry));
                break;
        }
    }

    public void Report(DiagnosticBag diagnostics)
    {
        foreach (Dictionary<string, SpecLocation> names in _named.Values)
        {
            foreach ((string name, string like) in LookAlikes.Find(names.Keys))
            {
                diagnostics.AddLookAlike(names[name], name, like);
            }
        }
    }

    private void AddKeys(string what, SpecNode node)
    {
        foreach (SpecEntry entry in node.AsMapping()?.Entries ?? [])
        {
            AddName(what, entry.Key, node.AsMapping()!.KeyLocation(entry));
        }
    }

    private void AddName(string what, string name, SpecLocation location)
    {
        if (!_named.TryGetValue(what, out Dictionary<string, SpecLocation>? names))
        {
            _named[what] = names = new(StringComparer.Ordinal);
        }

        if (names.Count < MostOfOne && !names.ContainsKey(name))
        {
            names[name] = location;
        }
    }
}
