using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace RealtimeKit.Gen.Tests.Walls.Il;

/// <summary>An assembly's file, read without loading it. The libraries of the package have the names that their authors gave them.</summary>
internal sealed class AssemblyImage : IDisposable
{
    private readonly PEReader _image;
    private readonly MetadataReader _metadata;
    private readonly TypeText _text;

    public AssemblyImage(string file)
    {
        _image = new PEReader(ImmutableArray.Create(File.ReadAllBytes(file)));
        _metadata = _image.GetMetadataReader();
        Name = PackedLibrary.OriginalName(_metadata.GetString(_metadata.GetAssemblyDefinition().Name));
        _text = new TypeText(Name);
    }

    public string Name { get; }

    public IEnumerable<string> References =>
        _metadata.AssemblyReferences.Select(handle => PackedLibrary.OriginalName(_metadata.GetString(_metadata.GetAssemblyReference(handle).Name)));

    public void Dispose() => _image.Dispose();

    public IEnumerable<DeclaredType> Types() => _metadata.TypeDefinitions.Select(handle =>
    {
        TypeDefinition type = _metadata.GetTypeDefinition(handle);
        return new DeclaredType(
            _text.GetTypeFromDefinition(_metadata, handle, 0),
            type.BaseType.IsNil ? "" : TypeOf(type.BaseType),
            type.GetInterfaceImplementations().Select(implementation => TypeOf(_metadata.GetInterfaceImplementation(implementation).Interface)).ToArray(),
            type.Attributes.HasFlag(TypeAttributes.BeforeFieldInit));
    });

    public IEnumerable<DeclaredMethod> Methods()
    {
        foreach (MethodDefinitionHandle handle in _metadata.MethodDefinitions)
        {
            MethodDefinition method = _metadata.GetMethodDefinition(handle);
            yield return new DeclaredMethod(
                this, (MethodText)Resolve(MetadataTokens.GetToken(handle)), method.Attributes.HasFlag(MethodAttributes.Virtual), method.RelativeVirtualAddress);
        }
    }

    /// <summary>Returns the instructions whose operand is a token, with the member that the token refers to.</summary>
    public IEnumerable<Mention> Mentions(DeclaredMethod method)
    {
        if (method.Address == 0)
        {
            yield break;
        }

        MethodBodyBlock body = _image.GetMethodBody(method.Address);
        if (!body.LocalSignature.IsNil)
        {
            foreach (string local in _metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(_text, null))
            {
                yield return new Mention("local", null, local, []);
            }
        }

        foreach ((var code, int token) in Instructions.In(body.GetILBytes()!))
        {
            if (token != 0 && code.OperandType != System.Reflection.Emit.OperandType.InlineSig)
            {
                yield return MentionOf(code.Name!, token);
            }
        }
    }

    private Mention MentionOf(string code, int token)
    {
        EntityHandle handle = MetadataTokens.EntityHandle(token);
        string[] arguments = [];
        if (handle.Kind == HandleKind.MethodSpecification)
        {
            MethodSpecification specification = _metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
            arguments = [.. specification.DecodeSignature(_text, null)];
            handle = specification.Method;
        }

        return Resolve(MetadataTokens.GetToken(handle)) switch
        {
            MethodText method => new Mention(code, method, DeclaringTypeOf(handle), arguments),
            var type => new Mention(code, null, (string)type, arguments),
        };
    }

    /// <returns>A method, or the text of a type; of a field the type that declares it and its own.</returns>
    private object Resolve(int token)
    {
        EntityHandle handle = MetadataTokens.EntityHandle(token);
        switch (handle.Kind)
        {
            case HandleKind.MethodDefinition:
                MethodDefinition method = _metadata.GetMethodDefinition((MethodDefinitionHandle)handle);
                return new MethodText(_text.GetTypeFromDefinition(_metadata, method.GetDeclaringType(), 0), _metadata.GetString(method.Name),
                    TextOf(method.DecodeSignature(_text, null)));
            case HandleKind.FieldDefinition:
                FieldDefinition field = _metadata.GetFieldDefinition((FieldDefinitionHandle)handle);
                return _text.GetTypeFromDefinition(_metadata, field.GetDeclaringType(), 0) + " " + field.DecodeSignature(_text, null);
            case HandleKind.MemberReference:
                MemberReference member = _metadata.GetMemberReference((MemberReferenceHandle)handle);
                string parent = TypeOf(member.Parent);
                return member.GetKind() == MemberReferenceKind.Field
                    ? parent + " " + member.DecodeFieldSignature(_text, null)
                    : new MethodText(WithoutArguments(parent), _metadata.GetString(member.Name), TextOf(member.DecodeMethodSignature(_text, null)));
            default:
                return TypeOf(handle);
        }
    }

    private string DeclaringTypeOf(EntityHandle handle) => handle.Kind == HandleKind.MemberReference
        ? TypeOf(_metadata.GetMemberReference((MemberReferenceHandle)handle).Parent)
        : ((MethodText)Resolve(MetadataTokens.GetToken(handle))).Type;

    private string TypeOf(EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeDefinition => _text.GetTypeFromDefinition(_metadata, (TypeDefinitionHandle)handle, 0),
        HandleKind.TypeReference => _text.GetTypeFromReference(_metadata, (TypeReferenceHandle)handle, 0),
        HandleKind.TypeSpecification => _text.GetTypeFromSpecification(_metadata, null, (TypeSpecificationHandle)handle, 0),
        _ => "",
    };

    private static string TextOf(MethodSignature<string> signature) => $"({string.Join(",", signature.ParameterTypes)}){signature.ReturnType}";

    private static string WithoutArguments(string type) => type.IndexOf('‹', StringComparison.Ordinal) is > 0 and int at
        && type.EndsWith('›') ? type[..at] : type;
}

/// <param name="IsLazy">Whether the static constructor runs when a static field is first used, and not at the first call.</param>
internal sealed record DeclaredType(string Name, string Base, IReadOnlyList<string> Interfaces, bool IsLazy);

/// <param name="Address">The address of the body; 0 if there is none.</param>
internal sealed record DeclaredMethod(AssemblyImage Image, MethodText Text, bool IsVirtual, int Address);

/// <summary>The member or type to which an instruction refers.</summary>
/// <param name="Code">The instruction, or <c>local</c>.</param>
/// <param name="Method">The method, if it names one.</param>
/// <param name="Type">The type that it names, or that of the member, with arguments.</param>
/// <param name="Arguments">The type arguments of a generic method.</param>
internal sealed record Mention(string Code, MethodText? Method, string Type, IReadOnlyList<string> Arguments)
{
    public override string ToString() => $"{Code} {Method?.ToString() ?? Type}{(Arguments.Count > 0 ? $"<{string.Join(",", Arguments)}>" : "")}";
}
