using System.Globalization;
using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Records;

/// <summary>
/// Counts the members in the emitted code. A record repeats the members of all its parts, so that the last of a thousand chained
/// records has a thousand times the members of the first. A union repeats the members of its cases, a form call those of the
/// form, and a link its arguments. Small documents could otherwise produce very large code.
/// </summary>
internal sealed class MemberBudget(SpecLocations locations, DiagnosticBag diagnostics)
{
    /// <summary>The most members that any document may have. Their code is 12 MB.</summary>
    private const int Most = 30_000;

    /// <summary>The additional members for each member that the document describes.</summary>
    private const int MostRepeated = 20;

    private readonly HashSet<JsonSchemaProperty> _described = [];
    private int _members;

    /// <summary>Gets whether the document has exceeded the limit.</summary>
    public bool IsSpent { get; private set; }

    /// <summary>Counts the members of a record and the properties that describe them.</summary>
    public bool Take(Members members, JsonSchema schema)
    {
        _described.UnionWith(members.ByName.Values.SelectMany(static member => member.Schemas));
        return Take(members.ByName.Count, schema);
    }

    /// <param name="part">The part of the document that has the members.</param>
    public bool Take(int members, object part)
    {
        if (!IsSpent)
        {
            _members += members;
            IsSpent = _members > Most + (MostRepeated * _described.Count);
            if (IsSpent)
            {
                string limit = Most.ToString("N0", CultureInfo.InvariantCulture);
                diagnostics.Add(Descriptors.SpecBudgetExceeded, locations.Of(part), $"{limit} members, most of them inherited from other schemas");
            }
        }

        return !IsSpent;
    }
}
