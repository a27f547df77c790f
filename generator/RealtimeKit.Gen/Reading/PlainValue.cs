using System.Globalization;

namespace RealtimeKit.Gen.Reading;

/// <summary>A node as plain objects, as the typed document wants them: strings, booleans, numbers, lists, dictionaries.</summary>
internal static class PlainValue
{
    public static object? Of(SpecNode node) => node switch
    {
        SpecScalar scalar => OfScalar(scalar),
        SpecSequence sequence => sequence.Items.Select(Of).ToList(),
        SpecMapping mapping => OfMapping(mapping),
        _ => null,
    };

    private static Dictionary<string, object?> OfMapping(SpecMapping mapping)
    {
        Dictionary<string, object?> result = new(StringComparer.Ordinal);
        foreach (SpecEntry entry in mapping.Entries)
        {
            result[entry.Key] = Of(entry.Value);
        }

        return result;
    }

    private static object? OfScalar(SpecScalar scalar) => scalar.Kind switch
    {
        SpecScalarKind.Null => null,
        SpecScalarKind.Boolean => string.Equals(scalar.Text, "true", StringComparison.OrdinalIgnoreCase),
        SpecScalarKind.Integer when long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer) => integer,
        SpecScalarKind.Integer or SpecScalarKind.Number when decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) => number,
        _ => scalar.Text,
    };
}
