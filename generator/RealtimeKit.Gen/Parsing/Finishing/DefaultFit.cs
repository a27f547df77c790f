using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Types;

namespace RealtimeKit.Gen.Parsing.Finishing;

/// <summary>Checks whether a default is a value of its schema's type.</summary>
internal sealed class DefaultFit(TypeDrafts drafts, ConstantParser constants)
{
    /// <summary>Returns whether the value is one of the type. Members that are missing in an object are not checked.</summary>
    public bool IsValue(object? value, TypeRef type) => (type.Shape, value) switch
    {
        (_, null) => true,
        (TypeShape.List, IList<object?> items) => items.All(item => IsItem(item, type.Element!)),
        (TypeShape.Map, IDictionary<string, object?> entries) => entries.Values.All(item => IsItem(item, type.Element!)),
        (TypeShape.Object, IDictionary<string, object?> members) => drafts.Of(type) is not ObjectDraft record || AreMembers(members, record),
        (TypeShape.Tuple, IList<object?> items) => drafts.Of(type) is not TupleDraft tuple || AreItems(items, tuple),
        (TypeShape.List or TypeShape.Map or TypeShape.Object or TypeShape.Tuple, _) => false,
        (TypeShape.Primitive, _) => PrimitiveConstants.IsValue(value, type),
        (TypeShape.Enum or TypeShape.OpenEnum, _) => constants.Parse(value, type) is not null,
        (TypeShape.Union, _) => drafts.Of(type) is not UnionDraft union || union.Cases.Exists(@case => IsOfKind(value, @case.Type)),
        _ => true,
    };

    private bool IsItem(object? item, TypeRef type) => item is null ? type.IsNullable || type.Kind == PrimitiveKind.Element : IsValue(item, type);

    private bool AreMembers(IDictionary<string, object?> members, ObjectDraft record) =>
        record.Properties.TrueForAll(property => !members.TryGetValue(property.WireName, out object? member) || IsValue(member, property.Type));

    private bool AreItems(IList<object?> items, TupleDraft tuple) =>
        items.Select((item, index) => (item, index)).All(
            each => (each.index < tuple.Items.Count ? tuple.Items[each.index].Type : tuple.Rest) is not { } type || IsValue(each.item, type));

    /// <summary>
    /// Returns whether a value can be a case of a union, by the kind of its JSON. The members of objects and lists are not checked,
    /// because nested unions would multiply the work.
    /// </summary>
    private bool IsOfKind(object value, TypeRef type) => (type.Shape, value) switch
    {
        (TypeShape.List or TypeShape.Tuple, _) => value is IList<object?>,
        (TypeShape.Map or TypeShape.Object, _) => value is IDictionary<string, object?>,
        _ => IsValue(value, type),
    };
}
