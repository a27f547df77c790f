using NJsonSchema;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Parsing.Types;

namespace RealtimeKit.Gen.Parsing.Finishing;

/// <summary>Checks whether a default is a value of its schema's type.</summary>
internal sealed class DefaultFit(TypeDrafts drafts, ConstantParser constants)
{
    /// <summary>Returns whether the value is one of the type. Members that are missing in an object are not checked.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">The type.</param>
    /// <param name="schema">The schema of the type without references, or null.</param>
    public bool IsValue(object? value, TypeRef type, JsonSchema? schema) => (type.Shape, value) switch
    {
        (_, null) => true,
        (TypeShape.List, IList<object?> items) => items.All(item => IsItem(item, type.Element!, schema?.Item)),
        (TypeShape.Map, IDictionary<string, object?> entries) =>
            entries.Values.All(item => IsItem(item, type.Element!, schema?.AdditionalPropertiesSchema)),
        (TypeShape.Object, IDictionary<string, object?> members) => drafts.Of(type) is not ObjectDraft record || AreMembers(members, record),
        (TypeShape.Tuple, IList<object?> items) => drafts.Of(type) is not TupleDraft tuple || AreItems(items, tuple),
        (TypeShape.List or TypeShape.Map or TypeShape.Object or TypeShape.Tuple, _) => false,
        (TypeShape.Primitive or TypeShape.Scalar, _) => PrimitiveConstants.IsValue(value, type) && (schema is null || SingleValues.Allows(schema, value, type)),
        (TypeShape.Enum or TypeShape.OpenEnum, _) => constants.Parse(value, type) is not null,
        (TypeShape.Union, _) => drafts.Of(type) is not UnionDraft union || union.Cases.Exists(@case => IsOfKind(value, @case.Type)),
        _ => true,
    };

    private bool IsItem(object? item, TypeRef type, JsonSchema? schema) => item is null
        ? type.IsNullable || type.Kind == PrimitiveKind.Element
        : IsValue(item, type, schema is null ? null : SchemaFacts.Follow(schema));

    private bool AreMembers(IDictionary<string, object?> members, ObjectDraft record) =>
        record.Properties.TrueForAll(
            property => !members.TryGetValue(property.WireName, out object? member) || IsValue(member, property.Type, property.Actual));

    private bool AreItems(IList<object?> items, TupleDraft tuple) =>
        items.Select((item, index) => (item, index)).All(each => each.index < tuple.Items.Count
            ? IsValue(each.item, tuple.Items[each.index].Type, SchemaFacts.Follow(tuple.Items[each.index].Schema))
            : tuple.Rest is not { } rest || IsValue(each.item, rest, schema: null));

    /// <summary>
    /// Returns whether a value can be a case of a union, by the kind of its JSON. The members of objects and lists are not checked,
    /// because nested unions would multiply the work.
    /// </summary>
    private bool IsOfKind(object value, TypeRef type) => (type.Shape, value) switch
    {
        (TypeShape.List or TypeShape.Tuple, _) => value is IList<object?>,
        (TypeShape.Map or TypeShape.Object, _) => value is IDictionary<string, object?>,
        _ => IsValue(value, type, schema: null),
    };
}
