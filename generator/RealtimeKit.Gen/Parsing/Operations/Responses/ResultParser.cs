using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Operations.Http;
using RealtimeKit.Gen.Parsing.Operations.Names;
using RealtimeKit.Gen.Parsing.Types;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations.Responses;

/// <summary>
/// Decides the results of an operation. The main result is one C# type for all successful statuses: nullable if one of them is
/// empty, and a union if they differ. Each other form of the response is a further result.
/// </summary>
internal sealed class ResultParser(SchemaParser schemas, SpecLocations locations, NameLock names, DiagnosticBag diagnostics)
{
    /// <summary>The longest list of media types that is sent as Accept. A longer list says that any media type is accepted.</summary>
    private const int LongestAccept = 300;

    /// <summary>The weight of a range of media types beside JSON, which is preferred.</summary>
    private const string LessPreferred = ";q=0.8";

    /// <returns>The results, the main result first. If the response is a sequence of items, that is the only result.</returns>
    public IReadOnlyList<ResultModel> Parse(NamedOperation named, IReadOnlyList<ResponseBody> bodies, string hint)
    {
        List<ResultModel> results = [];
        if (bodies.Any(static body => body.Kind is not (ResponseBodyKind.Items or ResponseBodyKind.Empty))
            || bodies.All(static body => body.Kind == ResponseBodyKind.Empty))
        {
            ResponseBodyKind main = bodies.Min(static body => body.Kind);
            ResultModel[] others = OtherJson(named, bodies, hint).ToArray();
            results.Add(MainResult(named, Main(named, bodies, main), hint, others));
            results.AddRange(others);
            if (main == ResponseBodyKind.Json
                && Statuses(bodies).Any(static status => Has(status, ResponseBodyKind.Json) && Has(status, ResponseBodyKind.Text)))
            {
                results.Add(Compose(named, Statuses(bodies).Select(static status => As(status, ResponseBodyKind.Text)), hint, "AsText"));
            }

            if (main != ResponseBodyKind.Stream && bodies.Any(static body => body.Kind == ResponseBodyKind.Stream))
            {
                results.Add(Compose(named, Statuses(bodies).Select(static status => As(status, ResponseBodyKind.Stream)), hint, "AsStream"));
            }
        }

        if (Items(named, bodies) is { } items)
        {
            results.Add(items);
        }

        return results;
    }

    private static IEnumerable<IGrouping<string, ResponseBody>> Statuses(IEnumerable<ResponseBody> bodies) =>
        bodies.Where(static body => body.Kind != ResponseBodyKind.Items).GroupBy(static body => body.Status, StringComparer.Ordinal);

    private static bool Has(IEnumerable<ResponseBody> status, ResponseBodyKind kind) => status.Any(body => body.Kind == kind);

    /// <summary>Returns the responses of the preferred kind, which is JSON if there is any.</summary>
    private IReadOnlyList<ResponseBody> Main(NamedOperation named, IReadOnlyList<ResponseBody> bodies, ResponseBodyKind kind)
    {
        List<ResponseBody> main = [];
        foreach (IGrouping<string, ResponseBody> status in Statuses(bodies))
        {
            IEnumerable<ResponseBody> readable = status
                .Where(body => body.Kind == kind
                    || body.Kind == ResponseBodyKind.Empty
                    || (kind == ResponseBodyKind.Json && body.Kind == ResponseBodyKind.Text))
                .ToArray();
            if (!readable.Any())
            {
                diagnostics.Add(
                    Descriptors.KeywordIgnored,
                    locations.Of(named.Operation),
                    "responses",
                    $"the status {status.Key} has no {(kind == ResponseBodyKind.Json ? "JSON" : "text")} body, so only {named.Name}AsStreamAsync reads it");
                continue;
            }

            main.AddRange(kind == ResponseBodyKind.Json && Has(readable, kind)
                ? readable.Where(static body => body.Kind == ResponseBodyKind.Json).Take(1)
                : readable.Take(kind == ResponseBodyKind.Json ? 1 : int.MaxValue));
        }

        return main;
    }

