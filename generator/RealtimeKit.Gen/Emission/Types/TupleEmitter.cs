using RealtimeKit.Gen.Emission.Text;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using static RealtimeKit.Gen.Emission.Text.RuntimeNames;

namespace RealtimeKit.Gen.Emission.Types;

/// <summary>Prints a tuple: a record with a property for each position of the array.</summary>
internal static class TupleEmitter
{
    public static void Emit(SourceWriter writer, TupleModel model, FileModel file)
    {
        DocEmitter.Emit(writer, model.Doc);
        DocEmitter.EmitObsolete(writer, model.IsObsolete);
        writer.WriteLine($"[{JsonConverter}(typeof({JsonCodecConverter}<{TypeText.Emitted(model.Name)}, {TypeText.Codec(model.Name)}>))]");
        writer.Open($"{file.Accessibility} sealed partial record {Identifier.Escape(model.Name)}");
        for (int i = 0; i < model.Items.Count; i++)
        {
            TupleItemModel item = model.Items[i];
            DocEmitter.Emit(writer, item.Doc);
            writer.WriteLine($$"""public {{(i < model.Required ? "required " : "")}}{{TypeText.Written(item.Type)}} {{Identifier.Escape(item.Name)}} { get; init; }""");
            writer.WriteLine();
        }

        writer.WriteLine($$"""
            /// <summary>Items beyond those that the schema declares, or null if there are none.</summary>
            public {{ReadOnlyList}}<{{RestType(model)}}>? AdditionalItems { get; init; }
            """);
        if (model.HasCount)
        {
            writer.WriteLine();
            writer.WriteLine("""
                /// <summary>
                /// The number of items that are written at least, which includes null at the end. If it is null, null at the end is omitted.
                /// It is set when an array that ends in null is read.
                /// </summary>
                public int? ItemCount { get; init; }
                """);
        }

        TypeRef rest = TypeRef.List(TypeRef.Of(PrimitiveKind.Element));
        RecordTextEmitter.Emit(writer, "private", model.Items.Select(static item => (item.Name, item.Type)).Append(("AdditionalItems", rest)));
        writer.Close();
    }

    public static string RestType(TupleModel model) => model.Rest is null ? JsonElement : TypeText.Written(model.Rest);
}
