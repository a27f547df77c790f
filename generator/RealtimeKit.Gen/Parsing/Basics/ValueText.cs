namespace RealtimeKit.Gen.Parsing.Basics;

/// <summary>Writes a value of a document as text, so that values can be compared. The order of the entries of an object has no influence.</summary>
internal static class ValueText
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => "'" + text,
        IDictionary<string, object?> mapping => "{" + string.Join(",", Entries(mapping)) + "}",
        IEnumerable<object?> items => "[" + string.Join(",", items.Select(Of)) + "]",
        _ => PlainText.Of(value) ?? value.ToString(),
    };

    private static IEnumerable<string> Entries(IDictionary<string, object?> mapping) =>
        mapping.OrderBy(static entry => entry.Key, StringComparer.Ordinal).Select(static entry => entry.Key + ":" + Of(entry.Value));
}
