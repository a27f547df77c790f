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

            /// <summary>The value: one of the declared types, or a <see cref="{{JsonElement}}"/> if it matches none of them.</summary>
            public object Value { get; }

            /// <summary>Whether the value matches none of the declared types.</summary>
            public bool IsUnknown => Index < 0;

            internal int Index { get; }

            /// <summary>Creates the union from JSON that matches none of the declared types.</summary>
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

        writer.WriteLine();
        EmitObjectMembers(writer, model, name);
        writer.Close();
    }

    private static void EmitObjectMembers(SourceWriter writer, UnionModel model, string name) => writer.WriteLine($$"""
        /// <inheritdoc/>
        public bool Equals({{name}}? other) => other is not null && other.Index == Index && Equals(Value, other.Value);

        /// <inheritdoc/>
        public override bool Equals(object? obj) => Equals(obj as {{name}});

        /// <inheritdoc/>
        public override int GetHashCode() => Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => IsUnknown ? "(unknown)" : {{(model.IsSecret ? "\"***\"" : "Value.ToString() ?? \"\"")}};
        """);

    private static void EmitCase(SourceWriter writer, string name, UnionCaseModel @case, int index)
    {
        string type = TypeText.Bare(@case.Type);
        writer.WriteLine($$"""
            /// <summary>Creates the union from {{DocText.WithArticle(@case.Name)}}.</summary>
            /// <param name="value">The value.</param>
            /// <returns>The union.</returns>
            public static {{name}} From({{type}} value) => new({{index.Invariant()}}, value);

            /// <summary>Gets the value if it is {{DocText.WithArticle(@case.Name)}}.</summary>
            /// <param name="value">The value.</param>
            /// <returns>True if the value is {{DocText.WithArticle(@case.Name)}}.</returns>
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
                /// <summary>Creates the union from {DocText.WithArticle(@case.Name)}.</summary>
                /// <param name="value">The value.</param>
                public static implicit operator {name}({type} value) => new({index.Invariant()}, value);
                """);
        }
    }

    private static void EmitMatch(SourceWriter writer, UnionModel model)
    {
        writer.WriteLine("/// <summary>Calls the function for the type of the value.</summary>");
        writer.WriteLine("/// <typeparam name=\"TResult\">The type that the functions return.</typeparam>");
        foreach (UnionCaseModel @case in model.Cases)
        {
            writer.WriteLine($"/// <param name=\"{@case.ArgumentName}\">Called with {DocText.WithArticle(@case.Name)}.</param>");
        }

        writer.WriteLine("/// <param name=\"unknown\">Called with JSON that matches none of the declared types.</param>");
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
