using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Operations.Http;

namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>
/// Decides which method of an operation has no suffix: that of JSON, if there is any. With a names file, it is the method that had none
/// before, so a form, a text or JSON of another media type keeps its method when plain JSON is added beside it, and its suffix when plain
/// JSON is removed.
/// </summary>
/// <param name="operation">The texts that identify the operation in the names file.</param>
internal sealed class MainNames(NameLock names, string operation, LockedSuffixes request, LockedSuffixes response)
{
    private readonly string _prefix = $"{LockKind.Suffix} {operation}";

    /// <summary>Returns the suffixes that the methods of the request bodies ask for.</summary>
    public string[] Wanted(IReadOnlyList<BodyModel> bodies)
    {
        Variant[] variants = bodies.Select(Variant.Of).ToArray();
        LockedMediaTypes locked = Locked(request, variants);
        string[] wanted = Wanted(variants, locked, request);
        for (int i = 0; names.IsOn && i < wanted.Length; i++)
        {
            string? kept = variants[i].MediaTypes.Select(locked.Find).FirstOrDefault(static name => name is not (null or LockKey.Empty));
            if (wanted[i].Length > 0 && (kept is not null || MediaTypeSuffix.IsOfMediaType(bodies[i].Kind, bodies[i].ContentType)))
            {
                wanted[i] = kept is null || wanted.Contains(kept) ? wanted[i] : kept;
                Record(variants[i].MediaTypes, locked, wanted[i]);
            }
        }

        return wanted;
    }

    /// <summary>Returns the suffixes that the methods of the results ask for.</summary>
    public string[] Wanted(IReadOnlyList<ResultModel> results)
    {
        string[] current = [.. results.Select(static result => result.MediaType)];
        LockedMediaTypes ends = new(names, $"{LockKind.Result} {operation}", "", current, _ => HasLostMain(current));
        Variant[] variants = results.Select(result => Variant.Of(result, ends)).ToArray();
        string[] wanted = Wanted(variants, Locked(response, variants), response);
        if (results[0].MediaType.Length > 0 && wanted[0].Length > 0)
        {
            names.Record(ends.KeyOf(results[0].MediaType), wanted[0]);
        }

        return wanted;
    }

    /// <summary>
    /// Returns whether the main JSON of the file is gone too, so that the JSON which is left may have replaced it instead of the one with a suffix.
    /// </summary>
    private bool HasLostMain(string[] current) => current[0].Length > 0 && names.Within($"{LockKind.Type} {operation}")
        .Select(static entry => LockKey.Text(LockKey.Last(entry.Key)).Split('/'))
        .Where(static place => place.Length == 3 && place[0] == "responses")
        .Select(static place => place[2].Replace("~1", "/"))
        .Distinct(StringComparer.Ordinal)
        .Count(mediaType => MediaTypes.BodyKindOf(mediaType) == BodyKind.Json && !current.Contains(mediaType)) > 1;

    private LockedMediaTypes Locked(LockedSuffixes suffixes, Variant[] variants) => new(
        names,
        _prefix,
        suffixes.Side,
        [.. variants.SelectMany(static variant => variant.Ids)],
        mediaType => suffixes.Find(MediaTypeSuffix.Of(MediaTypes.BodyKindOf(mediaType), mediaType)) is not null);

    private string[] Wanted(Variant[] variants, LockedMediaTypes locked, LockedSuffixes own)
    {
        string[] suffixes = Array.ConvertAll(variants, static variant => variant.Suffix);
        if (!names.IsOn || variants.Length == 0 || variants[0].Own.Length == 0)
        {
            return suffixes;
        }

        Variant main = variants[0];
        int kept = Array.FindIndex(variants, variant => variant.Suffix.Length > 0 && IsKept(variant));
        if (kept > 0)
        {
            Record(variants[kept].Ids, locked, LockKey.Empty);
            suffixes[kept] = "";
            suffixes[0] = main.Own;
        }
        else if (!IsKept(main) && own.Find(main.Own) is not null)
        {
            suffixes[0] = main.Own;
        }
        else if (main.Own != Variant.OfJson || variants.Length > 1)
        {
            Record(main.Own == Variant.OfJson ? main.MediaTypes : main.Ids, locked, LockKey.Empty);
        }

        return suffixes;

        bool IsKept(Variant variant) => variant.Ids.Any(id => locked.Find(id) == LockKey.Empty);
    }

    private void Record(IEnumerable<string> ids, LockedMediaTypes locked, string suffix)
    {
        foreach (string id in ids)
        {
            names.Record(locked.KeyOf(id), suffix);
        }
    }
}
