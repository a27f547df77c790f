using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Keys;
using RealtimeKit.Gen.Reading.References;
using RealtimeKit.Gen.Reading.Selection;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Checks;

/// <summary>
/// Finds keys that no version of OpenAPI, or not the document's version, has in their place, and values that have no effect in
/// their place. A reader accepts a misspelt <c>responses</c>, and the method then returns nothing. The check covers the head of the
/// document, the selected operations, and the targets of the references that have been followed. Each object is visited once.
/// </summary>
internal sealed class UnknownKeys(SpecReferences references, DiagnosticBag diagnostics)
{
    private readonly Stack<(SpecNode Node, ObjectKind Kind)> _open = new();

    /// <summary>The kind of each visited object. An object that is used as several kinds is visited for each.</summary>
    private readonly Dictionary<SpecNode, ObjectKind> _kinds = [];
    private readonly HashSet<(SpecNode, ObjectKind)> _furtherKinds = [];
    private readonly NameTwins _twins = new();
    private readonly ReferencePlaces _places = new(references);
    private UnknownKeyReport _report = null!;
    private SpecDialect _dialect;

    /// <param name="schemas">The schemas that are used, including those that no reference in the text points to, such as the cases of a discriminator.</param>
    public void Report(SlicedSpec spec, IEnumerable<SpecNode> schemas)
    {
        _dialect = spec.Dialect;
        _report = new UnknownKeyReport(_dialect);
        Add(spec.Root, ObjectKinds.Root);
        foreach (SlicedOperation operation in spec.Operations.Concat(spec.Webhooks))
        {
            Add(operation.PathItem, ObjectKinds.PathItem);
            Add(operation.Operation, ObjectKinds.Operation);
        }

        foreach (SpecNode schema in schemas)
        {
            Add(schema, ObjectKinds.Schema);
        }

        while (_open.Count > 0)
        {
            (SpecNode node, ObjectKind kind) = _open.Pop();
            Visit(node, kind);
        }

        _report.AddTo(diagnostics);
        _twins.Report(diagnostics);
    }

    private void Add(SpecNode node, string kind)
    {
        ObjectKind found = ObjectKinds.Of(kind);
        if (node is SpecSequence sequence)
        {
            foreach (SpecNode item in sequence.Items)
            {
                AddOnce(item, found);
            }
        }

        AddOnce(node, found);
    }

    private void AddOnce(SpecNode node, ObjectKind kind)
    {
        if (node is SpecMapping && IsNew(node, kind))
        {
            _open.Push((node, kind));
        }
    }

    private bool IsNew(SpecNode node, ObjectKind kind)
    {
        if (_kinds.TryGetValue(node, out ObjectKind? known))
        {
            return known != kind && _furtherKinds.Add((node, kind));
        }

        _kinds[node] = kind;
        return true;
    }

    private void Visit(SpecNode node, ObjectKind kind)
    {
        var mapping = (SpecMapping)node;
        VisitReference(mapping, kind);
        foreach ((SpecLocation place, string fault) in ObjectFaults.Of(kind, mapping, _dialect))
        {
            _report.Add(place, kind, fault);
        }

        foreach (SpecEntry entry in mapping.Entries)
        {
            if (IsExtension(entry.Key))
            {
                VisitExtension(mapping, entry, kind);
            }
            else if (kind.IsMap)
            {
                ValueShape shape = IsOfReference(mapping, entry.Key) ? ValueShape.Any : ValueShape.Mapping;
                if (!ValueShapes.Fits(entry.Value, shape))
                {
                    ReportShape(entry.Value, shape, kind, mapping.KeyLocation(entry), $"A value of the {kind.Name}");
                }

                CheckComments(mapping, entry, kind, new KeyContent(kind.Values, IsMap: false));
                Add(entry.Value, kind.Values);
            }
            else if (kind.Keys.TryGetValue(entry.Key, out KeyContent content))
            {
                if (VersionKeys.Find(kind, mapping, entry.Key, _dialect) is { } other)
                {
                    _report.Add(mapping, entry, kind, other.Version, other.Remedy);
                }

                CheckShapes(mapping, entry, kind, content);
                CheckComments(mapping, entry, kind, content);
                _twins.Add(kind, mapping, entry);
                AddContent(entry.Value, content);
            }
            else if (!IsOfReference(mapping, entry.Key) && kind.Name is not (ObjectKinds.PathItem or ObjectKinds.IncomingPathItem))
            {
                // Unknown keys of a path item are reported by SpecSlicer.
                _report.Add(mapping, entry, kind);
            }
        }
    }

