using System.Text.Json.Serialization;

namespace RealtimeKit.Gen.Benchmarks.Json;

/// <summary>The source-generated serializer of System.Text.Json in its default mode, which reads and writes by metadata.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(EnvelopeTwin))]
[JsonSerializable(typeof(RecordingTwin))]
[JsonSerializable(typeof(RecordingTwin[]))]
[JsonSerializable(typeof(ArticleTwin))]
[JsonSerializable(typeof(ShapeTwin[]))]
internal sealed partial class MetadataSerializer : JsonSerializerContext;
