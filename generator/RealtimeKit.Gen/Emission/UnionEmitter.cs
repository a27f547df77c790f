using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using static RealtimeKit.Gen.Emission.RuntimeNames;

namespace RealtimeKit.Gen.Emission;

/// <summary>Prints a union: a closed class that holds one of several values, or the raw JSON of a case that nobody knew.</summary>
internal static class UnionEmitter
{
    /// <summary>A method with more parameters than this helps nobody.</summary>
    private const int MostMatchedCases = 16;

    public static void Emit(SourceWriter writer, UnionModel model, FileModel file)
    {
        string name = Identifier.Escape(model.Name);
        DocEmitter.Emit(writer, model.Doc);
        DocEmitter.EmitObsolete(writer, model.IsObsolete);
        writer.WriteLine($"[{JsonConverter}(typeof({JsonCodecConverter}<{TypeText.Emitted(model.Name)}, {TypeText.Codec(model.Name)}>))]");
        writer.Open($"{file.Accessibility} sealed partial class {name} : {RuntimeNames.Equatable}<{name}>");
        writer.WriteLine($$"""
            internal {{name}}(int index, object value)
            {
                Index = index;
                Value = value ?? throw new {{RuntimeNames.ArgumentNullException}}(nameof(value));
            }

            /// <summary>The value, of one of the union's types; raw JSON where it is of none.</summary>
            public object Value { get; }

            /// <summary>Whether the value is of none of the types that the API description names.</summary>
            public bool IsUnknown => Index < 0;

            internal int Index { get; }

            /// <summary>A value that is of none of the union's types, as raw JSON.</summary>
            /// <param name="json">The raw JSON.</param>
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

        writer.WriteLine();
        writer.WriteLine($$"""
            /// <inheritdoc/>
            public bool Equals({{name}}? other) => other is not null && other.Index == Index && Equals(Value, other.Value);

            /// <inheritdoc/>
            public override bool Equals(object? obj) => Equals(obj as {{name}});

            /// <inheritdoc/>
            public override int GetHashCode() => Value.GetHashCode();

            /// <inheritdoc/>
            public override string ToString() => IsUnknown ? "(unknown)" : {{(model.IsSecret ? "\"***\"" : "Value.ToString() ?? \"\"")}};
            """);
        writer.Close();
    }

    private static void EmitCase(SourceWriter writer, string name, UnionCaseModel @case, int index)
    {
        string type = TypeText.Bare(@case.Type);
        writer.WriteLine($$"""
            /// <summary>Makes the union of a {{CSharpText.Doc(@case.Name)}}.</summary>
            /// <param name="value">The value.</param>
            /// <returns>The union.</returns>
            public static {{name}} From({{type}} value) => new({{index.Invariant()}}, value);

            /// <summary>The value as a {{CSharpText.Doc(@case.Name)}}, if it is one.</summary>
            /// <param name="value">The value.</param>
            /// <returns>Whether it is one.</returns>
            public bool TryGet{{@case.Name}}([{{RuntimeNames.MaybeNullWhen}}(false)] out {{type}} value)
            {
                bool isCase = Index == {{index.Invariant()}};
                value = isCase ? ({{type}})Value : default;
                return isCase;
            }
            """);
        if (@case.IsConvertible)
        {
            writer.WriteLine();
            writer.WriteLine($"""
                /// <summary>Makes the union of a {CSharpText.Doc(@case.Name)}.</summary>
                /// <param name="value">The value.</param>
                public static implicit operator {name}({type} value) => new({index.Invariant()}, value);
                """);
        }
    }

    private static void EmitMatch(SourceWriter writer, UnionModel model)
    {
        writer.WriteLine("/// <summary>Calls the function of the case that the value is.</summary>");
        writer.WriteLine("/// <typeparam name=\"TResult\">What the functions give.</typeparam>");
        for (int i = 0; i < model.Cases.Count; i++)
        {
            writer.WriteLine($"/// <param name=\"case{i.Invariant()}\">Called for a {CSharpText.Doc(model.Cases[i].Name)}.</param>");
        }

        writer.WriteLine("/// <param name=\"unknown\">Called for raw JSON of none of the types.</param>");
        writer.WriteLine("/// <returns>What the function gave.</returns>");
        IEnumerable<string> parameters = model.Cases.Select(static (@case, index) => $"{RuntimeNames.Func}<{TypeText.Bare(@case.Type)}, TResult> case{index.Invariant()}");
        writer.WriteLine($"public TResult Match<TResult>({string.Join(", ", parameters)}, {RuntimeNames.Func}<{JsonElement}, TResult> unknown) => Index switch");
        writer.WriteLine("{");
        writer.Indentation++;
        for (int i = 0; i < model.Cases.Count; i++)
        {
            writer.WriteLine($"{i.Invariant()} => case{i.Invariant()}(({TypeText.Bare(model.Cases[i].Type)})Value),");
        }

        writer.WriteLine($"_ => unknown(({JsonElement})Value),");
        writer.Close("};");
    }
}