    /// <summary>Composes the main result. It is known by the media type of its first JSON, unless this is plain or the name of another result.</summary>
    private ResultModel MainResult(NamedOperation named, IReadOnlyList<ResponseBody> bodies, string hint, ResultModel[] others)
    {
        string mediaType = bodies.FirstOrDefault(static body => body.Kind == ResponseBodyKind.Json)?.MediaType ?? "";
        bool isKnown = mediaType.Length > 0 && !MediaTypes.IsPlainJson(mediaType) && !Array.Exists(others, other => other.MediaType == mediaType);
        return Compose(named, bodies, hint, "") with { MediaType = isKnown ? mediaType : "" };
    }

    /// <summary>Returns results for JSON of other media types with other types.</summary>
    private IEnumerable<ResultModel> OtherJson(NamedOperation named, IReadOnlyList<ResponseBody> bodies, string hint)
    {
        IEnumerable<string> others = Statuses(bodies)
            .SelectMany(static status => status.Where(static body => body.Kind == ResponseBodyKind.Json).Skip(1))
            .Select(static body => body.MediaType);
        string[] types = others.Distinct(StringComparer.Ordinal).OrderBy(static type => type, StringComparer.Ordinal).ToArray();
        IReadOnlyDictionary<string, string> suffixes = SuffixesOf(named, types, bodies.Select(static body => body.MediaType).ToArray());
        foreach (string other in types)
        {
            IEnumerable<ResponseBody> cases = Statuses(bodies)
                .Select(status => status.FirstOrDefault(body => body.Kind == ResponseBodyKind.Json && body.MediaType == other)
                    ?? status.FirstOrDefault(static body => body.Kind is ResponseBodyKind.Json or ResponseBodyKind.Empty))
                .OfType<ResponseBody>();
            yield return Compose(named, cases, hint, suffixes[other]) with { MediaType = other };
        }
    }

    /// <summary>
    /// Returns the suffix of the method for each media type. Media types that share the usual suffix, such as versions in a
    /// parameter, get one from their full text.
    /// </summary>
    /// <param name="all">All media types of the operation, also that of the main result.</param>
    private IReadOnlyDictionary<string, string> SuffixesOf(NamedOperation named, IReadOnlyList<string> types, IReadOnlyList<string> all)
    {
        LockedMediaTypes locked = new(names, $"{LockKind.Result} {named.LockKey}", "", all, static _ => false);
        Dictionary<string, string> usual = types.ToDictionary(
            static type => type, type => locked.FormerOf(type) ?? "As" + MediaTypes.Name(type), StringComparer.Ordinal);
        ILookup<string, string> bySuffix = types.ToLookup(type => usual[type], StringComparer.Ordinal);
        WantedName[] wanted = types
            .Select(type => new WantedName(type, "As " + type, bySuffix[usual[type]].Count() == 1 ? usual[type] : "As" + Identifier.Pascal(type)))
            .ToArray();
        IReadOnlyDictionary<string, string> suffixes = names.Assign(new NameScope(["AsText", "AsStream"]), wanted, type => locked.KeyOf(type.Key));
        foreach (string type in types.Where(type => suffixes[type] != usual[type] && !names.IsLocked(locked.KeyOf(type))))
        {
            diagnostics.Add(
                Descriptors.NameChanged,
                locations.Of(named.Operation),
                type,
                ChangedName.Became(type, named.Name + suffixes[type]),
                $"other media types of the operation also produce {named.Name}{usual[type]}");
        }

        return suffixes;
    }

    /// <summary>Returns the response of a status as text or as a stream.</summary>
    private static ResponseBody As(IGrouping<string, ResponseBody> status, ResponseBodyKind kind)
    {
        ResponseBody[] bodies = status.Where(body => body.Kind == kind).ToArray();
        return bodies.Length > 0 ? bodies[0] with { MediaType = string.Join(", ", bodies.Select(static body => body.MediaType)) }
            : Has(status, ResponseBodyKind.Empty) ? status.First()
            : new ResponseBody(status.Key, kind, "", kind == ResponseBodyKind.Text ? PrimitiveTypes.Text : TypeRef.Stream);
    }

