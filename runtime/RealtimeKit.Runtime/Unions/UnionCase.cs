using System.ComponentModel;

namespace RealtimeKit.Runtime.Wire;

/// <summary>One of the types that a union's value may be of, and how it is told from the others.</summary>
/// <typeparam name="T">The union.</typeparam>
/// <param name="tokens">The tokens with which a value may begin.</param>
/// <param name="read">Reads a value and makes the union of it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UnionCase<T>(UnionTokens tokens, JsonRead<T> read)
{
    /// <summary>The tokens with which a value may begin.</summary>
    public UnionTokens Tokens { get; } = tokens;

    /// <summary>Reads a value and makes the union of it.</summary>
    public JsonRead<T> Read { get; } = read;

    /// <summary>What the discriminator says for this case.</summary>
    public string[] Discriminators { get; init; } = [];

    /// <summary>Whether an object is this case where the discriminator says nothing, or something that no case knows.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Properties without which an object is not this case.</summary>
    public string[] Required { get; init; } = [];

    /// <summary>Properties that this case names.</summary>
    public string[] Known { get; init; } = [];
}
