using System.Text;

namespace RealtimeKit.Runtime.Parameters;

/// <summary>The query that an operation's path itself has: pairs that are sent with every call, unless a parameter gives one of them another value.</summary>
internal readonly struct PathQuery
{
    private readonly List<string>? _pairs;

    /// <summary>A query, encoded, without its question mark.</summary>
    public PathQuery(string text) => _pairs = text.Length == 0 ? null : [.. text.Split('&', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Leaves out the pairs of a name.</summary>
    public void Remove(string name) => _pairs?.RemoveAll(pair => Uri.UnescapeDataString(pair.Split('=')[0]) == name);

    /// <summary>The whole query; null for none.</summary>
    public string? And(StringBuilder? further)
    {
        string own = string.Join('&', _pairs ?? []);
        return own.Length == 0 ? further?.ToString()
            : further is not { Length: > 0 } ? own
            : $"{own}&{further}";
    }
}
