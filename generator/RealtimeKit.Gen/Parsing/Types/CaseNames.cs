using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>Names the cases of unions after their types.</summary>
internal static class CaseNames
{
    /// <summary>The most cases that a union is named after.</summary>
    private const int MostCases = 3;

    /// <summary>The longest name of that kind. A longer one tells less than the name of an owner.</summary>
    private const int LongestUnion = 60;

    /// <summary>Returns <c>Text</c>, <c>PetList</c> and so on.</summary>
    /// <param name="nameOf">Returns the name of an emitted type, or null for none.</param>
    public static string? Of(TypeRef type, Func<TypeRef, string?> nameOf) => type.Shape switch
    {
        TypeShape.List => Of(type.Element!, nameOf) is { } item ? item + "List" : null,
        TypeShape.Map => Of(type.Element!, nameOf) is { } value ? value + "Map" : null,
        TypeShape.Primitive => type.Kind switch
        {
            PrimitiveKind.String => "Text",
            PrimitiveKind.Int32 or PrimitiveKind.Int64 => "Integer",
            PrimitiveKind.Double or PrimitiveKind.Single or PrimitiveKind.Decimal => "Number",
            PrimitiveKind.Element => "Json",
            var other => $"{other}",
        },
        TypeShape.Scalar => type.Scalar!.Name,
        _ => nameOf(type),
    };

    /// <summary>
    /// Returns a name for a union that has many owners, such as <c>CustomerOrText</c>, components first. Returns null if there
    /// are too many cases, if the name would be too long, if a case has no name of its own, or if no case is a component.
    /// </summary>
    /// <param name="nameOf">Returns the name of a component's type, or null for any other type.</param>
    public static string? OfUnion(IEnumerable<TypeRef> cases, Func<TypeRef, string?> nameOf)
    {
        (string? Name, bool IsPlain)[] named = cases
            .Select(type => (Of(type, nameOf), type.Innermost.Shape is TypeShape.Primitive or TypeShape.Scalar))
            .ToArray();
        if (named.Length > MostCases || Array.Exists(named, static @case => @case.Name is null) || Array.TrueForAll(named, static @case => @case.IsPlain))
        {
            return null;
        }

        string name = string.Join("Or", named.OrderBy(static @case => @case.IsPlain).Select(static @case => @case.Name));
        return name.Length <= LongestUnion ? name : null;
    }
}
