using Microsoft.CodeAnalysis;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.Keys;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Checks;

/// <summary>
/// Collects the unknown keys of a document, the keys of another version, and the values that have no effect, and reports them
/// in the order of the text. A generated document often repeats one mistake everywhere. So for one key in one kind of object,
/// only the first places are reported, and the last of these gives the number of further places.
/// </summary>
/// <param name="dialect">
/// The version of the document. In that of OpenAPI 3.1, schemas may have keywords of other vocabularies, as in JSON Schema 2020-12. Then
/// only likely misspellings are reported.
/// </param>
internal sealed class UnknownKeyReport(SpecDialect dialect)
{
    private const int MostPlacesOfOne = 10;

    /// <summary>The most different keys that are compared with the known ones, because each comparison takes time.</summary>
    private const int MostCompared = 500;

    private readonly Dictionary<(ObjectKind Kind, string Key), List<SpecLocation>> _places = [];
    private readonly HashSet<(ObjectKind, string)> _allowed = [];
    private readonly Dictionary<(ObjectKind, string), (DiagnosticDescriptor Rule, string[] Words)> _messages = [];

    /// <summary>Adds a key that no version of OpenAPI has in this kind of object.</summary>
    public void Add(SpecMapping mapping, SpecEntry entry, ObjectKind kind)
    {
        (ObjectKind, string) name = (kind, entry.Key);
        if (_places.TryGetValue(name, out List<SpecLocation>? places))
        {
            places.Add(mapping.KeyLocation(entry));
            return;
        }

        if (_allowed.Contains(name) || _places.Count + _allowed.Count == MostCompared)
        {
            return;
        }

        bool isOpen = dialect == SpecDialect.OpenApi31 && kind.Name == ObjectKinds.Schema;
        string? nearest = isOpen ? NearestKey.FindMisspelt(entry.Key, kind, mapping) : NearestKey.Find(entry.Key, kind, mapping, dialect);
        if (isOpen && nearest is null)
        {
            _allowed.Add(name);
            return;
        }

        _places[name] = [mapping.KeyLocation(entry)];
        _messages[name] = (Descriptors.KeyUnknown, [entry.Key, kind.Name, NearestName.DidYouMean(nearest)]);
    }

    /// <summary>Adds a key of another version of OpenAPI.</summary>
    public void Add(SpecMapping mapping, SpecEntry entry, ObjectKind kind, string version, string remedy)
    {
        (ObjectKind, string) name = (kind, entry.Key);
        if (!_places.TryGetValue(name, out List<SpecLocation>? places))
        {
            _places[name] = places = [];
            _messages[name] = (Descriptors.KeyOfOtherVersion, [entry.Key, kind.Name, version, remedy, ""]);
        }

        places.Add(mapping.KeyLocation(entry));
    }

    /// <summary>Adds a value that has no effect because of its shape.</summary>
    public void Add(SpecLocation place, ObjectKind kind, string fault)
    {
        if (!_places.TryGetValue((kind, fault), out List<SpecLocation>? places))
        {
            _places[(kind, fault)] = places = [];
            _messages[(kind, fault)] = (Descriptors.PartInvalid, [fault]);
        }

        places.Add(place);
    }

    public void AddTo(DiagnosticBag diagnostics)
    {
        List<(SpecLocation Location, DiagnosticDescriptor Rule, string[] Arguments)> all = [];
        foreach (KeyValuePair<(ObjectKind Kind, string Key), List<SpecLocation>> pair in _places)
        {
            // An alias or an overlay can put one node of the text into the tree several times.
            (DiagnosticDescriptor rule, string[] words) = _messages[pair.Key];
            SpecLocation[] places = InOrder(pair.Value.Distinct(), static place => place).ToArray();
            int shown = Math.Min(places.Length, MostPlacesOfOne);
            for (int i = 0; i < shown; i++)
            {
                bool isLast = i == shown - 1 && places.Length > shown;
                string more = isLast ? $" (and in {(places.Length - shown).Invariant()} more places)" : "";
                all.Add((places[i], rule, [.. words.Take(words.Length - 1), words[words.Length - 1] + more]));
            }
        }

        foreach ((SpecLocation location, DiagnosticDescriptor rule, string[] arguments) in InOrder(all, static one => one.Location))
        {
            diagnostics.Add(rule, location, arguments);
        }
    }

    private static IEnumerable<T> InOrder<T>(IEnumerable<T> items, Func<T, SpecLocation> place) => items
        .OrderBy(item => place(item).Path, StringComparer.Ordinal)
        .ThenBy(item => place(item).Offset);
}
