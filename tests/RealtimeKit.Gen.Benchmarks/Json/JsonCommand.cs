using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RealtimeKit.Gen.Benchmarks.Measuring;
using RealtimeKit.Gen.Benchmarks.Shapes;
using RealtimeKit.Gen.Benchmarks.Shapes.JsonCodecs;
using RealtimeKit.JsonCodecs;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Gen.Benchmarks.Json;

/// <summary>Measures the emitted readers and writers beside those of System.Text.Json, on bodies of several shapes.</summary>
internal static class JsonCommand
{
    private const string Metadata = "System.Text.Json, metadata";
    private const string FastPath = "System.Text.Json, fast path";
    private const string Emitted = "emitted code";

    public static async Task RunAsync()
    {
        MetadataSerializer metadata = MetadataSerializer.Default;
        FastPathSerializer fastPath = FastPathSerializer.Default;

        (Recording seed, EnvelopeTwin envelope) = await ReadAsync("the response of the seed", RecordingResponse.Bytes, Unwrap, metadata.EnvelopeTwin);
        await ReadAsync("properties in another order", JsonInput.Reordered, Unwrap, metadata.EnvelopeTwin);
        await ReadAsync("ten unknown properties", JsonInput.WithUnknown, Unwrap, metadata.EnvelopeTwin);
        (IReadOnlyList<Recording> list, RecordingTwin[] twins) = await ReadAsync(
            "1,000 recordings",
            JsonInput.Recordings,
            static (ref Utf8JsonReader reader) => JsonReading.List<Recording>(ref reader, RecordingJson.Read),
            metadata.RecordingTwinArray);
        (Article article, ArticleTwin articleTwin) = await ReadAsync("60 properties, long texts", JsonInput.Article, ArticleJson.Read, metadata.ArticleTwin);
        (IReadOnlyList<Shape> shapes, ShapeTwin[] shapeTwins) = await ReadAsync(
            "100 objects of a union of 20",
            JsonInput.Shapes,
            static (ref Utf8JsonReader reader) => JsonReading.List<Shape>(ref reader, ShapeJson.Read),
            metadata.ShapeTwinArray);

        await WriteAsync("the recording of the seed", seed, RecordingJson.Write, envelope.Data!, metadata.RecordingTwin, fastPath.RecordingTwin);
        await WriteAsync(
            "1,000 recordings",
            list,
            static (writer, value) => JsonWriting.List(writer, value, RecordingJson.Write),
            twins,
            metadata.RecordingTwinArray,
            fastPath.RecordingTwinArray);
        await WriteAsync("60 properties, long texts", article, ArticleJson.Write, articleTwin, metadata.ArticleTwin, fastPath.ArticleTwin);
        await WriteAsync(
            "100 objects of a union of 20",
            shapes,
            static (writer, value) => JsonWriting.List(writer, value, ShapeJson.Write),
            shapeTwins,
            metadata.ShapeTwinArray,
            null);
    }

    private static Recording Unwrap(ref Utf8JsonReader reader) => JsonReading.Envelope(ref reader, "data"u8, RecordingJson.Read);

    private static async Task<(T Value, TTwin Twin)> ReadAsync<T, TTwin>(string shape, byte[] body, JsonRead<T> read, JsonTypeInfo<TTwin> metadata)
    {
        RatioTable.Print($"read: {shape}", await Contest.RunAsync(
            new(Metadata, () => Use(JsonSerializer.Deserialize(body, metadata))),
            new(Emitted, () => Use(Read(body, read)))));
        return (Read(body, read), JsonSerializer.Deserialize(body, metadata)!);
    }

    private static async Task WriteAsync<T, TTwin>(
        string shape, T value, JsonWrite<T> write, TTwin twin, JsonTypeInfo<TTwin> metadata, JsonTypeInfo<TTwin>? fastPath)
    {
        // All write into the same buffer, as a client under load does.
        var output = new ArrayBufferWriter<byte>(1024 * 1024);
        var writer = new Utf8JsonWriter(output);
        List<Contender> contenders =
        [
            new(Metadata, () =>
            {
                Begin(writer, output);
                JsonSerializer.Serialize(writer, twin, metadata);
                return End(writer);
            }),
            new(Emitted, () =>
            {
                Begin(writer, output);
                write(writer, value);
                return End(writer);
            }),
        ];
        if (fastPath is not null)
        {
            contenders.Add(new(FastPath, () =>
            {
                Begin(writer, output);
                JsonSerializer.Serialize(writer, twin, fastPath);
                return End(writer);
            }));
        }

        RatioTable.Print($"write: {shape}", await Contest.RunAsync([.. contenders]));
    }

    private static T Read<T>(byte[] body, JsonRead<T> read)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        return read(ref reader);
    }

    private static ValueTask Use(object? value) => value is null ? throw new InvalidOperationException("Nothing was read.") : ValueTask.CompletedTask;

    private static void Begin(Utf8JsonWriter writer, ArrayBufferWriter<byte> output)
    {
        output.ResetWrittenCount();
        writer.Reset();
    }

    private static ValueTask End(Utf8JsonWriter writer)
    {
        writer.Flush();
        return ValueTask.CompletedTask;
    }
}
