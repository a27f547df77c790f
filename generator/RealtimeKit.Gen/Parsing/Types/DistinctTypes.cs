using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>
/// Types as C# and the wire tell them apart. Two that differ by nothing but what may be null, or by an enum being open,
/// are one: no overload could take the one and not the other, and no JSON is the one and never the other.
/// </summary>
internal sealed class DistinctTypes
{
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly List<TypeRef> _types = [];

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<TypeRef> Types => _types;

    /// <returns>Whether none was like it; else that one now takes its values too.</returns>
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

    /// <summary>The one of <see cref="Types"/> that an added type became.</summary>
    public TypeRef this[TypeRef added] => _types[_indexes[KeyOf(added)]];

    /// <summary>The same for types that are one.</summary>
    public static string KeyOf(TypeRef type) => type.Shape switch
    {
        TypeShape.List => $"[{KeyOf(type.Element!)}]",
        TypeShape.Map => $"{{{KeyOf(type.Element!)}}}",
        TypeShape.Primitive => $"{type.Kind!.Value.SameType()} value",
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
            TypeShape.Primitive when other.InText > one.InText => other.AsRequired(),
            _ => one.AsRequired(),
        };
        widest = widest with { IsSecret = one.IsSecret || other.IsSecret };
        return one.IsNullable || other.IsNullable ? widest.AsNullable() : widest;
    }
}
