using System.Collections.Immutable;
using System.Globalization;
using System.Reflection.Metadata;

namespace RealtimeKit.Gen.Tests.Walls.Il;

/// <summary>Writes types as text with the assembly that declares them: <c>netstandard::System.String</c>.</summary>
internal sealed class TypeText(string assembly) : ISignatureTypeProvider<string, object?>
{
    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        string name = reader.GetString(type.Name);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? $"{GetTypeFromDefinition(reader, outer, 0)}/{name}"
            : $"{assembly}::{reader.GetString(type.Namespace)}.{name}";
    }

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        TypeReference type = reader.GetTypeReference(handle);
        string name = reader.GetString(type.Name);
        return type.ResolutionScope.Kind switch
        {
            HandleKind.TypeReference => $"{GetTypeFromReference(reader, (TypeReferenceHandle)type.ResolutionScope, 0)}/{name}",
            HandleKind.AssemblyReference =>
                $"{NameOf(reader, (AssemblyReferenceHandle)type.ResolutionScope)}::{reader.GetString(type.Namespace)}.{name}",
            _ => $"{assembly}::{reader.GetString(type.Namespace)}.{name}",
        };
    }

    private static string NameOf(MetadataReader reader, AssemblyReferenceHandle handle) =>
        PackedLibrary.OriginalName(reader.GetString(reader.GetAssemblyReference(handle).Name));

    public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => $"{genericType}‹{string.Join(",", typeArguments)}›";

    public string GetArrayType(string elementType, ArrayShape shape) => elementType + "[" + new string(',', shape.Rank - 1) + "]";

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetByReferenceType(string elementType) => elementType + "&";

    public string GetPointerType(string elementType) => elementType + "*";

    public string GetPinnedType(string elementType) => elementType;

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

    public string GetFunctionPointerType(MethodSignature<string> signature) => "method";

    public string GetGenericMethodParameter(object? genericContext, int index) => "!!" + index.ToString(CultureInfo.InvariantCulture);

    public string GetGenericTypeParameter(object? genericContext, int index) => "!" + index.ToString(CultureInfo.InvariantCulture);

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();
}
