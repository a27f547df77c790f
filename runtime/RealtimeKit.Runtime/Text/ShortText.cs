using System.Text;

namespace RealtimeKit.Runtime.Text;

/// <summary>Lends the builder of a thread, so that most paths and headers are written without a new one.</summary>
internal static class ShortText
{
    private const int Capacity = 256;
    private const int MaximumCapacity = 1024;

    [ThreadStatic]
    private static StringBuilder? _free;

    /// <summary>Returns an empty builder. If it is not given back, the next text gets a new one.</summary>
    public static StringBuilder Begin()
    {
        StringBuilder builder = _free ?? new StringBuilder(Capacity);
        _free = null;
        return builder;
    }

    /// <summary>Returns the text, and takes the builder back. It must not be used afterwards.</summary>
    public static string End(StringBuilder builder)
    {
        string text = builder.ToString();
        if (builder.Capacity <= MaximumCapacity)
        {
            _free = builder.Clear();
        }

        return text;
    }
}
