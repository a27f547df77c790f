using RealtimeKit.Gen.Diagnostics;
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
internal sealed class ResultParser(SchemaParser schemas, SpecLocations locations, DiagnosticBag diagnostics)
{
    /// <summary>The longest list of media types that is sent as Accept. A longer list says that any media type is accepted.</summary>
    private const int LongestAccept = 300;

    /// <returns>The results, the main result first. If the response is a sequence of items, that is the only result.</returns>
    public IReadOnlyList<ResultModel> Parse(NamedOperation named, IReadOnlyList<Answer> answers, string hint)
    {
        List<ResultModel> results = [];
        if (answers.Any(static answer => answer.Kind is not (AnswerKind.Items or AnswerKind.Empty))
            || answers.All(static answer => answer.Kind == AnswerKind.Empty))
        {
            AnswerKind main = answers.Min(static answer => answer.Kind);
            results.Add(Compose(named, Main(named, answers, main), hint, ""));
            results.AddRange(OtherJson(named, answers, hint));
            if (main == AnswerKind.Json && Statuses(answers).Any(static status => Has(status, AnswerKind.Json) && Has(status, AnswerKind.Text)))
            {
                results.Add(Compose(named, Statuses(answers).Select(static status => As(status, AnswerKind.Text)), hint, "AsText"));
            }

            if (main != AnswerKind.Stream && answers.Any(static answer => answer.Kind == AnswerKind.Stream))
            {
                results.Add(Compose(named, Statuses(answers).Select(static status => As(status, AnswerKind.Stream)), hint, "AsStream"));
            }
        }

        if (Items(named, answers) is { } items)
        {
            results.Add(items);
        }

        return results;
    }

    private static IEnumerable<IGrouping<string, Answer>> Statuses(IEnumerable<Answer> answers) =>
        answers.Where(static answer => answer.Kind != AnswerKind.Items).GroupBy(static answer => answer.Status, StringComparer.Ordinal);

    private static bool Has(IEnumerable<Answer> status, AnswerKind kind) => status.Any(answer => answer.Kind == kind);

    /// <summary>Returns the responses of the preferred kind, which is JSON if there is any.</summary>
    private IReadOnlyList<Answer> Main(NamedOperation named, IReadOnlyList<Answer> answers, AnswerKind kind)
    {
        List<Answer> main = [];
        foreach (IGrouping<string, Answer> status in Statuses(answers))
        {
            IEnumerable<Answer> readable = status
                .Where(answer => answer.Kind == kind || answer.Kind == AnswerKind.Empty || (kind == AnswerKind.Json && answer.Kind == AnswerKind.Text))
                .ToArray();
            if (!readable.Any())
            {
                diagnostics.Add(
                    Descriptors.KeywordIgnored,
                    locations.Of(named.Operation),
                    "responses",
                    $"the status {status.Key} gives no {kind}, so that only {named.Name}AsStreamAsync reads it");
                continue;
            }

            main.AddRange(kind == AnswerKind.Json && Has(readable, kind)
                ? readable.Where(static answer => answer.Kind == AnswerKind.Json).Take(1)
                : readable.Take(kind == AnswerKind.Json ? 1 : int.MaxValue));
        }

        return main;
    }

    /// <summary>Returns results for JSON of other media types with other types.</summary>
    private IEnumerable<ResultModel> OtherJson(NamedOperation named, IReadOnlyList<Answer> answers, string hint)
    {
        IEnumerable<string> others = Statuses(answers)
            .SelectMany(static status => status.Where(static answer => answer.Kind == AnswerKind.Json).Skip(1))
            .Select(static answer => answer.MediaType);
        string[] types = others.Distinct(StringComparer.Ordinal).OrderBy(static type => type, StringComparer.Ordinal).ToArray();
        IReadOnlyDictionary<string, string> suffixes = SuffixesOf(named, types);
        foreach (string other in types)
        {
            IEnumerable<Answer> cases = Statuses(answers)
                .Select(status => status.FirstOrDefault(answer => answer.Kind == AnswerKind.Json && answer.MediaType == other)
                    ?? status.FirstOrDefault(static answer => answer.Kind is AnswerKind.Json or AnswerKind.Empty))
                .OfType<Answer>();
            yield return Compose(named, cases, hint, suffixes[other]);
        }
    }

    /// <summary>
    /// Returns the suffix of the method for each media type. Media types that share the usual suffix, such as versions in a
    /// parameter, get one from their full text.
    /// </summary>
    private IReadOnlyDictionary<string, string> SuffixesOf(NamedOperation named, IReadOnlyList<string> types)
    {
        Dictionary<string, string> usual = types.ToDictionary(static type => type, static type => "As" + MediaTypes.Name(type), StringComparer.Ordinal);
        ILookup<string, string> bySuffix = types.ToLookup(type => usual[type], StringComparer.Ordinal);
        WantedName[] wanted = types
            .Select(type => new WantedName(type, "As" + type, bySuffix[usual[type]].Count() == 1 ? usual[type] : "As" + Identifier.Pascal(type)))
            .ToArray();
        IReadOnlyDictionary<string, string> suffixes = new NameScope(["AsText", "AsStream"]).Assign(wanted);
        foreach (string type in types.Where(type => suffixes[type] != usual[type]))
        {
            diagnostics.Add(
                Descriptors.NameChanged,
                locations.Of(named.Operation),
                type,
                ChangedName.Became(type, named.Name + suffixes[type]),
                $"other media types of the operation give {named.Name}{usual[type]} too");
        }

        return suffixes;
    }

