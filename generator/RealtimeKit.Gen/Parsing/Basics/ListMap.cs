namespace RealtimeKit.Gen.Parsing.Basics;

/// <summary>Lists of values by key. Keys and values have the order in which they were added. A key without values has an empty list.</summary>
internal sealed class ListMap<TKey, TValue>(IEqualityComparer<TKey>? comparer = null)
    where TKey : notnull
{
    private static readonly IReadOnlyList<TValue> _none = [];

    private readonly Dictionary<TKey, List<TValue>> _lists = new(comparer);
    private readonly List<TKey> _keys = [];

    public IReadOnlyList<TKey> Keys => _keys;

    public IReadOnlyList<TValue> this[TKey key] => _lists.TryGetValue(key, out List<TValue>? values) ? values : _none;

    public void Add(TKey key, TValue value)
    {
        if (!_lists.TryGetValue(key, out List<TValue>? values))
        {
            _lists.Add(key, values = []);
            _keys.Add(key);
        }

        values.Add(value);
    }
}
