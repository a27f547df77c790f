using System.Text.Json.Nodes;
using RealtimeKit.Gen.Testing.Inventing;

namespace RealtimeKit.Gen.Testing.Valuing;

/// <summary>A schema, and the values that it allows.</summary>
/// <param name="Json">The schema.</param>
/// <param name="Value">Makes a value. A server of a later version may give one that the schema does not name.</param>
internal sealed record ValuedSchema(JsonNode Json, Func<ValueDraw, JsonNode?> Value);

/// <summary>How a value is drawn.</summary>
/// <param name="Draw">The random choices.</param>
/// <param name="IsLater">Whether the server is of a later version: it knows more properties, cases and values.</param>
/// <param name="Depth">How deep the value lies: far down, what may be left out is.</param>
internal sealed record ValueDraw(Draw Draw, bool IsLater, int Depth = 0)
{
    private const int Deepest = 4;

    public bool IsDeep => Depth >= Deepest;

    public ValueDraw Within => this with { Depth = Depth + 1 };

    /// <summary>One time in some, of a server of a later version.</summary>
    public bool IsNews => IsLater && Draw.Chance(20);
}