    /// <summary>Returns the response of a status as text or as a stream.</summary>
    private static Answer As(IGrouping<string, Answer> status, AnswerKind kind)
    {
        Answer[] answers = status.Where(answer => answer.Kind == kind).ToArray();
        return answers.Length > 0 ? answers[0] with { MediaType = string.Join(", ", answers.Select(static answer => answer.MediaType)) }
            : Has(status, AnswerKind.Empty) ? status.First()
            : new Answer(status.Key, kind, "", kind == AnswerKind.Text ? PrimitiveTypes.Text : TypeRef.Stream);
    }

    private ResultModel Compose(NamedOperation named, IEnumerable<Answer> answers, string hint, string suffix)
    {
        Answer[] all = answers.ToArray();
        Answer[] cases = all.GroupBy(static answer => answer.Status, StringComparer.Ordinal).Select(static status => status.First()).ToArray();
        DistinctTypes types = new();
        foreach (Answer answer in cases.Where(static answer => answer.Kind != AnswerKind.Empty))
        {
            types.Add(answer.Type.AsRequired());
        }

        bool isUnion = types.Types.Count > 1;
        TypeRef type = isUnion ? schemas.DeclareUnion(named.Operation, types.Types, Identifier.Within(hint + suffix, "Result"))
            : types.Types.Count == 1 ? types.Types[0]
            : TypeRef.None;
        bool isSometimesEmpty = types.Types.Count > 0 && cases.Any(static answer => answer.Kind == AnswerKind.Empty);
        type = isSometimesEmpty || cases.Any(static answer => answer.Type.IsNullable) ? type.AsNullable() : type;
        return new ResultModel
        {
            Type = type,
            Cases = cases.Select(answer => new ResultCaseModel(
                answer.Status,
                Kind(answer.Kind),
                answer.Kind == AnswerKind.Empty ? type : answer.Type.IsNullable ? types[answer.Type].AsNullable() : types[answer.Type],
                answer.Envelope,
                isUnion && answer.Kind != AnswerKind.Empty ? type.Name : "")).ToEquatableArray(),
            Accept = Accept(all),
            Suffix = suffix,
        };
    }

    private ResultModel? Items(NamedOperation named, IReadOnlyList<Answer> answers)
    {
        Answer[] items = answers.Where(static answer => answer.Kind == AnswerKind.Items).ToArray();
        if (items.Length == 0)
        {
            return null;
        }

        Answer[] kept = items.Where(answer => answer.Type == items[0].Type).ToArray();
        foreach (Answer other in items.Except(kept))
        {
            diagnostics.Add(
                Descriptors.ConstructNotSupported,
                locations.Of(named.Operation),
                $"A stream whose items are of another type than those of {items[0].MediaType}",
                other.MediaType);
        }

        return new ResultModel
        {
            Type = items[0].Type,
            Cases = kept.GroupBy(static answer => answer.Status, StringComparer.Ordinal)
                .Select(static status => StreamedCase(status.Key, status.First().Type))
                .ToEquatableArray(),
            Accept = Accept(kept),
            Suffix = "Streaming",
            IsStreamed = true,
            HasEvents = kept.Any(static answer => MediaTypes.AreAlike(answer.MediaType, MediaTypes.EventStream)),
        };
    }

    private static ResultCaseModel StreamedCase(string status, TypeRef type) =>
        new(status, type == PrimitiveTypes.Text ? ResultKind.Text : ResultKind.Json, type, "", "");

    private static ResultKind Kind(AnswerKind kind) => kind switch
    {
        AnswerKind.Text => ResultKind.Text,
        AnswerKind.Stream => ResultKind.Stream,
        AnswerKind.Empty => ResultKind.Empty,
        _ => ResultKind.Json,
    };

    /// <summary>Returns the media types that the server can return; empty for those that the runtime requests by default.</summary>
    private static string Accept(IEnumerable<Answer> answers)
    {
        IEnumerable<string> listed = answers
            .Where(static answer => answer.Kind != AnswerKind.Empty)
            .SelectMany(static answer => answer.MediaType.Split([", "], StringSplitOptions.RemoveEmptyEntries))
            .Select(static type => MediaTypes.IsNamed(type) || !MediaTypes.IsJson(type) ? type : MediaTypes.Json)
            .Distinct(StringComparer.OrdinalIgnoreCase);
        string[] types = MediaTypes.InOrder(listed, static type => type).ToArray();
        string accept = string.Join(", ", types);
        return accept == MediaTypes.Json || accept.Length > LongestAccept || !types.All(MediaTypes.IsWellFormed) ? "" : accept;
    }
}
