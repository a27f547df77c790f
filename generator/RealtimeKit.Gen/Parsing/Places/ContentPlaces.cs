using NJsonSchema;
using NSwag;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Parsing.Places;

/// <summary>
/// Gives each content of a body the place of its media type. If the author has changed the media type to another of the same kind, such as
/// <c>*/*</c> to JSON or to one with a charset, the content keeps the place that it has in the names file. If several of the kind are new to
/// the file, which does not have references and contents that are left out, their members decide.
/// </summary>
/// <param name="kindOf">Returns the kind of a media type.</param>
internal sealed class ContentPlaces(LockedContents locked, SchemaTargets targets, Func<string, BodyKind> kindOf)
{
    private static readonly Dictionary<string, string> _none = [];

    /// <param name="parent">The place of the body.</param>
    public IEnumerable<(string Place, JsonSchema Schema)> Of(IDictionary<string, OpenApiMediaType> contents, string parent)
    {
        Dictionary<string, JsonSchema> schemas = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, OpenApiMediaType> content in contents.Where(static content => content.Value.Schema is not null))
        {
            schemas[Name(content.Key)] = content.Value.Schema;
        }

        IReadOnlyList<string> known = locked.At(parent);
        IReadOnlyDictionary<string, string> former = known.Count == 0 ? _none : FormerOf(schemas, known, parent);
        return schemas.Select(content => (parent + "/" + (former.TryGetValue(content.Key, out string? place) ? place : content.Key), content.Value));
    }

    /// <summary>Returns the former names of the contents whose media types have changed.</summary>
    private IReadOnlyDictionary<string, string> FormerOf(Dictionary<string, JsonSchema> schemas, IReadOnlyList<string> known, string parent)
    {
        Dictionary<string, string> places = new(StringComparer.Ordinal);
        FormerNames<BodyKind> names = new(known, schemas.Keys, KindOf);
        foreach ((IEnumerable<string> former, IEnumerable<string> added) in names.ByKind())
        {
            if (names.Of(added.First()) is { } only)
            {
                places.Add(added.First(), only);
                continue;
            }

            HashSet<string> taken = new(StringComparer.Ordinal);
            foreach ((string one, string place) in Pairs(former.ToArray(), added.ToArray(), schemas, parent))
            {
                if (!places.ContainsKey(one) && taken.Add(place))
                {
                    places.Add(one, place);
                }
            }
        }

        return places;
    }

    /// <summary>
    /// Returns the contents that are like the types at former places, the most alike first. A reference to what the file has at its own
    /// place needs none.
    /// </summary>
    private IEnumerable<(string One, string Place)> Pairs(string[] former, string[] added, Dictionary<string, JsonSchema> schemas, string parent)
    {
        if ((long)former.Length * added.Length > Likeness.MostPairs)
        {
            return [];
        }

        added = Array.FindAll(added, one => !targets.IsKnown(schemas[one]));
        HashSet<string>[] current = Array.ConvertAll(added, one => SchemaPaths.Of(schemas[one], targets));
        return former
            .Select(place => (Place: place, Members: locked.PathsWithin(parent + "/" + place).ToArray()))
            .SelectMany(place => added.Select((one, index) => (One: one, place.Place, Likeness: Likeness.Common(place.Members, current[index]))))
            .Where(static pair => pair.Likeness >= Likeness.FewestCommon)
            .OrderByDescending(static pair => pair.Likeness)
            .ThenBy(static pair => pair.One, StringComparer.Ordinal)
            .Select(static pair => (pair.One, pair.Place));
    }

    private static string Name(string mediaType) => LockKey.Token(SpecPointer.Escape(mediaType));

    /// <summary>Returns the kind of a media type. Both kinds of forms are one, because a form that gets a file changes to the other.</summary>
    private BodyKind KindOf(string name) =>
        kindOf(SpecPointer.Unescape(LockKey.Text(name))) is var kind && kind == BodyKind.Multipart ? BodyKind.Form : kind;
}
