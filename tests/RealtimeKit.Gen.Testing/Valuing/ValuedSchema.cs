using System.Text.Json.Nodes;
using RealtimeKit.Gen.Testing.Inventing;

namespace RealtimeKit.Gen.Testing.Valuing;

/// <summary>A schema, and a function that makes values of it.</summary>
/// <param name="Json">The schema.</param>
/// <param name="Value">Makes a value. If the server has a later version, the value may be one that the schema does not define.</param>
internal sealed record ValuedSchema(JsonNode Json, Func<ValueDraw, JsonNode?> Value);

/// <summary>The settings with which a value is made.</summary>
/// <param name="Draw">The random choices.</param>
/// <param name="IsLater">Whether the server has a later version, with more properties, cases and values.</param>
/// <param name="Depth">The depth of the value. At a large depth, optional parts are left out.</param>
internal sealed record ValueDraw(Draw Draw, bool IsLater, int Depth = 0)
{
    private const int Deepest = 4;

    public bool IsDeep => Depth >= Deepest;

    public ValueDraw Within => this with { Depth = Depth + 1 };

    /// <summary>Gets a random value that decides whether a server of a later version sends an additional part.</summary>
    public bool IsNews => IsLater && Draw.Chance(20);
}
