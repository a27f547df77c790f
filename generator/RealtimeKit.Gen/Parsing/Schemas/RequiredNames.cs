using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.Documents;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>
/// Reports names in <c>required</c> that are not properties. JSON Schema allows them, so a warning is reported only if the name
/// looks like a misspelled property.
/// </summary>
internal sealed class RequiredNames(SchemaIndex index, DiagnosticBag diagnostics)
{
    /// <summary>The most comparisons of names in one document.</summary>
    private const int MostCompared = 200_000;

    private int _compared;

    public void Report(Members members)
    {
        foreach (JsonSchema part in members.Requiring)
        {
            foreach (string name in part.RequiredProperties)
            {
                if (!members.ByName.ContainsKey(name) && !members.Discriminators.Contains(name))
                {
                    Report(part, name, members.DescribesOthers ? null : Nearest(name, members));
                }
            }
        }
    }

    private void Report(JsonSchema part, string name, string? nearest)
    {
        if (diagnostics.IsFull(nearest is null ? Descriptors.KeywordIgnored : Descriptors.PartInvalid))
        {
            return;
        }

        SpecLocation? location = LocationOf(part, name);
        if (nearest is null)
        {
            diagnostics.Add(Descriptors.KeywordIgnored, location, $"required: [{name}]", "the schema has no property with this name");
        }
        else
        {
            diagnostics.Add(Descriptors.PartInvalid, location, $"'required' lists '{name}', which is not a property{NearestName.MaybeMeant(nearest)}");
        }
    }

    private SpecLocation? LocationOf(JsonSchema part, string name) =>
        ((index.OriginOf(part)?.Node as SpecMapping)?["required"] as SpecSequence)?.Items.FirstOrDefault(item => item.AsText() == name)?.Location
        ?? index.LocationOf(part);

    /// <summary>Returns an optional property whose name differs by one or two letters or by its separators, or null.</summary>
    private string? Nearest(string name, Members members)
    {
        _compared += members.ByName.Count;
        return _compared > MostCompared ? null : members.ByName.Values
            .Where(static member => !member.IsRequired)
            .Select(member => (member.WireName, Distance: NearestName.Distance(Letters(name), Letters(member.WireName))))
            .Where(candidate => candidate.Distance <= Limit(Letters(candidate.WireName)))
            .OrderBy(static candidate => candidate.Distance)
            .ThenBy(static candidate => candidate.WireName, StringComparer.Ordinal)
            .FirstOrDefault().WireName;
    }

    private static int Limit(string known) => known.Length >= 8 ? 2 : known.Length >= 4 ? 1 : 0;

    private static string Letters(string name) => new(name.Where(char.IsLetterOrDigit).ToArray());
}
