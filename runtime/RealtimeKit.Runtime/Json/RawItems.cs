using System.ComponentModel;
using System.Text.Json;
using RealtimeKit.Runtime.Json;

namespace RealtimeKit.Runtime.Wire;

/// <summary>Collects the items of an array whose type is not in the API description.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RawItems
{
    private readonly RawJson _text = new();
    private int _count;

    /// <summary>Initializes a new instance without items.</summary>
    public RawItems() => _text.Open((byte)'[');

    /// <summary>Adds the value that the reader is on.</summary>
    public void Add(ref Utf8JsonReader reader)
    {
        _text.Copy(ref reader);
        _count++;
    }

    /// <summary>Returns the items. The instance cannot be used afterwards.</summary>
    public IReadOnlyList<JsonElement> ToList()
    {
        _text.Close((byte)']');
        return new RawList(_text.Finish(), _count);
    }
}
