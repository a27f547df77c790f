using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>
/// Names types that several places share after what the places have in common, because the name of one place misleads in all others.
/// </summary>
internal static class SharedNames
{
    /// <summary>The longest name. A longer one is not better than that of a place.</summary>
    private const int Longest = 60;

    /// <summary>The fewest places with which the name of one place misleads so often that a general name is better (<c>ResponseMeta</c>).</summary>
    private const int FewestOfMany = 10;

    /// <summary>The fewest names of members whose type is named after the plural that contains them.</summary>
    private const int FewestOfItem = 3;

    /// <summary>How the names of types in imported namespaces begin.</summary>
    private static readonly string[] _importedStarts = ["Api", "Http", "Json"];

    private static readonly string[] _orders = ["asc", "desc"];

    private static readonly string[] _methods = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

    /// <summary>Members that tell one thing from others. A body with one of them is a thing that has a list.</summary>
    private static readonly HashSet<string> _ofThing = new(StringComparer.OrdinalIgnoreCase) { "id", "name", "number" };

    /// <summary>Members that say where in a list a page is, and where the next one is.</summary>
    private static readonly HashSet<string> _ofPage = new(StringComparer.Ordinal)
    {
        "Cursor", "Links", "Meta", "Metadata", "NextPage", "Page", "PageInfo", "Pagination", "Paging", "ResultInfo",
    };

    /// <summary>
    /// Returns the place after which a type is named: one in a component before one in an operation, an outer one before an inner
    /// one, and one whose owner has few words, because further words say more about a single use (<c>BetaOrder</c> beside <c>Order</c>).
    /// </summary>
    public static string First(IEnumerable<string> places) => places
        .OrderBy(static place => TypeKey.IsOperation(TypeKey.Root(place)))
        .ThenBy(TypeKey.Depth)
        .ThenBy(static place => Words.Split(TypeKey.Split(place).Owner).Count)
        .ThenBy(static place => place, StringComparer.Ordinal)
        .First();

    /// <summary>Returns the names that the places have in common, the best first.</summary>
    /// <param name="componentOf">Returns the name of a record that is a component, or null for any other type.</param>
    public static IEnumerable<string> Of(TypeDraft draft, Func<TypeRef, string?> componentOf)
    {
        if (draft.Places.Count < 2)
        {
            return [];
        }

        string[] own = draft.Places.Select(static place => OwnName(place) ?? "").Distinct(StringComparer.Ordinal).ToArray();
        string? part = own.Contains("", StringComparer.Ordinal) ? null : own.Length == 1 ? own[0] : CommonWords.End(own);
        bool isMany = draft.Places.Count >= FewestOfMany;
        string?[] names =
        [
            part is not null && IsTelling(part, own.Length == 1 && (draft is ObjectDraft || (draft is UnionDraft && isMany))) ? part : null,
            draft is EnumDraft choice ? OfValues(choice) : null,
            part is not null && own.Length >= FewestOfItem ? OfMembers(SharedOwners.End(draft.Places)) : null,
            .. part is null or "" ? [] : SharedOwners.Of(draft.Places).Select(owner => Identifier.Join(owner, Overlap.Without(owner, part))),
            draft is ObjectDraft record && draft.Places.Any(IsBody) ? OfBody(record, componentOf) : null,
            part is not (null or "") && isMany && SharedOwners.Kind(draft.Places) is { } kind ? Identifier.Join(kind, part) : null,
            draft is EnumDraft && isMany ? OfMany(draft, part, own.Length) : null,
        ];
        return names.OfType<string>().Where(static name => name.Length <= Longest);
    }

    /// <summary>
    /// Returns a name for an enum that is used so often that the name of one place misleads: <c>EmailSecurityValue</c> for members with different names
    /// and owners that have words in common, or <c>ItemState</c> for the state of things that have nothing in common.
    /// </summary>
    /// <param name="part">The words with which the names of all members end, or null if some are not named.</param>
    private static string? OfMany(TypeDraft draft, string? part, int names) =>
        part is null || (part.Length == 0 && names < FewestOfItem) ? null
        : SharedOwners.Middle(draft.Places) is { } middle && (part.Length > 0 || Words.Split(middle).Count > 1)
            ? Identifier.Join(middle, part.Length == 0 ? "Value" : Overlap.Without(middle, part))
        : names == 1 && SharedOwners.HasBody(draft.Places) ? Identifier.Join("Item", part)
        : null;

