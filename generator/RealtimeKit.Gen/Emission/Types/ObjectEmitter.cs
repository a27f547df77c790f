using RealtimeKit.Gen.Emission.Text;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using static RealtimeKit.Gen.Emission.Text.RuntimeNames;

namespace RealtimeKit.Gen.Emission.Types;

/// <summary>Prints a record.</summary>
internal static class ObjectEmitter
{
    public static void Emit(SourceWriter writer, ObjectModel model, FileModel file)
    {
        string name = Identifier.Escape(model.Name);
        DocEmitter.Emit(writer, model.Doc);
        DocEmitter.EmitObsolete(writer, model.IsObsolete);
        if (!model.IsFormOnly)
        {
            writer.WriteLine($"[{JsonConverter}(typeof({JsonCodecConverter}<{TypeText.Emitted(model.Name)}, {TypeText.Codec(model.Name)}>))]");
        }

        writer.Open($"{file.Accessibility} {(model.IsBase ? "" : "sealed ")}partial record {name}{(model.BaseName.Length > 0 ? $" : {TypeText.Emitted(model.BaseName)}" : "")}");
        foreach (PropertyModel property in model.Properties)
        {
            if (!property.IsInherited)
            {
                EmitProperty(writer, property);
                writer.WriteLine();
            }
        }

        if (model.BaseName.Length == 0 && !model.IsFormOnly)
        {
            writer.WriteLine($$"""
                /// <summary>Properties that the schema does not declare, or null if there are none. The name of a declared one cannot be sent.</summary>
                public {{ReadOnlyDictionary}}<string, {{(model.AdditionalProperties is { } rest ? TypeText.Written(rest) : JsonElement)}}>? AdditionalProperties { get; init; }
                """);
        }

        if (!model.IsFormOnly)
        {
            if (model.BaseName.Length == 0)
            {
                writer.WriteLine();
            }

            ObjectReaderEmitter.Emit(writer, model);
            ObjectCodecEmitter.EmitMember(writer, model);
        }

        EmitText(writer, model);
        writer.Close();
    }

    private static void EmitText(SourceWriter writer, ObjectModel model)
    {
        string modifiers = model.BaseName.Length > 0 ? "protected override" : model.IsBase ? "protected virtual" : "private";
        IEnumerable<(string, TypeRef)> own = model.Properties
            .Where(static property => !property.IsInherited)
            .Select(static property => (property.Name, property.Type));
        TypeRef rest = TypeRef.Map(TypeRef.Of(PrimitiveKind.Element));
        RecordTextEmitter.Emit(writer, modifiers, model.BaseName.Length == 0 && !model.IsFormOnly ? own.Append(("AdditionalProperties", rest)) : own);
    }

    /// <summary>The type in the declaration of the property.</summary>
    public static string DeclaredType(PropertyModel property) =>
        property.IsOptional ? TypeText.Optional(property.Type) : TypeText.Written(property.Type);

    private static void EmitProperty(SourceWriter writer, PropertyModel property)
    {
        DocEmitter.Emit(writer, property.Doc);
        DocEmitter.EmitObsolete(writer, property.IsObsolete && !property.IsRequired);
        string initializer = property.Default is { } value ? $" = {ConstantText.Of(value)};" : "";
        writer.WriteLine($$"""public {{(property.IsRequired ? "required " : "")}}{{DeclaredType(property)}} {{Identifier.Escape(property.Name)}} { get; init; }{{initializer}}""");
    }
}