    private void VisitExtension(SpecMapping mapping, SpecEntry entry, ObjectKind kind)
    {
        ValueShape shape = ValueShapes.OfExtension(entry.Key);
        if (!ValueShapes.Fits(entry.Value, shape))
        {
            ReportShape(entry.Value, shape, kind, mapping.KeyLocation(entry), $"'{entry.Key}' of the {kind.Name}");
        }

        if (shape != ValueShape.Any)
        {
            CheckComments(mapping, entry, kind, default);
        }
    }

    private void VisitReference(SpecMapping mapping, ObjectKind kind)
    {
        if (mapping["$ref"] is null)
        {
            return;
        }

        if (mapping.Reference() is not { } reference)
        {
            const string Fault = "A '$ref' must be a text; in YAML, a '#' begins a comment, so a reference that begins with one needs quotes";
            _report.Add(mapping.KeyLocation("$ref"), kind, Fault);
        }
        else if (_places.Fault(mapping, reference, kind) is { } fault)
        {
            _report.Add(mapping["$ref"]!.Location, kind, fault);
        }
        else if (references.Resolved(mapping, reference) is { } target)
        {
            Add(target, kind.Name);
        }
    }

    private void CheckShapes(SpecMapping mapping, SpecEntry entry, ObjectKind kind, KeyContent content)
    {
        ValueShape shape = ValueShapes.Of(kind, entry.Key, content, _dialect);
        if (!ValueShapes.Fits(entry.Value, shape))
        {
            ReportShape(entry.Value, shape, kind, mapping.KeyLocation(entry), $"'{entry.Key}' of the {kind.Name}");
        }

        if (_dialect == SpecDialect.Swagger20 && KnownValues.Fault(kind, mapping, entry) is { } fault)
        {
            _report.Add(entry.Value.Location, kind, fault);
        }

        bool isMap = content.IsMap || (shape == ValueShape.Mapping && content.Kind.Length == 0 && kind.Name is ObjectKinds.Root or ObjectKinds.Components);
        if (isMap && entry.Value.Reference() is { } reference)
        {
            _report.Add(((SpecMapping)entry.Value)["$ref"]!.Location, kind, ReferencePlaces.Misplaced(reference, $"'{entry.Key}' of the {kind.Name}"));
        }

        CheckShapesWithin(entry, kind, ValueShapes.Within(entry.Key, content), isList: shape == ValueShape.List, content.IsMap);
    }

    private void CheckComments(SpecMapping mapping, SpecEntry entry, ObjectKind kind, KeyContent content)
    {
        // The text of a '$ref' is checked with the reference.
        foreach ((SpecLocation place, string fault) in entry.Key == "$ref" ? [] : CommentedValues.Of(kind, mapping, entry, content))
        {
            _report.Add(place, kind, fault);
        }
    }

    private void CheckShapesWithin(SpecEntry entry, ObjectKind kind, ValueShape within, bool isList, bool isMap)
    {
        if (isList && entry.Value is SpecSequence list)
        {
            foreach (SpecNode item in list.Items.Where(item => !ValueShapes.Fits(item, within)))
            {
                ReportShape(item, within, kind, item.Location, $"An item of '{entry.Key}' of the {kind.Name}");
            }
        }
        else if (isMap && entry.Value is SpecMapping map)
        {
            foreach (SpecEntry value in map.Entries.Where(value => !IsOfReference(map, value.Key) && !ValueShapes.Fits(value.Value, within)))
            {
                ReportShape(value.Value, within, kind, map.KeyLocation(value), $"A value of '{entry.Key}' of the {kind.Name}");
            }
        }
    }

    /// <summary>Reports a value of another shape.</summary>
    private void ReportShape(SpecNode value, ValueShape shape, ObjectKind kind, SpecLocation place, string what)
    {
        // If another step needs the value, that step has already reported it.
        if (!diagnostics.HasAt(place) && !diagnostics.HasAt(value.Location))
        {
            _report.Add(place, kind, $"{what} must be {ValueShapes.Name(shape)} but is {ValueShapes.Name(value)}");
        }
    }

    private void AddContent(SpecNode node, KeyContent content)
    {
        if (content.Kind.Length == 0)
        {
            return;
        }

        if (!content.IsMap)
        {
            Add(node, content.Kind);
            return;
        }

        foreach (SpecEntry entry in node.AsMapping()?.Entries ?? [])
        {
            Add(entry.Value, content.Kind);
        }
    }

    /// <summary>
    /// Returns whether a key is meant as an extension. Capital letters are accepted, because such a key is not a misspelling.
    /// </summary>
    private static bool IsExtension(string key) => key.StartsWith("x-", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a key belongs to a Reference Object, which may replace nearly any object.</summary>
    private static bool IsOfReference(SpecMapping mapping, string key) =>
        key == "$ref" || (key is "summary" or "description" && mapping.Reference() is not null);
}