    private ResultModel Compose(NamedOperation named, IEnumerable<ResponseBody> bodies, string hint, string suffix)
    {
        ResponseBody[] all = bodies.ToArray();
        ResponseBody[] cases = all.GroupBy(static body => body.Status, StringComparer.Ordinal).Select(static status => status.First()).ToArray();
        DistinctTypes types = new();
        foreach (ResponseBody body in cases.Where(static body => body.Kind != ResponseBodyKind.Empty))
        {
            types.Add(body.Type.AsRequired());
        }

        bool isUnion = types.Types.Count > 1;
        TypeRef type = isUnion ? schemas.DeclareUnion(named.Operation, types.Types, TypeKey.Part(hint, suffix + "Result"))
            : types.Types.Count == 1 ? types.Types[0]
            : TypeRef.None;
        bool isSometimesEmpty = types.Types.Count > 0 && cases.Any(static body => body.Kind == ResponseBodyKind.Empty);
        type = isSometimesEmpty || cases.Any(static body => body.Type.IsNullable) ? type.AsNullable() : type;
        return new ResultModel
        {
            Type = type,
            Cases = cases.Select(body => new ResultCaseModel(
                body.Status,
                Kind(body.Kind),
                body.Kind == ResponseBodyKind.Empty ? type : body.Type.IsNullable ? types[body.Type].AsNullable() : types[body.Type],
                body.Envelope,
                isUnion && body.Kind != ResponseBodyKind.Empty ? type.Name : "")
            {
                MediaRange = body.Kind == ResponseBodyKind.Json && MediaTypes.IsRangeWithJson(body.MediaType) ? body.MediaType : "",
            }).ToEquatableArray(),
            Accept = Accept(all),
            Suffix = suffix,
        };
    }

    private ResultModel? Items(NamedOperation named, IReadOnlyList<ResponseBody> bodies)
    {
        ResponseBody[] items = bodies.Where(static body => body.Kind == ResponseBodyKind.Items).ToArray();
        if (items.Length == 0)
        {
            return null;
        }

        ResponseBody[] kept = items.Where(body => body.Type == items[0].Type && body.HasPlainItems == items[0].HasPlainItems).ToArray();
        foreach (ResponseBody other in items.Except(kept))
        {
            diagnostics.Add(
                Descriptors.ConstructNotSupported,
                locations.Of(named.Operation),
                $"A stream with items of a different type from those of {items[0].MediaType}",
                other.MediaType);
        }

        return new ResultModel
        {
            Type = items[0].Type,
            Cases = kept.GroupBy(static body => body.Status, StringComparer.Ordinal)
                .Select(static status => StreamedCase(status.First()))
                .ToEquatableArray(),
            Accept = Accept(kept),
            Suffix = "Streaming",
            IsStreamed = true,
            HasEvents = kept.Any(static body => MediaTypes.AreAlike(body.MediaType, MediaTypes.EventStream)),
        };
    }

    private static ResultCaseModel StreamedCase(ResponseBody body) =>
        new(body.Status, body.HasPlainItems ? ResultKind.Text : ResultKind.Json, body.Type, "", "");

    private static ResultKind Kind(ResponseBodyKind kind) => kind switch
    {
        ResponseBodyKind.Text => ResultKind.Text,
        ResponseBodyKind.Stream => ResultKind.Stream,
        ResponseBodyKind.Empty => ResultKind.Empty,
        _ => ResultKind.Json,
    };

    /// <summary>Returns the media types that the server can return; empty for those that the runtime requests by default.</summary>
    private static string Accept(IEnumerable<ResponseBody> bodies)
    {
        string[] all = bodies
            .Where(static body => body.Kind != ResponseBodyKind.Empty)
            .SelectMany(static body => body.MediaType.Split([", "], StringSplitOptions.RemoveEmptyEntries))
            .ToArray();
        bool hasJson = Array.Exists(all, static type => MediaTypes.AreAlike(type, MediaTypes.Json));
        IEnumerable<string> listed = all
            .SelectMany(type => MediaTypes.IsRangeWithJson(type) && !hasJson ? [MediaTypes.Json, type + LessPreferred]
                : MediaTypes.IsJson(type) && !MediaTypes.IsNamed(type) && (hasJson || type.IndexOf('*') >= 0) ? [MediaTypes.Json]
                : new[] { type })
            .Distinct(StringComparer.OrdinalIgnoreCase);
        string[] types = MediaTypes.InOrder(listed, static type => type).ToArray();
        string accept = string.Join(", ", types);
        return accept == MediaTypes.Json || accept.Length > LongestAccept || !types.All(MediaTypeName.IsWellFormed) ? "" : accept;
    }
}
