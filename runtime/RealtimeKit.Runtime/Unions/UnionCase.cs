using System.ComponentModel;

namespace RealtimeKit.Runtime.Wire;

/// <summary>One case of a union, with what distinguishes it from the others.</summary>
/// <typeparam name="T">The union.</typeparam>
/// <param name="tokens">The tokens that can begin a value.</param>
/// <param name="read">Reads a value and creates the union from it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UnionCase<T>(UnionTokens tokens, JsonRead<T> read)
{
    /// <summary>Gets the tokens that can begin a value.</summary>
    public UnionTokens Tokens { get; } = tokens;

    /// <summary>Gets the delegate that reads a value and creates the union from it.</summary>
    public JsonRead<T> Read { get; } = read;

    /// <summary>Gets the values of the discriminator for this case.</summary>
    public string[] Discriminators { get; init; } = [];

    /// <summary>Gets whether an object is this case if it has no discriminator, or one with an unknown value.</summary>
    public bool IsDefault { get; init; }

    /// <summary>
    /// Gets whether the discriminator of this case can have other values than <see cref="Discriminators"/>. An object with a value of another case
    /// can be this case too if it describes the property, and one with an unknown value can be.
    /// </summary>
    public bool HasOtherKinds { get; init; }

    /// <summary>Gets the properties that an object of this case must have.</summary>
    public string[] Required { get; init; } = [];

    /// <summary>
    /// Gets sets of further properties. An object of this case must have all properties of at least one set. The sets belong to the cases
    /// of a union within the union.
    /// </summary>
    public string[][] RequiredByCases { get; init; } = [];

    /// <summary>Gets the properties that this case describes.</summary>
    public string[] Known { get; init; } = [];
}
