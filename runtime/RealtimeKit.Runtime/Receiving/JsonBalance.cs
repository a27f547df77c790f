namespace RealtimeKit.Runtime.Receiving;

/// <summary>Follows the bytes of a JSON text to find where it can end: outside strings, objects and arrays.</summary>
internal struct JsonBalance
{
    private int _depth;
    private bool _isInString;
    private bool _isEscaped;

    /// <summary>Gets whether the text can end here.</summary>
    public readonly bool CanEnd => _depth <= 0 && !_isInString;

    /// <summary>Adds the next bytes of the text.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        foreach (byte one in bytes)
        {
            if (_isInString)
            {
                _isInString = one != (byte)'"' || _isEscaped;
                _isEscaped = one == (byte)'\\' && !_isEscaped;
            }
            else
            {
                _isInString = one == (byte)'"';
                _depth += one is (byte)'{' or (byte)'[' ? 1 : one is (byte)'}' or (byte)']' ? -1 : 0;
            }
        }
    }
}
