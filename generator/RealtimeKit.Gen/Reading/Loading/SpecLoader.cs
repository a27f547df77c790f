using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Reading.Formats;
using RealtimeKit.Gen.Reading.Keys;
using RealtimeKit.Gen.Reading.Overlay;
using RealtimeKit.Gen.Reading.References;
using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Loading;

/// <summary>A document that is ready to be sliced.</summary>
/// <param name="Characters">The number of characters of the document and of the documents that it may refer to.</param>
internal sealed record LoadedSpec(SpecMapping Root, SpecDialect Dialect, SpecReferences References, long Characters)
{
    public bool HasOverlays => References.OverlayPaths.Count > 0;
}

/// <summary>Reads the text of a spec, applies its overlays, and provides the documents that it refers to.</summary>
internal sealed class SpecLoader(SpecSource source, EquatableArray<SpecSource> supporting, DiagnosticBag diagnostics, CancellationToken cancellationToken)
{
    private readonly ProjectDocuments _project = new(supporting, diagnostics, cancellationToken);

    /// <summary>Gets the normalized paths of other texts of the project, which are suggested for a name that is not found.</summary>
    public EquatableArray<string> OtherPaths { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Gets whether filters select a part of the document.</summary>
    public bool IsForPart { get; init; }

    public LoadedSpec? Load(EquatableArray<string> overlays, SpecLocation overlayOption)
    {
        if (SpecReader.Read(source, diagnostics, cancellationToken, IsForPart) is not { } root)
        {
            return null;
        }

        List<string> overlayPaths = [];
        foreach (string path in overlays)
        {
            if (_project.Find(SpecPath.Normalize(path)) is not { } overlaySource)
            {
                diagnostics.Add(
                    Descriptors.FileNotFound,
                    overlayOption,
                    path,
                    NearestReference.OfPath(SpecPath.Normalize(path), [.. _project.Paths, .. OtherPaths]));
                continue;
            }

            overlayPaths.Add(overlaySource.Path);
            if (SpecReader.Read(overlaySource, diagnostics, cancellationToken) is { } overlay)
            {
                root = SpecOverlay.Apply(root, overlay, diagnostics);
            }
        }

        if (diagnostics.IsOverBudget)
        {
            return null;
        }

        if (root is not SpecMapping mapping)
        {
            diagnostics.Add(Descriptors.VersionNotSupported, root.Location, NoMapping(root));
            return null;
        }

        if (SpecVersion.Read(mapping, diagnostics) is not { } dialect)
        {
            return null;
        }

        SpecReferences references = new(mapping, source, _project, new NearestReference(mapping, [.. _project.Paths, .. OtherPaths]), diagnostics);
        references.OverlayPaths.UnionWith(overlayPaths);
        return new LoadedSpec(mapping, dialect, references, source.Text.Length + supporting.Sum(static text => (long)text.Text.Length));
    }

    private static string NoMapping(SpecNode root)
    {
        // Git checks out a symbolic link as a text file if the system does not support links.
        bool isPath = root is SpecScalar { Text.Length: < 260 } && root.AsText() is { } text && text.IndexOf('/') > 0 && text.IndexOf(' ') < 0;
        return root is SpecSequence ? "The document is a list, not a mapping"
            : isPath ? $"The document is not a mapping but the text '{root.AsText()}'; a symbolic link may have been checked out as a text file"
            : "The document is not a mapping";
    }
}
