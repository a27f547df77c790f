using System.Text;
using NJsonSchema;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Parsing.Types;

namespace RealtimeKit.Gen.Parsing.Finishing;

/// <summary>
/// Writes what a type consists of as text. Two types with equal texts have the same members, whatever their schemas are. Their documentation
/// and the order of their properties are not part of it.
/// </summary>
/// <param name="keyOf">Returns the key of the type that stands for another one.</param>
internal sealed class DraftText(KindValues kinds, Func<string, string> keyOf)
{
    private const char Separator = '\u001F';

    private readonly StringBuilder _text = new();
    private readonly Dictionary<TypeRef, int> _types = [];

    public string Of(TypeDraft draft)
    {
        _text.Clear();
        Append($"{draft.Shape}");
        Append(draft.IsSecret);
        Append(draft.Schema.IsDeprecated);
        switch (draft)
        {
            case EnumDraft choice:
                AppendEnum(choice);
                break;
            case TupleDraft tuple:
                AppendTuple(tuple);
                break;
            case UnionDraft union:
                AppendUnion(union);
                break;
            case ObjectDraft record:
                AppendRecord(record);
                break;
        }

        return _text.ToString();
    }

    private void AppendEnum(EnumDraft draft)
    {
        Append(draft.IsNumeric);
        Append(draft.AreFlags);
        Append(draft.IsInText);

        // The order of flags decides their bits.
        IEnumerable<(string Value, string? Name, string? Description)> values = draft.AreFlags
            ? draft.Values
            : draft.Values.OrderBy(static value => value.Value, StringComparer.Ordinal);
        foreach ((string value, string? name, _) in values)
        {
            Append(value);
            Append(name);
        }
    }

    private void AppendTuple(TupleDraft draft)
    {
        Append(Math.Min(draft.Schema.MinItems, draft.Items.Count).Invariant());
        foreach ((TypeRef type, JsonSchema schema) in draft.Items)
        {
            Append(type);
            Append(schema.GivenMemberName());
        }

        Append("rest");
        Append(draft.Rest);
    }

    private void AppendUnion(UnionDraft draft)
    {
        Append(draft.Discriminator);
        Append(draft.IsInferred);
        foreach (UnionCaseDraft @case in draft.Cases)
        {
            Append(@case.Type);
            Append(@case.IsDefault);
            Append(@case.HasOtherKinds);
            Append(@case.Schema.GivenMemberName());
            @case.DiscriminatorValues.ToList().ForEach(Append);
        }
    }

    private void AppendRecord(ObjectDraft draft)
    {
        foreach (PropertyDraft property in draft.Properties.OrderBy(static property => property.WireName, StringComparer.Ordinal))
        {
            Append(property.WireName);
            Append(property.Type);
            Append(property.IsRequired);
            Append(property.IsNullable);
            Append(property.IsReadOnly);
            Append(property.IsWriteOnly);
            Append(property.IsDeprecated);
            Append(property.GivenName);
            Append(ValueText.Of(property.Default));
            Append(OnlyValue(property.Only ?? property.Actual));
            Append(kinds.TryGet(draft, property.WireName, out string? kind) ? "kind " + kind : "");
            Append(kinds.IsInferred(draft, property.WireName));
        }

        Append("others");
        Append(draft.AdditionalProperties);
    }

    /// <summary>Returns the only value of a schema, which is the initial value of a property.</summary>
    private static string OnlyValue(JsonSchema actual) =>
        SingleValues.Narrowest(actual) is var narrowest && SingleValues.IsSingle(narrowest) ? ValueText.Of(narrowest.Enumeration.First()) : "";

    private void Append(TypeRef? type) => Append(type is null ? "" : NumberOf(type.Renamed(keyOf)).Invariant());

    private int NumberOf(TypeRef type)
    {
        if (!_types.TryGetValue(type, out int number))
        {
            _types.Add(type, number = _types.Count);
        }

        return number;
    }

    private void Append(bool fact) => Append(fact ? "1" : "0");

    private void Append(string? part) => _text.Append(part).Append(Separator);
}
