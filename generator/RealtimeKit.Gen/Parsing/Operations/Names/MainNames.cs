using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>
/// Decides which method of an operation has no suffix: that of JSON, if there is any. With a names file, it is the method that had none
/// before, so a form, a text or JSON of another media type keeps its method when plain JSON is added beside it, and its suffix when plain
/// JSON is removed.
/// </summary>
/// <param name="operation">The texts that identify the operation in the names file.</param>
internal sealed class MainNames(NameLock names, string operation)
{
    private readonly string _prefix = $"{LockKind.Suffix} {operation}";

    /// <summary>Returns the suffixes that the methods of the request bodies ask for.</summary>
    public string[] Wanted(IReadOnlyList<BodyModel> bodies) => Wanted("request", bodies.Select(Variant.Of).ToArray());

    /// <summary>Returns the suffixes that the methods of the results ask for.</summary>
    public string[] Wanted(IReadOnlyList<ResultModel> results)
    {
        string[] wanted = Wanted("response", results.Select(result => Variant.Of(result, names, KeyOf)).ToArray());
        if (results[0].MediaType.Length > 0 && wanted[0].Length > 0)
        {
            names.Record(KeyOf(results[0].MediaType), wanted[0]);
        }

        return wanted;

        string KeyOf(string mediaType) => $"{LockKind.Result} {operation} {LockKey.Token(mediaType)}";
    }

    /// <param name="side">What the names file calls the side of the call that has no suffix.</param>
    private string[] Wanted(string side, Variant[] variants)
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
            Keep(variants[kept]);
            suffixes[kept] = "";
            suffixes[0] = main.Own;
        }
        else if (!IsKept(main) && names.Find($"{_prefix} {LockKey.Token(main.Own)}") is not null)
        {
            suffixes[0] = main.Own;
        }
        else if (main.Own != Variant.OfJson)
        {
            Keep(main);
        }

        return suffixes;

        bool IsKept(Variant variant) => variant.Ids.Any(id => names.Find(KeyOf(id)) is not null);

        void Keep(Variant variant)
        {
            foreach (string id in variant.Ids)
            {
                names.Record(KeyOf(id), LockKey.Empty);
            }
        }

        string KeyOf(string id) => $"{_prefix} {side}/{LockKey.Token(id)}";
    }
}
