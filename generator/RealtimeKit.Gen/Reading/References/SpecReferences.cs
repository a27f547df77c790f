using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.References;

/// <summary>
/// Resolves <c>$ref</c> within the document and into other documents of the project. No other file or URL is ever
/// opened. A reference to one is reported.
/// </summary>
internal sealed class SpecReferences
{
    /// <summary>The longest chain of references that is followed.</summary>
    public const int LongestChain = 128;

    /// <summary>The limit in words.</summary>
    public const string LongestChainText = "128 references in one chain";

    /// <summary>The number of references followed to check whether a longer chain is circular.</summary>
    private const int LongestCircle = 1024;

    private readonly Dictionary<string, SpecNode> _documents = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Path, string Resource, string Reference), SpecNode?> _resolved = [];
    private readonly Dictionary<string, Dictionary<string, SpecNode>> _anchors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SchemaResources> _resources = new(StringComparer.Ordinal);
    private readonly ProjectDocuments _project;
    private readonly NearestReference _nearest;
    private Dictionary<SpecNode, string>? _components;
    private readonly DiagnosticBag _diagnostics;

    /// <param name="root">The document after its overlays are applied.</param>
    /// <param name="rootSource">The source of the document. References in an overlay resolve against this document, not against the overlay.</param>
    /// <param name="project">The other documents of the project.</param>
    /// <param name="nearest">Suggests targets for references that cannot be resolved.</param>
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

    /// <summary>Gets the document after its overlays are applied.</summary>
    public SpecNode Root => _documents[RootPath];

    /// <summary>Gets the path of the document, with which its canonical references begin.</summary>
    public string RootPath { get; }

    /// <summary>Gets the budget for parts that operations share, by reference or as a default.</summary>
    public ReuseBudget Reuse { get; }

    /// <summary>Gets the paths of the overlays, whose local references resolve against the document.</summary>
    public HashSet<string> OverlayPaths { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// Returns the node itself, or the end of its chain of references. Returns null and reports a diagnostic if there is no
    /// target, or if the document shares more than the budget allows.
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

    /// <summary>Returns the target of the reference of this node, without following further references.</summary>
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
    /// Returns the target of a reference that has been resolved before, and null for any other. This way, no reference is
    /// resolved or reported that no operation needs.
    /// </summary>
    public SpecNode? Resolved(SpecNode holder, string reference) =>
        _resolved.TryGetValue((HolderPath(holder), Resources(HolderPath(holder))?.Of(holder)?.Pointer ?? "", reference), out SpecNode? target) ? target : null;

    /// <summary>Returns the normalised, absolute form of a reference, which is the same for all spellings of one target.</summary>
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

        return Absolute(holder, reference);
    }

    /// <summary>Returns the absolute form of a reference as it is written. Nothing is resolved or reported.</summary>
    public string Absolute(SpecNode holder, string reference)
    {
        int hash = reference.IndexOf('#');
        string file = hash < 0 ? reference : reference.Substring(0, hash);
        string path = file.Length == 0 ? HolderPath(holder) : SpecPath.Combine(HolderPath(holder), file);
        return path + (hash < 0 ? "#" : reference.Substring(hash));
    }

    /// <summary>Returns the target of a reference by file and pointer, in any file, or null without a diagnostic.</summary>
    public SpecNode? PeekAnywhere(SpecNode holder, string reference) => Peek(Absolute(holder, reference));

    /// <summary>Returns the target of an absolute reference by file and pointer, or null without a diagnostic.</summary>
    public SpecNode? Peek(string absolute) =>
        absolute.IndexOf('#') is var hash && Document(absolute.Substring(0, hash)) is { } document ? Pointed(document, absolute.Substring(hash)) : null;

    /// <summary>Returns the same target if its file has been read, and does not read it.</summary>
    public SpecNode? PeekRead(string absolute) =>
        absolute.IndexOf('#') is var hash && _documents.TryGetValue(absolute.Substring(0, hash), out SpecNode? document)
            ? Pointed(document, absolute.Substring(hash))
            : null;

    private static SpecNode? Pointed(SpecNode document, string fragment) =>
        fragment.Length == 1 ? document : fragment[1] == '/' ? SpecPointer.Evaluate(document, fragment) : null;

    /// <summary>Returns the target of a pointer into the holder's document, or null without a diagnostic.</summary>
    public SpecNode? Peek(SpecNode holder, string reference) =>
        reference.StartsWith("#/", StringComparison.Ordinal) && Document(HolderPath(holder)) is { } document ? SpecPointer.Evaluate(document, reference) : null;

    /// <summary>Whether a reference is in a schema with an <c>$id</c> and has a target within that schema.</summary>
    public bool IsWithinResource(SpecNode holder, string reference) =>
        Resources(HolderPath(holder)) is { } resources
            && resources.Of(holder) is { } resource
            && FindWithin(resource, HolderPath(holder), reference) is not null;

    /// <summary>Returns the local reference to a component of the document, or null for another node.</summary>
    public string? ComponentReference(SpecNode node) =>
        (_components ??= FindComponents()).TryGetValue(node, out string? component) ? component.Substring(RootPath.Length) : null;

    /// <summary>Whether the document has a component schema with this name.</summary>
    public bool HasSchema(string name) => NamedSchema.Of(_documents[RootPath]).Any(schema => schema.Name == name);

    /// <summary>Returns the canonical reference of each component schema, whatever anchor or spelling a reference to it uses.</summary>
    private Dictionary<SpecNode, string> FindComponents()
    {
        Dictionary<SpecNode, string> found = [];
        foreach (NamedSchema schema in NamedSchema.Of(_documents[RootPath]))
        {
            // With a YAML alias, two names can have the same node.
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
    /// Resolves a reference against the schema with an <c>$id</c> that contains it. Returns null if there is no target: many
    /// documents write such references relative to their root, which is then tried.
    /// </summary>
    private SpecNode? FindWithin(SchemaResource resource, string holderPath, string reference)
    {
        int hash = reference.IndexOf('#');
        string file = hash < 0 ? reference : reference.Substring(0, hash);
        string fragment = hash < 0 ? "" : reference.Substring(hash + 1);
        SchemaResource? target = file.Length == 0 ? resource : Resources(holderPath)?.At(SchemaResources.Combine(resource.Address, file));
        return target is null ? null : FragmentOf(target.Root, $"{holderPath}#{target.Pointer}", fragment);
    }

    /// <param name="path">The key of the document or schema in the cache of anchors.</param>
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
            // A document that exists but cannot be read has already been reported.
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

    /// <summary>Returns the schema of the document whose <c>$id</c> is this address, or null.</summary>
    private SpecNode? Identified(string address)
    {
        string path = RootPath;
        return Resources(path)?.At(address)?.Root ?? (Anchors(path, _documents[path]).TryGetValue(address, out SpecNode? node) ? node : null);
    }

    private Dictionary<string, SpecNode> Anchors(string path, SpecNode document)
    {
        if (!_anchors.TryGetValue(path, out Dictionary<string, SpecNode>? anchors))
        {
            _anchors[path] = anchors = SchemaAnchors.Of(document);
        }

        return anchors;
    }
}
