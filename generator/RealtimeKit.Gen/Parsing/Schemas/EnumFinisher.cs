using System.Globalization;
using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>Names the members of an enum.</summary>
internal sealed class EnumFinisher(SpecDocument document, Documentation documentation, DiagnosticBag diagnostics)
{
    private readonly Dictionary<EnumDraft, IReadOnlyDictionary<string, string>> _names = [];

    /// <summary>The members' names by wire name.</summary>
    public IReadOnlyDictionary<string, string> Names(EnumDraft draft)
    {
        if (!_names.TryGetValue(draft, out IReadOnlyDictionary<string, string>? names))
        {
            WantedName[] wanted = draft.Values
                .Select(value => new WantedName(value.Value, value.Value, value.Name ?? Member(draft, value.Value), value.Name is not null))
                .ToArray();
            ReportClashes(draft, wanted);
            foreach ((string value, string like) in LookAlikes.Find(wanted.Select(static name => name.WireName)))
            {
                diagnostics.Add(Descriptors.NamesLookAlike, Location(draft.Schema), value, like, LookAlikes.Foreign(value));
            }

            _names[draft] = names = new NameScope(["value__"]).Assign(wanted);
        }

        return names;
    }

    public EnumModel Finish(EnumDraft draft)
    {
        IReadOnlyDictionary<string, string> names = Names(draft);
        string[] wire = draft.Values.Select(static value => value.Value).ToArray();
        string[] numbers = draft.IsNumeric ? wire : draft.AreFlags ? FlagsRule.NumbersOf(wire).ToArray() : Array.ConvertAll(wire, static _ => "");
        return new EnumModel
        {
            Name = draft.Name,
            Doc = documentation.OfSchema(draft.Schema, draft.Schema, $"The values of {draft.Name}."),
            IsObsolete = draft.Schema.IsDeprecated,
            IsNumeric = draft.IsNumeric,
            IsLong = Array.Exists(numbers, static number => number.Length > 0 && !int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)),
            AreFlags = draft.AreFlags,
            IsInText = draft.IsInText,
            Members = draft.Values
                .Select((value, index) => new EnumMemberModel(
                    names[value.Value],
                    value.Value,
                    numbers[index],
                    documentation.Of(null, value.Description, null, $"The value {value.Value}.")))
                .ToEquatableArray(),
        };
    }

    private static string Member(EnumDraft draft, string value) =>
        !draft.IsNumeric ? Identifier.Pascal(value)
        : value.StartsWith("-", StringComparison.Ordinal) ? "ValueMinus" + value.Substring(1)
        : "Value" + value;

    private void ReportClashes(EnumDraft draft, WantedName[] wanted)
    {
        foreach (IGrouping<string, WantedName> claim in wanted.GroupBy(static name => name.Name, StringComparer.Ordinal).Where(static claim => claim.Count() > 1))
        {
            WantedName[] claimants = claim.ToArray();
            if (claimants.Count(static name => name.IsGiven) > 1)
            {
                diagnostics.Add(Descriptors.EnumNameClash, Location(draft.Schema), claim.Key, claimants[1].WireName, claimants[0].WireName);
            }
            else
            {
                diagnostics.Add(Descriptors.EnumMemberRenamed, Location(draft.Schema), claimants[0].WireName, claimants[1].WireName, claim.Key, Identifier.Spelled(claimants[1].WireName));
            }
        }
    }

    private SpecLocation? Location(JsonSchema schema) => document.LocationOf(schema);
}
