using RealtimeKit.Gen.Emission.Text;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using static RealtimeKit.Gen.Emission.Text.RuntimeNames;

namespace RealtimeKit.Gen.Emission.Types;

/// <summary>Prints a union: a closed class that contains one of several values, or the raw JSON of an unknown case.</summary>
internal static class UnionEmitter
{
    /// <summary>A method with more parameters would be impractical.</summary>
    private const int MostMatchedCases = 16;

    private static readonly CaseSources[] _sources = [CaseSources.Own, CaseSources.Array, CaseSources.List, CaseSources.Dictionary, CaseSources.Member];

    public static void Emit(SourceWriter writer, UnionModel model, FileModel file)
    {
        string name = Identifier.Escape(model.Name);
        DocEmitter.Emit(writer, model.Doc);
        DocEmitter.EmitObsolete(writer, model.IsObsolete);
        writer.WriteLine($"[{JsonConverter}(typeof({JsonCodecConverter}<{TypeText.Emitted(model.Name)}, {TypeText.Codec(model.Name)}>))]");
        writer.Open($"{file.Accessibility} sealed partial class {name} : {ApiUnion}");
        writer.WriteLine($$"""
            internal {{name}}(int index, object value)
                : base(index, value)
            {
            }

            /// <summary>Creates the union from JSON that matches none of the cases.</summary>
            /// <param name="json">The JSON.</param>
            /// <returns>The union.</returns>
            public static {{name}} FromUnknown({{JsonElement}} json) => new(-1, json);
            """);
        for (int i = 0; i < model.Cases.Count; i++)
        {
            writer.WriteLine();
            EmitCase(writer, name, model.Cases[i], i);
        }

        if (model.Cases.Count <= MostMatchedCases)
        {
            writer.WriteLine();
            EmitMatch(writer, model);
        }

        if (model.IsSecret)
        {
            writer.WriteLine();
            writer.WriteLine("""
                /// <inheritdoc/>
                public override string ToString() => IsUnknown ? "(unknown)" : "***";
                """);
        }

        writer.Close();
    }

    private static void EmitCase(SourceWriter writer, string name, UnionCaseModel @case, int index)
    {
        string type = TypeText.Bare(@case.Type);
        writer.WriteLine($$"""
            /// <summary>Creates the union with the case {{DocText.Code(@case.Name)}}.</summary>
            /// <param name="value">The value.</param>
            /// <returns>The union.</returns>
            public static {{name}} From({{type}} value) => new({{index.Invariant()}}, value);

            /// <summary>Gets the value if the case is {{DocText.Code(@case.Name)}}.</summary>
            /// <param name="value">The value.</param>
            /// <returns>True if the case is {{DocText.Code(@case.Name)}}.</returns>
            public bool TryGet{{@case.Name}}([{{RuntimeNames.MaybeNullWhen}}(false)] out {{type}} value) => TryGet({{index.Invariant()}}, out value);
            """);
        foreach (CaseSources source in _sources.Where(source => (@case.Sources & source) != 0))
        {
            string value = source == CaseSources.Member ? $"({type})value" : "value";
            writer.WriteLine();
            writer.WriteLine($"""
                /// <summary>Creates the union with the case {DocText.Code(@case.Name)}.</summary>
                /// <param name="value">The value.</param>
                public static implicit operator {name}({Text(source, @case.Type)} value) => new({index.Invariant()}, {value});
                """);
        }
    }

    private static string Text(CaseSources source, TypeRef type) => source switch
    {
        CaseSources.Array => TypeText.Written(type.Element!) + "[]",
        CaseSources.List => $"{RuntimeNames.List}<{TypeText.Written(type.Element!)}>",
        CaseSources.Dictionary => $"{RuntimeNames.Dictionary}<string, {TypeText.Written(type.Element!)}>",
        CaseSources.Member => TypeText.Emitted(type.Name),
        _ => TypeText.Bare(type),
    };

    private static void EmitMatch(SourceWriter writer, UnionModel model)
    {
        writer.WriteLine("/// <summary>Calls the function for the case.</summary>");
        writer.WriteLine("/// <typeparam name=\"TResult\">The type that the functions return.</typeparam>");
        foreach (UnionCaseModel @case in model.Cases)
        {
            writer.WriteLine($"/// <param name=\"{@case.ArgumentName}\">Called if the case is {DocText.Code(@case.Name)}.</param>");
        }

        writer.WriteLine("/// <param name=\"unknown\">Called with JSON that matches none of the cases.</param>");
        writer.WriteLine("/// <returns>The result of the function.</returns>");
        IEnumerable<string> parameters = model.Cases.Select(
            static @case => $"{RuntimeNames.Func}<{TypeText.Bare(@case.Type)}, TResult> {Identifier.Escape(@case.ArgumentName)}");
        writer.WriteLine($"public TResult Match<TResult>({string.Join(", ", parameters)}, {RuntimeNames.Func}<{JsonElement}, TResult> unknown) => Index switch");
        writer.WriteLine("{");
        writer.Indentation++;
        for (int i = 0; i < model.Cases.Count; i++)
        {
            writer.WriteLine($"{i.Invariant()} => {Identifier.Escape(model.Cases[i].ArgumentName)}(({TypeText.Bare(model.Cases[i].Type)})Value),");
        }

        writer.WriteLine($"_ => unknown(({JsonElement})Value),");
        writer.Close("};");
    }
}