    /// <summary>Returns the name of the property or parameter, also of one whose items the type describes.</summary>
    private static string? OwnName(string place)
    {
        (string owner, string part) = TypeKey.Split(place);
        bool isItem = part == "Item" && TypeKey.IsMember(owner);
        string list = TypeKey.Split(owner).Part;
        return TypeKey.IsMember(place) ? part : isItem ? Plural.Singular(list) ?? list : null;
    }

    /// <summary>Returns whether a name means something without its owner. A single word can be a thing, but hardly one of its qualities.</summary>
    private static bool IsTelling(string name, bool isThing) =>
        name.Length > 0 && char.IsLetter(name[0]) && !IsImported(name) && (Words.Split(name).Count > 1 || (isThing && !VagueWords.Are(name)));

    /// <summary>Returns the name of a type of the members of a plural: <c>Permission</c> for <c>Permissions</c>.</summary>
    private static string? OfMembers(string plural) =>
        Plural.Singular(plural) is { } single && char.IsLetter(single[0]) && !VagueWords.Are(plural) && !IsImported(single) ? single : null;

    private static bool IsImported(string name) =>
        ImportedNames.Has(name) || Array.Exists(_importedStarts, start => name.StartsWith(start, StringComparison.Ordinal));

    /// <summary>Returns the name of an enum whose values everybody knows.</summary>
    private static string? OfValues(EnumDraft draft)
    {
        HashSet<string> values = new(draft.Values.Select(static value => value.Value), StringComparer.OrdinalIgnoreCase);
        return draft.IsNumeric || values.Count < 2 ? null
            : values.SetEquals(_orders) ? "SortOrder"
            : values.IsSubsetOf(_methods) ? "RequestMethod"
            : null;
    }

    private static bool IsBody(string place) => TypeKey.IsOperation(TypeKey.Split(place).Owner) && !TypeKey.IsMember(place);

    /// <summary>
    /// Returns the name of a body by its content: <c>RefundList</c> for a list of a component, which can also be in a property, and if nothing
    /// else is the type, <c>TaskData</c> for a component in a property, <c>ExpandForm</c> for one or two members that are no records.
    /// </summary>
    private static string? OfBody(ObjectDraft record, Func<TypeRef, string?> componentOf)
    {
        PropertyDraft[] members = record.Properties.OrderBy(static member => member.Place).ToArray();
        string[] lists = members
            .Where(static member => member.Type.Shape == TypeShape.List)
            .Select(member => componentOf(member.Type.Element!))
            .OfType<string>()
            .ToArray();
        if (lists.Length == 1 && IsOfList(record, members, componentOf))
        {
            return Identifier.Join(lists[0], "List");
        }

        if (!record.Places.All(IsBody))
        {
            return null;
        }

        if (members.Length == 1 && componentOf(members[0].Type) is { } wrapped)
        {
            return Identifier.Join(wrapped, Identifier.Pascal(members[0].WireName));
        }

        string[] kinds = record.Places.Select(static place => TypeKey.Split(place).Part).Distinct(StringComparer.Ordinal).ToArray();
        return members.Length is 1 or 2 && kinds.Length == 1 && char.IsLetter(kinds[0][0]) && Array.TrueForAll(members, static member => IsPlain(member.Type))
            ? Identifier.Join(string.Join("And", members.Select(static member => Identifier.Pascal(member.WireName))), kinds[0])
            : null;
    }

    /// <summary>
    /// Returns whether a body with one list is a page of it. A request consists of the list alone; a response can say more about it, but no
    /// more than that.
    /// </summary>
    private static bool IsOfList(ObjectDraft record, PropertyDraft[] members, Func<TypeRef, string?> componentOf) => members.Length == 1
        || (record.Places.Where(IsBody).All(static place => TypeKey.Split(place).Part.EndsWith("Response", StringComparison.Ordinal))
            && !Array.Exists(members, member => _ofThing.Contains(member.WireName) || (componentOf(member.Type) is not null && !IsOfPage(member))));

    private static bool IsOfPage(PropertyDraft member) => _ofPage.Contains(Identifier.Pascal(member.WireName));

    private static bool IsPlain(TypeRef type) => type.Shape switch
    {
        TypeShape.Primitive or TypeShape.Scalar or TypeShape.Enum or TypeShape.OpenEnum or TypeShape.Union => true,
        TypeShape.List or TypeShape.Map => IsPlain(type.Element!),
        _ => false,
    };
}
