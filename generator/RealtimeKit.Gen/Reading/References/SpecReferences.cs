using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.References;

/// <summary>
/// Follows <c>$ref</c>: into the document itself, and into other documents of the project. Nothing else is ever
/// opened: a reference to the disk or the network is refused by name.
/// </summary>
internal sealed class SpecReferences
{
    /// <summary>The longest chain of references that is followed.</summary>
    public const int LongestChain = 128;

    /// <summary>The limit in words.</summary>
    public const string LongestChainText = "128 references in one chain";

    /// <summary>How far a longer chain is followed to see whether it is circular.</summary>
    private const int LongestCircle = 1024;

    private readonly Dictionary<string, SpecNode> _documents = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Path, string Resource, string Reference), SpecNode?> _resolved = [];
    private readonly Dictionary<string, Dictionary<string, SpecNode>> _anchors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SchemaResources> _resources = new(StringComparer.Ordinal);
    private readonly ProjectDocuments _project;
    private readonly NearestReference _nearest;
    private Dictionary<SpecNode, string>? _components;
    private readonly DiagnosticBag _diagnostics;

    /// <param name="root">The document, overlays applied.</param>
    /// <param name="rootSource">Its own text: nodes of an overlay refer to the document, not to the overlay.</param>
    /// <param name="project">The other documents of the project.</param>
    /// <param name="nearest">Finds what a reference to nothing was meant to be.</param>
    public SpecReferences(SpecNode root, SpecSource rootSource, ProjectDocuments project, NearestReference nearest, DiagnosticBag diagnostics)
    {
        _project = project;
        _nearest = nearest;
        _diagnostics = diagnostics;
        Reuse = new ReuseBudget(diagnostics);
        RootPath = SpecPath.Normalize(rootSource.Path);
        _documents[RootPath] = root;
        Reuse.Allow(root);
    }

    /// <summary>The document, overlays applied.</summary>
    public SpecNode Root => _documents[RootPath];

    /// <summary>The document's own path, with which its canonical references begin.</summary>
    public string RootPath { get; }

    /// <summary>What operations may yet read of what they share, by reference or as a default.</summary>
    public ReuseBudget Reuse { get; }

    /// <summary>The sources whose local references mean the main document (its overlays).</summary>
    public HashSet<string> OverlayPaths { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// The node itself, or what its chain of references ends at. Null, and a diagnostic, where that is nothing, or where
    /// the document refers to more than is read.
    /// </summary>
    public SpecNode? Follow(SpecNode node)
    {
        SpecNode current = node;
        for (int steps = 0; current.Reference() is { } reference; steps++)
        {
            if (steps == LongestChain)
            {
                ReportChain(node);
                return null;
            }

            if (Resolve(current, reference) is not { } target)
            {
                return null;
            }

            current = target;
        }

        return ReferenceEquals(current, node) || Reuse.Take(current) ? current : null;
    }

    private void ReportChain(SpecNode node)
    {
        HashSet<SpecNode> seen = [];
        SpecNode? current = node;
        while (!_diagnostics.IsOverBudget && current?.Reference() is { } reference && seen.Count <= LongestCircle)
        {
            if (!seen.Add(current))
            {
                _diagnostics.Add(Descriptors.ReferenceCircular, node.Location, node.Reference()!, reference);
                return;
            }

            current = Resolve(current, reference);
        }

        _diagnostics.Add(Descriptors.SpecBudgetExceeded, node.Location, LongestChainText);
    }

    /// <summary>One step: what the reference of this very node points at.</summary>
    public SpecNode? Resolve(SpecNode holder, string reference)
    {
        string holderPath = HolderPath(holder);
        SchemaResource? resource = Resources(holderPath)?.Of(holder);
        (string, string, string) key = (holderPath, resource?.Pointer ?? "", reference);
        if (_resolved.TryGetValue(key, out SpecNode? known))
        {
            return known;
        }

        SpecNode? target = (resource is null ? null : FindWithin(resource, holderPath, reference)) ?? Find(holder, holderPath, reference);
        _resolved[key] = target;
        return target;
    }

    /// <summary>
    /// What a reference that has been followed before points at; null for any other, so that nothing is followed or reported that
    /// no operation needs.
    /// </summary>
    public SpecNode? Resolved(SpecNode holder, string reference) =>
        _resolved.TryGetValue((HolderPath(holder), Resources(HolderPath(holder))?.Of(holder)?.Pointer ?? "", reference), out SpecNode? target) ? target : null;

    /// <summary>A normalised, absolute spelling of a reference: two spellings of one target are equal.</summary>
    public string Canonical(SpecNode holder, string reference)
    {
        if (Resolve(holder, reference) is { } target)
        {
            if ((_components ??= FindComponents()).TryGetValue(target, out string? component))
            {
                return component;
            }

            if (Resources(HolderPath(holder))?.PointerOf(target) is { } pointer)
            {
                return HolderPath(holder) + "#" + pointer;
            }
        }

        int hash = reference.IndexOf('#');
        string file = hash < 0 ? reference : reference.Substring(0, hash);
        string path = file.Length == 0 ? HolderPath(holder) : SpecPath.Combine(HolderPath(holder), file);
        return path + (hash < 0 ? "#" : reference.Substring(hash));
    }

    /// <summary>What a pointer into the holder's own document points at; null where that is nothing, without a diagnostic.</summary>
    public SpecNode? Peek(SpecNode holder, string reference) =>
        reference.StartsWith("#/", StringComparison.Ordinal) && Document(HolderPath(holder)) is { } document ? SpecPointer.Evaluate(document, reference) : null;

    /// <summary>Whether a reference stands in a schema with an address of its own, and leads somewhere within that.</summary>
    public bool IsWithinResource(SpecNode holder, string reference) =>
        Resources(HolderPath(holder)) is { } resources
            && resources.Of(holder) is { } resource
            && FindWithin(resource, HolderPath(holder), reference) is not null;

    /// <summary>The reference to a component of the document, from the document; null for another node.</summary>
    public string? ComponentReference(SpecNode node) =>
        (_components ??= FindComponents()).TryGetValue(node, out string? component) ? component.Substring(RootPath.Length) : null;

    /// <summary>Whether a bare word names one of the document's schemas.</summary>
    public bool HasSchema(string name) => NamedSchema.Of(_documents[RootPath]).Any(schema => schema.Name == name);

    /// <summary>The document's schemas, by whichever anchor or spelling one may be spoken of.</summary>
    private Dictionary<SpecNode, string> FindComponents()
    {
        Dictionary<SpecNode, string> found = [];
        foreach (NamedSchema schema in NamedSchema.Of(_documents[RootPath]))
        {
            // Two names for one node: what a YAML alias gives.
            if (!found.ContainsKey(schema.Node))
            {
                found[schema.Node] = RootPath + schema.Reference;
            }
        }

        return found;
    }

    private string HolderPath(SpecNode holder) =>
        OverlayPaths.Contains(holder.Source.Path) ? RootPath : SpecPath.Normalize(holder.Source.Path);

    /// <summary>
    /// What a reference means from the schema with an address of its own in which it stands; null where that is nothing:
    /// many documents count from their root all the same, which is read too.
    /// </summary>
    private SpecNode? FindWithin(SchemaResource resource, string holderPath, string reference)
    {
        int hash = reference.IndexOf('#');
        string file = hash < 0 ? reference : reference.Substring(0, hash);
        string fragment = hash < 0 ? "" : reference.Substring(hash + 1);
        SchemaResource? target = file.Length == 0 ? resource : Resources(holderPath)?.At(SchemaResources.Combine(resource.Address, file));
        return target is null ? null : FragmentOf(target.Root, $"{holderPath}#{target.Pointer}", fragment);
    }

    /// <param name="path">What the document or schema is known by.</param>
    private SpecNode? FragmentOf(SpecNode document, string path, string fragment) => fragment.Length == 0 || fragment[0] == '/'
        ? SpecPointer.Evaluate(document, "#" + fragment)
        : Anchors(path, document).TryGetValue(fragment, out SpecNode? anchored) ? anchored : null;

    private SchemaResources? Resources(string path)
    {
        if (!_resources.TryGetValue(path, out SchemaResources? resources) && Document(path) is { } document)
        {
            _resources[path] = resources = new SchemaResources(document);
        }

        return resources;
    }

    private SpecNode? Find(SpecNode holder, string holderPath, string reference)
    {
        SpecLocation location = (holder as SpecMapping)?["$ref"]?.Location ?? holder.Location;
        int hash = reference.IndexOf('#');
        string file = hash < 0 ? reference : reference.Substring(0, hash);
        string fragment = hash < 0 ? "" : reference.Substring(hash + 1);
        string path = file.Length == 0 ? holderPath : SpecPath.IsRelative(file) ? SpecPath.Combine(holderPath, file) : "";
        SpecNode? document = path.Length == 0 ? null : Document(path);
        if (document is null && Identified(file) is { } identified)
        {
            document = identified;
            path = file;
        }

        if (document is null)
        {
            // Of a document that is there and cannot be read, its own diagnostic says why.
            if (_project.Find(path) is null)
            {
                _diagnostics.Add(Descriptors.ReferenceOutsideProject, location, reference, _nearest.OfFile(holderPath, file, reference));
            }

            return null;
        }

        SpecNode? target = FragmentOf(document, path, fragment);
        if (target is null)
        {
            _diagnostics.Add(Descriptors.ReferenceUnresolved, location, reference, _nearest.OfFragment(document, file, fragment));
        }

        return target;
    }

    private SpecNode? Document(string path)
    {
        if (!_documents.TryGetValue(path, out SpecNode? document) && _project.Read(path) is { } read)
        {
            _documents[path] = document = read;
            Reuse.Allow(read);
        }

        return document;
    }

    /// <summary>A schema of the document that gives itself this very address as its <c>$id</c>.</summary>
    private SpecNode? Identified(string address)
    {
        string path = RootPath;
        return Resources(path)?.At(address)?.Root ?? (Anchors(path, _documents[path]).TryGetValue(address, out SpecNode? node) ? node : null);
    }

    /// <summary>The names that a document's schemas give themselves (<c>$anchor</c>, <c>$id</c>), found when the first of them is asked for.</summary>
    private Dictionary<string, SpecNode> Anchors(string path, SpecNode document)
    {
        if (_anchors.TryGetValue(path, out Dictionary<string, SpecNode>? anchors))
        {
            return anchors;
        }

        _anchors[path] = anchors = new(StringComparer.Ordinal);
        HashSet<SpecNode> seen = [];
        Stack<SpecNode> open = new([document]);
        while (open.Count > 0)
        {
            SpecNode node = open.Pop();
            if (!seen.Add(node))
            {
                continue;
            }

            if (node is SpecMapping mapping)
            {
                foreach (string keyword in new[] { "$anchor", "$dynamicAnchor", "$id", "$self" })
                {
                    if (mapping[keyword].AsText() is { } name && !anchors.ContainsKey(name))
                    {
                        anchors[name] = mapping;
                    }
                }

                // The order of keys says nothing, so that it does not decide either which of two namesakes is meant.
                foreach (SpecEntry entry in mapping.Entries.OrderByDescending(static entry => entry.Key, StringComparer.Ordinal))
                {
                    open.Push(entry.Value);
                }
            }
            else if (node is SpecSequence sequence)
            {
                foreach (SpecNode item in sequence.Items)
                {
                    open.Push(item);
                }
            }
        }

        return anchors;
    }
}
