using RealtimeKit.Gen.Parsing.Types;

namespace RealtimeKit.Gen.Parsing.Finishing;

/// <summary>What records say in the properties that tell which record a value is.</summary>
internal sealed class KindValues(IReadOnlyDictionary<(ObjectDraft Record, string Property), string?> values, ISet<ObjectDraft> fallbacks)
{
    /// <summary>Whether a value may be the record although its discriminator says nothing that is known.</summary>
    public bool IsFallback(ObjectDraft record) => fallbacks.Contains(record);

    /// <summary>Whether the property tells what the record is.</summary>
    /// <param name="record">The record.</param>
    /// <param name="property">The wire name of one of its properties.</param>
    /// <param name="value">What the record says; null where the document gives it no value.</param>
    public bool TryGet(ObjectDraft record, string property, out string? value) => values.TryGetValue((record, property), out value);
}
