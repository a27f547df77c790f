using System.Globalization;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Parameters;

/// <summary>
/// Returns the pairs of the style <c>deepObject</c>. The specification covers only the members of one object. For deeper values and
/// lists, the name has one pair of brackets for each level, with the index of an item. Without the index, the members of two objects
/// in a list could not be distinguished.
/// </summary>
internal static class DeepPairs
{
    /// <exception cref="ArgumentException">A part of the value is absent.</exception>
    public static List<(string Name, string Text)> Of(string name, ParameterValue value)
    {
        List<(string Name, string Text)> pairs = [];
        Add(pairs, name, value.Structure, name);
        return pairs;
    }

    private static void Add(List<(string Name, string Text)> pairs, string path, ParameterValue value, string name)
    {
        if (value.IsAbsent)
        {
            throw ParameterLayout.NotFlat(value, name);
        }

        ParameterValue[] items = value.Items ?? [];
        for (int i = 0; i < items.Length; i++)
        {
            Add(pairs, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), items[i].Structure, name);
        }

        foreach ((string member, ParameterValue memberValue) in value.Members ?? [])
        {
            Add(pairs, $"{path}[{member}]", memberValue.Structure, name);
        }

        if (value.Primitive is { } text)
        {
            pairs.Add((path, text));
        }
    }
}
