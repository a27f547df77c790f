using RealtimeKit.Gen.Parsing.Types;

namespace RealtimeKit.Gen.Parsing.Finishing;

/// <summary>The values of the discriminator properties of records.</summary>
/// <param name="values">The values of discriminators that the document names.</param>
/// <param name="fallbacks">The records for an unknown discriminator.</param>
/// <param name="inferred">The properties that distinguish the cases of a union by their constants, although the document names no discriminator.</param>
internal sealed class KindValues(
    IReadOnlyDictionary<(ObjectDraft Record, string Property), string?> values,
    ISet<ObjectDraft> fallbacks,
    ISet<(ObjectDraft Record, string Property)> inferred)
{
    /// <summary>Returns whether a property distinguishes the record from other cases of a union by its constant.</summary>
    public bool IsInferred(ObjectDraft record, string property) => inferred.Contains((record, property));

    /// <summary>Returns whether a value can be the record although its discriminator is unknown.</summary>
    public bool IsFallback(ObjectDraft record) => fallbacks.Contains(record);

    /// <summary>Returns whether a property is a discriminator of the record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="property">The wire name of one of its properties.</param>
    /// <param name="value">The value that the record sends, or null if the document gives it none.</param>
    public bool TryGet(ObjectDraft record, string property, out string? value) => values.TryGetValue((record, property), out value);
}
