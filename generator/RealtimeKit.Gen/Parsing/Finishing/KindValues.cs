using RealtimeKit.Gen.Parsing.Types;

namespace RealtimeKit.Gen.Parsing.Finishing;

/// <summary>The values of the discriminator properties of records.</summary>
internal sealed class KindValues(IReadOnlyDictionary<(ObjectDraft Record, string Property), string?> values, ISet<ObjectDraft> fallbacks)
{
    /// <summary>Returns whether a value can be the record although its discriminator is unknown.</summary>
    public bool IsFallback(ObjectDraft record) => fallbacks.Contains(record);

    /// <summary>Returns whether a property is a discriminator of the record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="property">The wire name of one of its properties.</param>
    /// <param name="value">The value that the record sends, or null if the document gives it none.</param>
    public bool TryGet(ObjectDraft record, string property, out string? value) => values.TryGetValue((record, property), out value);
}
