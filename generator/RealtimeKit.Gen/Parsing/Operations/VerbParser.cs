using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Finishing;
using RealtimeKit.Gen.Parsing.Operations.Names;
using RealtimeKit.Gen.Parsing.Types;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations;

/// <summary>
/// Creates methods named after the values of an enum. If the main body is JSON and requires exactly one property, and that property says what to
/// do and is a closed enum of two to twelve strings, each value becomes a method that sends it: <c>{"action": "stop"}</c> becomes
/// <c>StopAsync</c>. Any other property, such as <c>{"value": "on"}</c>, has values that are no verbs.
/// No method is created if another operation or another such body of the group has the same name.
/// </summary>
internal sealed class VerbParser(
    TypeDrafts drafts,
    EnumMemberNames members,
    PropertyFinisher properties,
    SpecLocations locations,
    NameLock names,
    DiagnosticBag diagnostics)
{
    private const int MostValues = 12;

    /// <summary>The last words of properties that say what to do.</summary>
    private static readonly string[] _imperatives = ["action", "command", "operation", "verb"];

    /// <param name="className">The class of the group, which cannot be the name of a method.</param>
    public IReadOnlyList<OperationModel> Parse(IReadOnlyList<(NamedOperation Named, OperationModel Model)> group, string className)
    {
        HashSet<string> taken = new(group.SelectMany(static pair => ClassMembers.Of(pair.Model)).Append(className), StringComparer.Ordinal);
        VerbModel[][] candidates = group.Select(pair => Candidates(pair.Model).ToArray()).ToArray();
        HashSet<string> locked = Keep(group.Select((pair, index) => (pair.Named, candidates[index])), taken);
        HashSet<string> kept = new(group.SelectMany(pair => names.Within(KeyOf(pair.Named))).Select(static entry => entry.Name), StringComparer.Ordinal);
        Dictionary<string, int> claims = candidates
            .SelectMany((own, index) => own.Where(verb => !locked.Contains(KeyOf(group[index].Named, verb))))
            .GroupBy(static verb => verb.Name, StringComparer.Ordinal)
            .ToDictionary(static claim => claim.Key, static claim => claim.Count(), StringComparer.Ordinal);
        return group.Select((pair, index) =>
        {
            VerbModel[] free = candidates[index]
                .Where(verb => locked.Contains(KeyOf(pair.Named, verb))
                    || (claims[verb.Name] == 1 && !kept.Contains(verb.Name) && !taken.Contains(ClassMembers.Method(verb.Name))))
                .ToArray();
            foreach (VerbModel verb in names.IsOn ? free : [])
            {
                names.Record(KeyOf(pair.Named, verb), verb.Name);
            }

            foreach (VerbModel lost in candidates[index].Except(free))
            {
                diagnostics.Add(
                    Descriptors.KeywordIgnored,
                    locations.Of(pair.Named.Operation),
                    lost.WireName,
                    $"no method {lost.Name}Async is emitted for it, because several methods would have that name");
            }

            return pair.Model with { Verbs = free.ToEquatableArray() };
        }).ToArray();
    }

    private static string KeyOf(NamedOperation operation) => $"{LockKind.Verb} {operation.LockKey}";

    private static string KeyOf(NamedOperation operation, VerbModel verb) => $"{KeyOf(operation)} {LockKey.Token(verb.WireName)}";

    /// <summary>Gives verbs the names that the names file keeps for them.</summary>
    /// <param name="taken">The members of the class, to which the kept methods are added.</param>
    /// <returns>The keys of the kept methods.</returns>
    private HashSet<string> Keep(IEnumerable<(NamedOperation Named, VerbModel[] Verbs)> group, HashSet<string> taken)
    {
        HashSet<string> locked = new(StringComparer.Ordinal);
        foreach ((string key, VerbModel[] verbs, int index) in group
            .Where(_ => names.IsOn)
            .SelectMany(one => one.Verbs.Select((verb, index) => (KeyOf(one.Named, verb), one.Verbs, index)))
            .OrderBy(static one => one.Item1, StringComparer.Ordinal))
        {
            if (names.Find(key) is { } kept && taken.Add(ClassMembers.Method(kept)))
            {
                verbs[index] = verbs[index] with { Name = kept };
                locked.Add(key);
            }
            else
            {
                names.ReportUnusable(key, "another method of the class is called so");
            }
        }

        return locked;
    }

    private IEnumerable<VerbModel> Candidates(OperationModel operation)
    {
        if (operation.MainResult is null or { IsStreamed: true } || operation.MainBody is not { Kind: BodyKind.Json, IsRequired: true } body
            || drafts.Of(body.Type) is not ObjectDraft { Derived.Count: 0 } draft)
        {
            yield break;
        }

        PropertyDraft[] required = draft.Properties.Where(static property => property.IsRequired).ToArray();
        if (required.Length != 1
            || !SaysWhatToDo(required[0].WireName)
            || required[0].Type.Shape != TypeShape.Enum
            || drafts.Of(required[0].Type) is not EnumDraft { IsNumeric: false, AreFlags: false } values
            || values.Values.Count is < 2 or > MostValues)
        {
            yield break;
        }

        foreach ((string value, _, _) in values.Values)
        {
            string member = members.Find(values, value)!;
            string property = properties.NameOf(draft, required[0].WireName);
            yield return new VerbModel(member, value, ConstantModel.Of(values.Name, [member]), property);
        }
    }

    private static bool SaysWhatToDo(string wireName) =>
        Words.Split(wireName).LastOrDefault() is { } word && _imperatives.Contains(word, StringComparer.OrdinalIgnoreCase);
}
