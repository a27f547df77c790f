using RealtimeKit.Gen.Emission.Text;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using static RealtimeKit.Gen.Emission.Text.RuntimeNames;

namespace RealtimeKit.Gen.Emission.Types;

/// <summary>Prints the reader and writer of a tuple: an array with a reader for each position.</summary>
internal static class TupleCodecEmitter
{
    public static void Emit(SourceWriter writer, TupleModel model)
    {
        string type = TypeText.Emitted(model.Name);
        writer.Open($"internal sealed class {model.Name}Json : {JsonCodec}<{type}>");
        EmitRead(writer, model, type);
        writer.WriteLine();
        EmitWrite(writer, model, type);
        writer.Close();
    }

    private static void EmitRead(SourceWriter writer, TupleModel model, string type)
    {
        writer.Open($"public static {type} Read(ref {Utf8JsonReader} reader)");
        writer.WriteLine($"if ({JsonReading}.IsUndocumentedNull(ref reader)) {{ return null!; }}");
        foreach (TupleItemModel item in model.Items)
        {
            writer.WriteLine($"{TypeText.Written(item.Type)} the{item.Name} = default!;");
        }

        TypeRef? rest = model.Rest;
        writer.WriteLine(rest is null ? $"{RawItems}? rest = null;" : $"{Generic}List<{TypeText.Written(rest)}>? rest = null;");
        writer.WriteLine("int count = 0;");
        writer.WriteLine($"{JsonReading}.StartArray(ref reader);");
        writer.Open($"while ({JsonReading}.NextItem(ref reader))");
        writer.Open("switch (count++)");
        for (int i = 0; i < model.Items.Count; i++)
        {
            writer.WriteLine($"case {i.Invariant()}: the{model.Items[i].Name} = {TypeExpressions.Read(model.Items[i].Type)}; break;");
        }

        writer.WriteLine($"default: (rest ??= new()).Add({(rest is null ? "ref reader" : TypeExpressions.Read(rest))}); break;");
        writer.Close();
        writer.Close();
        writer.WriteLine();
        writer.WriteLine($"{JsonReading}.RequireItems(count, {model.Required.Invariant()});");
        writer.Open($"return new {type}");
        foreach (TupleItemModel item in model.Items)
        {
            writer.WriteLine($"{Identifier.Escape(item.Name)} = the{item.Name},");
        }

        writer.WriteLine(rest is null ? "AdditionalItems = rest?.ToList()," : "AdditionalItems = rest,");
        if (model.HasCount)
        {
            IEnumerable<string> ends = Enumerable.Range(model.Required, model.Items.Count - model.Required)
                .Where(index => model.Items[index].CanBeNull)
                .Select(index => $"(count == {(index + 1).Invariant()} && the{model.Items[index].Name} is null)");
            writer.WriteLine($"ItemCount = {string.Join(" || ", ends)} ? count : null,");
        }

        writer.Close("};");
        writer.Close();
    }

    /// <summary>Missing items at the end are omitted, unless they were null. A missing item before a present one is null.</summary>
    private static void EmitWrite(SourceWriter writer, TupleModel model, string type)
    {
        writer.Open($"public static void Write({Utf8JsonWriter} writer, {type} value)");
        writer.WriteLine($"{JsonWriting}.Present(value);");
        if (model.Required < model.Items.Count)
        {
            IEnumerable<string> present = Enumerable.Range(model.Required, model.Items.Count - model.Required)
                .Reverse()
                .Select(index => $" : value.{Identifier.Escape(model.Items[index].Name)} is not null ? {(index + 1).Invariant()}");
            writer.WriteLine($"int count = value.AdditionalItems is {{ Count: > 0 }} ? {model.Items.Count.Invariant()}{string.Concat(present)} : {model.Required.Invariant()};");
            if (model.HasCount)
            {
                writer.WriteLine("if (value.ItemCount > count) { count = value.ItemCount.GetValueOrDefault(); }");
            }
        }

        writer.WriteLine("writer.WriteStartArray();");
        for (int i = 0; i < model.Items.Count; i++)
        {
            TupleItemModel item = model.Items[i];
            string write = TypeExpressions.Write(item.Type, "value." + Identifier.Escape(item.Name)) + ";";
            if (i < model.Required)
            {
                writer.WriteLine(write);
            }
            else
            {
                writer.Open($"if (count > {i.Invariant()})");
                writer.WriteLine(write);
                writer.Close();
            }
        }

        writer.WriteLine($"{JsonWriting}.Items<{TupleEmitter.RestType(model)}>(writer, value.AdditionalItems, {(model.Rest is { } rest ? TypeExpressions.Writer(rest) : JsonWriting + ".Element")});");
        writer.WriteLine("writer.WriteEndArray();");
        writer.Close();
    }
}
