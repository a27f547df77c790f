using System.Text;

namespace RealtimeKit.Runtime.Parameters;

/// <summary>The query in the path of an operation. Its pairs are sent with every call, unless a parameter sets another value.</summary>
internal readonly struct PathQuery
{
    private readonly List<string>? _pairs;

    /// <summary>Initializes a new instance with an encoded query, without the question mark.</summary>
    public PathQuery(string text) => _pairs = text.Length == 0 ? null : [.. text.Split('&', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Removes the pairs with a name.</summary>
    public void Remove(string name) => _pairs?.RemoveAll(pair => Uri.UnescapeDataString(pair.Split('=')[0]) == name);

    /// <summary>Returns the whole query, or null if there is none.</summary>
    public string? And(StringBuilder? further)
    {
        string own = _pairs is null ? "" : string.Join('&', _pairs);
        return own.Length == 0 ? further?.ToString()
            : further is not { Length: > 0 } ? own
            : $"{own}&{further}";
    }
}
