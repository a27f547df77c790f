using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>Assigns the names of enum members.</summary>
internal sealed class EnumMemberNames(SchemaIndex index, NameLock names, DiagnosticBag diagnostics)
{
    /// <summary>The word before a number.</summary>
    private const string Number = "Value";

    private readonly Dictionary<EnumDraft, IReadOnlyDictionary<string, string>> _names = [];

    /// <summary>Returns the names of the members by wire name.</summary>
    public IReadOnlyDictionary<string, string> Of(EnumDraft draft)
    {
        if (!_names.TryGetValue(draft, out IReadOnlyDictionary<string, string>? assigned))
        {
            WantedName[] wanted = Wanted(draft);
            foreach ((string value, string like) in LookAlikes.Find(draft.Values.Select(static value => value.Value)))
            {
                diagnostics.AddLookAlike(Location(draft.Schema), value, like);
            }

            _names[draft] = assigned = names.Assign(new NameScope(["value__"]), wanted, value => KeyOf(draft, value.Key));
            ReportClashes(draft, names.IsOn ? Array.FindAll(wanted, value => !names.IsLocked(KeyOf(draft, value.Key))) : wanted, assigned);
        }

        return assigned;
    }

    /// <summary>Returns the name of the member with that wire name, or null.</summary>
    public string? Find(EnumDraft draft, string wireName) => Of(draft).TryGetValue(wireName, out string? name) ? name : null;

    private static string KeyOf(EnumDraft draft, string value) => LockKey.Of(LockKind.Value, draft.Name, value);

    private static WantedName[] Wanted(EnumDraft draft)
    {
        bool hasOwnNames = draft.IsNumeric || draft.Values.Exists(static value => value.Name is not null);
        IReadOnlyList<string>? shortened = hasOwnNames ? null : EnumPrefix.Shortened(draft.Name, draft.Values.ConvertAll(static value => value.Value));
        WantedName[] wanted = draft.Values
            .Select((value, index) => new WantedName(
                value.Value,
                Worded(value.Value),
                value.Name ?? shortened?[index] ?? Member(draft, value.Value),
                value.Name is not null))
            .ToArray();
        return hasOwnNames || shortened is not null ? wanted : Signed(wanted);
    }

    /// <summary>
    /// Gives all values words for their signs if two values differ only in these: <c>GMT-13</c> is <c>GmtMinus13</c> where
    /// <c>GMT+12</c> and <c>GMT-12</c> are values too.
    /// </summary>
    private static WantedName[] Signed(WantedName[] wanted)
    {
        ILookup<string, WantedName> claims = wanted.ToLookup(static value => value.Name, StringComparer.Ordinal);
        if (!claims.Any(static claim => claim.Count(HasSign) > 0 && claim.Skip(1).Any()))
        {
            return wanted;
        }

        ILookup<string, WantedName> worded = wanted.ToLookup(static value => Identifier.Worded(value.WireName), StringComparer.Ordinal);
        return Array.ConvertAll(wanted, value => HasSign(value) && !claims[value.Name].Skip(1).Any() ? WithSign(value) : value);

        WantedName WithSign(WantedName value)
        {
            string name = Identifier.Worded(value.WireName);
            return !claims.Contains(name) && !worded[name].Skip(1).Any() ? value with { Name = name } : value;
        }
    }

    /// <summary>Returns whether a value has a sign of a number that its name does not have yet.</summary>
    private static bool HasSign(WantedName value) => Identifier.HasSign(value.WireName) && Identifier.Worded(value.WireName) != value.Name;

    private static string Member(EnumDraft draft, string value) =>
        draft.IsNumeric && value.StartsWith("-", StringComparison.Ordinal) ? Number + "Minus" + value.Substring(1)
        : Identifier.PascalValue(Worded(value));

    /// <summary>Returns the value behind a word if it begins with a digit, because a name cannot.</summary>
    private static string Worded(string value) => value.Length > 0 && char.IsDigit(value[0]) ? Number + " " + value : value;

    private void ReportClashes(EnumDraft draft, WantedName[] wanted, IReadOnlyDictionary<string, string> assigned)
    {
        foreach (IGrouping<string, WantedName> claim in wanted
            .GroupBy(static name => name.Name, StringComparer.Ordinal)
            .Where(static claim => claim.Count() > 1))
        {
            WantedName[] claimants = claim.ToArray();
            if (claimants.Count(static name => name.IsGiven) > 1)
            {
                diagnostics.Add(Descriptors.EnumNameClash, Location(draft.Schema), claim.Key, claimants[1].Key, claimants[0].Key);
            }
            else
            {
                (string first, string second) = (claimants[0].Key, claimants[1].Key);
                diagnostics.Add(
                    Descriptors.EnumMemberRenamed,
                    Location(draft.Schema),
                    first,
                    second,
                    claim.Key,
                    assigned[first],
                    assigned[second]);
            }
        }
    }

    private SpecLocation? Location(JsonSchema schema) => index.LocationOf(schema);
}
