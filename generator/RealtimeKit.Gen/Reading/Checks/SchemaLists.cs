using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Checks;

/// <summary>Reports lists of a schema that are empty, and lists of names and descriptions that do not match the values of <c>enum</c>.</summary>
internal static class SchemaLists
{
    private static readonly string[] _schemas = ["allOf", "oneOf", "anyOf", "prefixItems"];
    private static readonly string[] _descriptions = ["x-enum-descriptions", "x-enumDescriptions"];
    private static readonly string[] _byPosition = ["x-enum-varnames", "x-enumNames", .. _descriptions];

    public static void Report(SpecMapping schema, DiagnosticBag diagnostics)
    {
        foreach (string keyword in _schemas)
        {
            if (schema[keyword] is SpecSequence { Items.Count: 0 })
            {
                diagnostics.Add(Descriptors.PartInvalid, schema.KeyLocation(keyword), $"'{keyword}' is empty");
            }
        }

        if (schema["type"] is SpecSequence { Items.Count: 0 })
        {
            diagnostics.Add(Descriptors.PartInvalid, schema.KeyLocation("type"), "'type' is empty");
        }

        if (schema["enum"] is SpecSequence { Items.Count: 0 })
        {
            diagnostics.Add(Descriptors.PartInvalid, schema.KeyLocation("enum"), "'enum' is empty");
        }
        else if (schema["enum"] is SpecSequence values)
        {
            ReportCounts(schema, values, diagnostics);
            ReportOthers(schema, values, diagnostics);
        }
    }

    /// <summary>Reports lists with more or fewer items than values. An item for null is optional.</summary>
    private static void ReportCounts(SpecMapping schema, SpecSequence values, DiagnosticBag diagnostics)
    {
        int count = values.Items.Count(static value => !value.IsNull());
        foreach (string keyword in _byPosition)
        {
            if (schema[keyword] is not SpecSequence { Items.Count: var given } || given == count || given == values.Items.Count)
            {
                continue;
            }

            string what = given > count ? "an item belongs to no value" : "the item of a value is missing";
            diagnostics.Add(
                Descriptors.PartInvalid,
                schema.KeyLocation(keyword),
                $"'{keyword}' has {given.Invariant()} items, 'enum' has {count.Invariant()} values, and {what}");
        }
    }

    /// <summary>Reports descriptions of texts that are not values. A value without a description is fine.</summary>
    private static void ReportOthers(SpecMapping schema, SpecSequence values, DiagnosticBag diagnostics)
    {
        HashSet<string>? known = null;
        foreach (string keyword in _descriptions)
        {
            if (schema[keyword] is not SpecMapping descriptions)
            {
                continue;
            }

            known ??= new(values.Items.Select(static value => value.AsText() ?? "null"), StringComparer.Ordinal);
            foreach (SpecEntry other in descriptions.Entries.Where(entry => !known.Contains(entry.Key)))
            {
                diagnostics.Add(
                    Descriptors.PartInvalid,
                    descriptions.KeyLocation(other),
                    $"'{keyword}' describes '{other.Key}', which is not a value of 'enum'");
            }
        }
    }
}
