using System.Globalization;
using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>
/// Counts the members that the emitted code will spell out. A record spells those of all its parts, so that of a chain of
/// a thousand records the last has a thousand times those of the first; a union those of its cases; a call that sends a
/// form those of the form; a link its arguments. Documents that live from it are small, and their code is not.
/// </summary>
internal sealed class MemberBudget(SpecLocations locations, DiagnosticBag diagnostics)
{
    /// <summary>As many there may be however small the document is: their code is 12 MB.</summary>
    private const int Most = 30_000;

    /// <summary>And so many more for each that the document describes.</summary>
    private const int MostRepeated = 20;

    private readonly HashSet<JsonSchemaProperty> _described = [];
    private int _members;

    /// <summary>Whether the document asks for more members than it may.</summary>
    public bool IsSpent { get; private set; }

    /// <summary>The members of a record, and the properties that describe them.</summary>
    public bool Take(Members members, JsonSchema schema)
    {
        _described.UnionWith(members.ByName.Values.SelectMany(static member => member.Schemas));
        return Take(members.ByName.Count, schema);
    }

    /// <param name="part">Of the index, whose members they are.</param>
    public bool Take(int members, object part)
    {
        if (!IsSpent)
        {
            _members += members;
            IsSpent = _members > Most + (MostRepeated * _described.Count);
            if (IsSpent)
            {
                string limit = Most.ToString("N0", CultureInfo.InvariantCulture);
                diagnostics.Add(Descriptors.SpecBudgetExceeded, locations.Of(part), $"{limit} members of types, most of them taken over from others");
            }
        }

        return !IsSpent;
    }
}
