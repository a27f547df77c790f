using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RealtimeKit.Gen.Tests.Running;

/// <summary>Says a test's document in JSON: the same keys and values in the same order.</summary>
internal static partial class YamlToJson
{
    public static string Convert(string yaml)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            var parser = new Parser(new StringReader(yaml));
            parser.Consume<StreamStart>();
            parser.Consume<DocumentStart>();
            Write(parser, writer);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Parser parser, Utf8JsonWriter writer)
    {
        if (parser.TryConsume<MappingStart>(out _))
        {
            writer.WriteStartObject();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                writer.WritePropertyName(parser.Consume<Scalar>().Value);
                Write(parser, writer);
            }

            writer.WriteEndObject();
        }
        else if (parser.TryConsume<SequenceStart>(out _))
        {
            writer.WriteStartArray();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                Write(parser, writer);
            }

            writer.WriteEndArray();
        }
        else
        {
            Write(parser.Consume<Scalar>(), writer);
        }
    }

    private static void Write(Scalar scalar, Utf8JsonWriter writer)
    {
        if (scalar.Style == ScalarStyle.Plain && (scalar.Value is "true" or "false" or "null" || Number().IsMatch(scalar.Value)))
        {
            writer.WriteRawValue(scalar.Value);
        }
        else
        {
            writer.WriteStringValue(scalar.Value);
        }
    }

    [GeneratedRegex(@"^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$")]
    private static partial Regex Number();
}
