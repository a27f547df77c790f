using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Reading.Formats;
using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.References;

/// <summary>The overlays and other documents that the project lists, by normalised path. No other file is ever read.</summary>
internal sealed class ProjectDocuments(EquatableArray<SpecSource> sources, DiagnosticBag diagnostics, CancellationToken cancellationToken)
{
    private Dictionary<string, SpecSource>? _byPath;

    public IReadOnlyCollection<string> Paths => ByPath().Keys;

    public SpecSource? Find(string path) => ByPath().TryGetValue(path, out SpecSource? found) ? found : null;

    /// <summary>Returns the tree of a document. Returns null if the project has no such document, or if it cannot be read, which is reported.</summary>
    public SpecNode? Read(string path) => Find(path) is { } found ? SpecReader.Read(found, diagnostics, cancellationToken) : null;

    private Dictionary<string, SpecSource> ByPath()
    {
        if (_byPath is null)
        {
            _byPath = new(StringComparer.Ordinal);
            foreach (SpecSource source in sources)
            {
                string path = SpecPath.Normalize(source.Path);
                if (!_byPath.ContainsKey(path))
                {
                    _byPath[path] = source;
                }
            }
        }

        return _byPath;
    }
}
