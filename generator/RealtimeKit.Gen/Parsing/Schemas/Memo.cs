using System.Runtime.CompilerServices;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>
/// Remembers a fact about each schema. Many places ask for the same fact, and finding it steps the parts of the schema, so that the
/// work would be the product of the places and the parts. A document's schemas do not change while it is parsed, and the facts are
/// forgotten with them.
/// </summary>
/// <typeparam name="TOwner">What the facts are about: a schema or an index of schemas.</typeparam>
/// <typeparam name="TFact">The fact.</typeparam>
internal sealed class Memo<TOwner, TFact>
    where TOwner : class
{
    private readonly ConditionalWeakTable<TOwner, StrongBox<TFact>> _known = new();

    /// <summary>Returns the known fact, or finds it.</summary>
    public TFact Of(TOwner owner, Func<TOwner, TFact> find) => Of(owner, find, static (owner, find) => find(owner));

    /// <summary>Returns the known fact, or finds it.</summary>
    /// <param name="context">What is needed to find it.</param>
    public TFact Of<TContext>(TOwner owner, TContext context, Func<TOwner, TContext, TFact> find) =>
        _known.TryGetValue(owner, out StrongBox<TFact>? fact) ? fact.Value : Learn(owner, find(owner, context));

    /// <summary>Returns whether the fact is known.</summary>
    public bool TryGet(TOwner owner, out TFact? fact)
    {
        bool isKnown = _known.TryGetValue(owner, out StrongBox<TFact>? known);
        fact = isKnown ? known!.Value : default;
        return isKnown;
    }

    private TFact Learn(TOwner owner, TFact fact) => _known.GetValue(owner, _ => new StrongBox<TFact>(fact)).Value;
}
