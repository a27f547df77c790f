using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>Knows which type stands for another one with the same members, by the keys of both.</summary>
internal sealed class StandIns
{
    private readonly Dictionary<string, string> _standIns = new(StringComparer.Ordinal);

    /// <summary>Gets the keys of the types that others stand for, with those of the others.</summary>
    public IReadOnlyDictionary<string, string> All => _standIns;

    public void Add(string key, string standIn) => _standIns.Add(key, standIn);

    /// <summary>Returns whether another type stands for the one with the key.</summary>
    public bool Has(string key) => _standIns.ContainsKey(key);

    /// <summary>Returns the key of the type that stands for the one with the key, or the key itself.</summary>
    public string Of(string key) => _standIns.TryGetValue(key, out string? standIn) ? standIn : key;

    /// <summary>Returns a key within a type as the key within the type that stands for it.</summary>
    public string OfPlace(string key)
    {
        string moved = key;
        while (TypeKey.Owners(moved).FirstOrDefault(Has) is { } owner)
        {
            moved = Of(owner) + moved.Substring(owner.Length);
        }

        return moved;
    }
}
