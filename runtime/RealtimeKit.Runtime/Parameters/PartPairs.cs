using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Parameters;

/// <summary>Divides a value into the parts of a multipart body, as its style divides it into the pairs of a query.</summary>
internal static class PartPairs
{
    /// <summary>Returns the names and texts of the parts, or null for a value that is one part.</summary>
    /// <exception cref="ArgumentException">The style cannot express the value.</exception>
    public static List<(string Name, string Text)>? Of(string name, ParameterValue value, ParameterStyle style, bool explode) =>
        style == ParameterStyle.DeepObject ? DeepPairs.Of(name, value)
        : !explode || value.Primitive is not null ? null
        : value.Items is { } items ? [.. items.Select(item => (name, TextOf(item, name)))]
        : [.. value.Members!.Select(member => (member.Name, TextOf(member.Value, name)))];

    private static string TextOf(ParameterValue value, string name) => value.Primitive ?? throw ParameterLayout.NotFlat(value, name);
}
