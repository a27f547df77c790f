using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>
/// A list of types that C# and JSON can distinguish. Types that differ only in nullability or in an open enum are equal: neither
/// overloads nor JSON can distinguish them.
/// </summary>
internal sealed class DistinctTypes
{
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly List<TypeRef> _types = [];

    /// <summary>Gets the types in the order in which they were added.</summary>
    public IReadOnlyList<TypeRef> Types => _types;

    /// <returns>Whether the type is new. If not, the equal type also accepts its values.</returns>
    public bool Add(TypeRef type)
    {
        string key = KeyOf(type);
        if (_indexes.TryGetValue(key, out int index))
        {
            _types[index] = Widest(_types[index], type);
            return false;
        }

        _indexes.Add(key, _types.Count);
        _types.Add(type);
        return true;
    }

    /// <summary>Returns the type in <see cref="Types"/> that represents an added type.</summary>
    public TypeRef this[TypeRef added] => _types[IndexOf(added)];

    /// <summary>Returns the position in <see cref="Types"/> of the type that represents an added type.</summary>
    public int IndexOf(TypeRef added) => _indexes[KeyOf(added)];

    /// <summary>Returns a key that is equal for equal types.</summary>
    public static string KeyOf(TypeRef type) => type.Shape switch
    {
        TypeShape.List => $"[{KeyOf(type.Element!)}]",
        TypeShape.Map => $"{{{KeyOf(type.Element!)}}}",
        TypeShape.Primitive => $"{type.Kind!.Value.SameType()} value",
        TypeShape.Scalar => type.Scalar!.Same is { } same ? $"{same.SameType()} value" : type.Scalar.FullName,
        TypeShape.OpenEnum or TypeShape.Enum => type.Name,
        _ => type.Name.Length > 0 ? type.Name : $"{type.Shape} value",
    };

    private static TypeRef Widest(TypeRef one, TypeRef other)
    {
        TypeRef widest = one.Shape switch
        {
            TypeShape.List => TypeRef.List(Widest(one.Element!, other.Element!)),
            TypeShape.Map => TypeRef.Map(Widest(one.Element!, other.Element!)),
            TypeShape.Enum => other.AsRequired(),
            TypeShape.Primitive or TypeShape.Scalar when other.InText > one.InText => other.AsRequired(),
            _ => one.AsRequired(),
        };
        widest = widest with { IsSecret = one.IsSecret || other.IsSecret };
        return one.IsNullable || other.IsNullable ? widest.AsNullable() : widest;
    }
}
