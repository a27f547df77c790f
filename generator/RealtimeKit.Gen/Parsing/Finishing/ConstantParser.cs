using System.Globalization;
using NJsonSchema;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Parsing.Types;

namespace RealtimeKit.Gen.Parsing.Finishing;

/// <summary>Converts a value of a document to a constant of a C# type.</summary>
internal sealed class ConstantParser(TypeDrafts drafts, EnumMemberNames members)
{
    public ConstantModel? Parse(object value, TypeRef type) => (type, value) switch
    {
        ({ Shape: TypeShape.Enum or TypeShape.OpenEnum }, _) => OfEnum(value, type),
        ({ Shape: TypeShape.List }, IList<object?> items) => WithinLimit(OfList(items, type)),
        ({ Shape: TypeShape.Map }, IDictionary<string, object?> entries) => WithinLimit(OfMap(entries, type)),
        ({ Kind: { } kind }, _) when PrimitiveConstants.Of(value, type) is { } constant => ConstantModel.Of(kind, constant),
        _ => null,
    };

    /// <summary>Converts the value of a discriminator, which a mapping writes as text even if the property is a number.</summary>
    public ConstantModel? ParseKind(string kind, TypeRef type) => Parse(kind, type) ?? Parse(PrimitiveConstants.NumberOf(kind), type);

    /// <summary>Returns the only value that a schema allows, or null.</summary>
    public ConstantModel? OnlyValueOf(JsonSchema actual, TypeRef type) =>
        SingleValues.Narrowest(actual) is var narrowest && SingleValues.IsSingle(narrowest) && narrowest.Enumeration.First() is { } only
            ? Parse(only, type)
            : null;

    private ConstantModel? OfList(IList<object?> items, TypeRef type)
    {
        ConstantModel?[] constants = items.Select(item => OfItem(item, type.Element!)).ToArray();
        return Array.Exists(constants, static constant => constant is null) ? null : ConstantModel.List(constants.OfType<ConstantModel>());
    }

    private ConstantModel? OfMap(IDictionary<string, object?> entries, TypeRef type)
    {
        (string Key, ConstantModel? Value)[] constants = entries.Select(entry => (entry.Key, OfItem(entry.Value, type.Element!))).ToArray();
        return Array.Exists(constants, static entry => entry.Value is null)
            ? null
            : ConstantModel.Map(type.Element!, constants.Select(static entry => entry.Key), constants.Select(static entry => entry.Value!));
    }

    private ConstantModel? OfItem(object? item, TypeRef type) =>
        item is not null ? Parse(item, type.AsRequired())
        : type.IsNullable ? ConstantModel.Null
        : null;

    private static ConstantModel? WithinLimit(ConstantModel? constant) => constant?.Length > PrimitiveConstants.LongestText ? null : constant;

    private ConstantModel? OfEnum(object value, TypeRef type)
    {
        if (drafts.Of(type) is not EnumDraft draft)
        {
            return null;
        }

        object plain = draft.IsNumeric ? PrimitiveConstants.Plain(value, PrimitiveKind.Int64) : value;
        string wire = plain is string text ? text : Convert.ToString(plain, CultureInfo.InvariantCulture) ?? "";

        return members.Find(draft, wire) is { } member ? ConstantModel.Of(draft.Name, [member])
            : !draft.AreFlags ? null
            : draft.IsNumeric ? OfBits(wire, draft)
            : Combined(draft, wire.Split(',').Select(part => members.Find(draft, part.Trim())));
    }

    /// <summary>Returns the flags that are combined in a number.</summary>
    private ConstantModel? OfBits(string wire, EnumDraft draft) =>
        long.TryParse(wire, NumberStyles.None, CultureInfo.InvariantCulture, out long bits) && bits > 0
            ? Combined(
                draft,
                Enumerable.Range(0, 63)
                    .Select(static bit => 1L << bit)
                    .Where(bit => (bits & bit) != 0)
                    .Select(bit => members.Find(draft, bit.ToString(CultureInfo.InvariantCulture))))
            : null;

    private static ConstantModel? Combined(EnumDraft draft, IEnumerable<string?> flags) =>
        flags.ToArray() is var all && Array.Exists(all, static flag => flag is null) ? null : ConstantModel.Of(draft.Name, all.OfType<string>());
}
