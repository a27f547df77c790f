namespace RealtimeKit.Gen.Reading.Text;

/// <summary>
/// Returns one string and one number for each distinct short text of a document, because descriptions repeat <c>"type":
/// "string"</c> many times. A text is looked up in place, so that a repeated text is not even copied.
/// </summary>
internal sealed class TextPool
{
    /// <summary>
    /// The longest chain. A longer one comes from a document with deliberate collisions, whose texts are kept in a dictionary.
    /// </summary>
    private const int LongestChain = 32;

    private readonly Dictionary<string, int> _collided = new(StringComparer.Ordinal);
    private Slot[] _slots = new Slot[256];
    private int[] _buckets = new int[512];

    public int Count { get; private set; }

    public string this[int id] => _slots[id].Text;

    /// <summary>Returns whether the pool has a text.</summary>
    public bool Has(string text)
    {
        uint hash = Hash(text, 0, text.Length);
        for (int next = _buckets[hash & (uint)(_buckets.Length - 1)]; next != 0; next = _slots[next - 1].Next)
        {
            if (_slots[next - 1].Text == text)
            {
                return true;
            }
        }

        return _collided.ContainsKey(text);
    }

    public int Intern(string text) => Intern(text, 0, text.Length);

    /// <summary>Returns the number of a text, which is the same for equal texts.</summary>
    public int Intern(string text, int start, int length)
    {
        uint hash = Hash(text, start, length);
        int steps = 0;
        for (int next = _buckets[hash & (uint)(_buckets.Length - 1)]; next != 0; next = _slots[next - 1].Next)
        {
            ref Slot slot = ref _slots[next - 1];
            if (slot.Hash == hash && slot.Text.Length == length && string.CompareOrdinal(slot.Text, 0, text, start, length) == 0)
            {
                return next - 1;
            }

            if (++steps == LongestChain)
            {
                return InternCollided(text.Substring(start, length));
            }
        }

        string cut = Cut(text, start, length);

        // The text may have been added while the chain was longer.
        if (_collided.Count > 0 && _collided.TryGetValue(cut, out int collided))
        {
            return collided;
        }

        int id = Append(cut, hash);
        if (Count * 2 > _buckets.Length)
        {
            Rehash();
        }
        else
        {
            Link(id);
        }

        return id;
    }

    private int InternCollided(string text)
    {
        if (!_collided.TryGetValue(text, out int id))
        {
            id = Append(text, hash: 0);
            _slots[id].IsCollided = true;
            _collided.Add(text, id);
        }

        return id;
    }

    private int Append(string text, uint hash)
    {
        if (Count == _slots.Length)
        {
            Array.Resize(ref _slots, Count * 2);
        }

        _slots[Count] = new Slot { Text = text, Hash = hash };
        return Count++;
    }

    private void Link(int id)
    {
        ref int bucket = ref _buckets[_slots[id].Hash & (uint)(_buckets.Length - 1)];
        _slots[id].Next = bucket;
        bucket = id + 1;
    }

    private void Rehash()
    {
        _buckets = new int[_buckets.Length * 2];
        for (int id = 0; id < Count; id++)
        {
            if (!_slots[id].IsCollided)
            {
                Link(id);
            }
        }
    }

    private static string Cut(string text, int start, int length) =>
        length == text.Length ? text : text.Substring(start, length);

    private static uint Hash(string text, int start, int length)
    {
        uint hash = 2166136261;
        for (int i = start; i < start + length; i++)
        {
            hash = unchecked((hash ^ text[i]) * 16777619);
        }

        return hash ^ (hash >> 15);
    }

    private struct Slot
    {
        public string Text;
        public uint Hash;
        public int Next;
        public bool IsCollided;
    }
}
