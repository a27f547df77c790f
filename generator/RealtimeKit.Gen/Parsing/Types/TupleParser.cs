using NJsonSchema;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>
/// Decides the types of <c>prefixItems</c> and of <c>items</c> as a list. Items of one type are a list, such as a coordinate, if further
/// items have it too or <c>maxItems</c> leaves none. Other items are a record with a property for each position. It keeps further items,
/// which another version may send although <c>items: false</c> excludes them.
/// </summary>
internal sealed class TupleParser(SchemaParser schemas, DraftRegistry registry)
{
    public TypeRef Parse(JsonSchema actual, string hint, int depth)
    {
        TypeRef[] items = actual.Items.Select((item, index) => schemas.ResolveItem(item, TypeKey.Part(hint, ItemName(index)), depth + 1)).ToArray();
        TypeRef? rest = actual.Item is null ? null : schemas.ResolveItem(actual.Item, TypeKey.Part(hint, "Item"), depth + 1);
        bool isList = items.All(item => item == items[0]) && (rest == items[0] || !actual.AllowAdditionalItems) && registry.TypeOf(actual) is null;
        if (isList)
        {
            return TypeRef.List(items[0]);
        }

        TypeRef type = Declare(actual, hint);
        if (registry.DraftOf(type) is TupleDraft { Items.Count: 0 } draft)
        {
            draft.Items.AddRange(items.Zip(actual.Items, static (item, schema) => (item, schema)));
            draft.Rest = rest;
        }

        return type;
    }

    /// <summary>Declares a tuple that contains itself, before its items are known.</summary>
    public TypeRef Declare(JsonSchema actual, string hint) =>
        registry.Declare(actual, hint, TypeShape.Tuple, name => new TupleDraft(name, actual));

    public static string ItemName(int index) => "Item" + (index + 1).Invariant();
}
