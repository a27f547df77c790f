using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.Documents;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Parsing.Records;

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
        Lazy<(string Name, NameLetters Letters)[]> optional = new(() => members.ByName.Values
            .Where(static member => !member.IsRequired)
            .Select(static member => (member.WireName, new NameLetters(member.WireName)))
            .ToArray());
        foreach (JsonSchema part in members.Requiring)
        {
            foreach (string name in part.RequiredProperties)
            {
                if (!members.ByName.ContainsKey(name) && !members.Discriminators.Contains(name))
                {
                    Report(part, name, members.DescribesOthers ? null : Nearest(name, members.ByName.Count, optional));
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
    private string? Nearest(string name, int members, Lazy<(string Name, NameLetters Letters)[]> optional)
    {
        _compared += members;
        if (_compared > MostCompared)
        {
            return null;
        }

        NameLetters letters = new(name);
        return optional.Value
            .Where(candidate => letters.CanBeWithin(candidate.Letters, Limit(candidate.Letters.Text)))
            .Select(candidate => (candidate.Name, Limit: Limit(candidate.Letters.Text), Distance: NearestName.Distance(letters.Text, candidate.Letters.Text)))
            .Where(static candidate => candidate.Distance <= candidate.Limit)
            .OrderBy(static candidate => candidate.Distance)
            .ThenBy(static candidate => candidate.Name, StringComparer.Ordinal)
            .FirstOrDefault().Name;
    }

    private static int Limit(string known) => known.Length >= 8 ? 2 : known.Length >= 4 ? 1 : 0;
}
