using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Operations.Names;
using RealtimeKit.Gen.Parsing.Types;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations;

/// <summary>
/// Creates methods named after the values of an enum. If a JSON body requires exactly one property, and that property is a closed
/// enum of two to twelve strings, each value becomes a method that sends it: <c>{"action": "stop"}</c> becomes <c>StopAsync</c>.
/// No method is created if another operation or another such body of the group has the same name.
/// </summary>
internal sealed class VerbParser(TypeDrafts drafts, EnumMemberNames members, SpecLocations locations, DiagnosticBag diagnostics)
{
    private const int MostValues = 12;

    public IReadOnlyList<OperationModel> Parse(IReadOnlyList<(NamedOperation Named, OperationModel Model)> group)
    {
        VerbModel[][] candidates = group.Select(pair => Candidates(pair.Model).ToArray()).ToArray();
        HashSet<string> taken = new(group.Select(static pair => pair.Model.Name), StringComparer.Ordinal);
        Dictionary<string, int> claims = candidates
            .SelectMany(static own => own)
            .GroupBy(static verb => verb.Name, StringComparer.Ordinal)
            .ToDictionary(static claim => claim.Key, static claim => claim.Count(), StringComparer.Ordinal);
        return group.Select((pair, index) =>
        {
            VerbModel[] free = candidates[index].Where(verb => !taken.Contains(verb.Name) && claims[verb.Name] == 1).ToArray();
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

    private IEnumerable<VerbModel> Candidates(OperationModel operation)
    {
        if (operation.Bodies.Count != 1 || operation.Results[0].Suffix.Length > 0 || operation.Bodies[0] is not { Kind: BodyKind.Json, IsRequired: true } body
            || drafts.Of(body.Type) is not ObjectDraft { Derived.Count: 0 } draft)
        {
            yield break;
        }

        PropertyDraft[] required = draft.Properties.Where(static property => property.IsRequired).ToArray();
        if (required.Length != 1
            || required[0].Type.Shape != TypeShape.Enum
            || drafts.Of(required[0].Type) is not EnumDraft { IsNumeric: false, AreFlags: false } values
            || values.Values.Count is < 2 or > MostValues)
        {
            yield break;
        }

        foreach ((string value, _, _) in values.Values)
        {
            string member = members.Find(values, value)!;
            string property = required[0].GivenName ?? Identifier.Pascal(required[0].WireName);
            yield return new VerbModel(member, value, ConstantModel.Of(values.Name, [member]), property);
        }
    }
}
