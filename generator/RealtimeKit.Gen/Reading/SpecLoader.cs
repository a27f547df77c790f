using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Reading.Overlay;

namespace RealtimeKit.Gen.Reading;

/// <summary>A document ready to be sliced.</summary>
internal sealed record LoadedSpec(SpecMapping Root, SpecDialect Dialect, SpecReferences References);

/// <summary>Reads a spec's text, lays its overlays over it, and opens the way to the documents that it refers to.</summary>
internal sealed class SpecLoader(SpecSource source, EquatableArray<SpecSource> supporting, DiagnosticBag diagnostics, CancellationToken cancellationToken)
{
    public LoadedSpec? Load(EquatableArray<string> overlays, SpecLocation overlayOption)
    {
        if (SpecReader.Read(source, diagnostics, cancellationToken) is not { } root)
        {
            return null;
        }

        List<string> overlayPaths = [];
        foreach (string path in overlays)
        {
            if (Find(SpecPath.Normalize(path)) is not { } overlaySource)
            {
                diagnostics.Add(Descriptors.FileNotFound, overlayOption, path);
                continue;
            }

            overlayPaths.Add(overlaySource.Path);
            if (SpecReader.Read(overlaySource, diagnostics, cancellationToken) is { } overlay)
            {
                root = SpecOverlay.Apply(root, overlay, diagnostics);
            }
        }

        if (root is not SpecMapping mapping)
        {
            diagnostics.Add(Descriptors.VersionNotSupported, root.Location, "The document is not a mapping");
            return null;
        }

        if (SpecVersion.Read(mapping, diagnostics) is not { } dialect)
        {
            return null;
        }

        SpecReferences references = new(mapping, source, ReadSupporting, diagnostics);
        references.OverlayPaths.UnionWith(overlayPaths);
        return new LoadedSpec(mapping, dialect, references);
    }

    private SpecNode? ReadSupporting(string path) => Find(path) is { } found ? SpecReader.Read(found, diagnostics, cancellationToken) : null;

    private SpecSource? Find(string path)
    {
        foreach (SpecSource candidate in supporting)
        {
            if (string.Equals(SpecPath.Normalize(candidate.Path), path, StringComparison.Ordinal))
            {
                return candidate;
            }
        }

        return null;
    }
}
