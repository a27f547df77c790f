using System.Text.Json.Serialization;

namespace RealtimeKit.Gen.Benchmarks.Json;

/// <summary>The source-generated serializer of System.Text.Json whose code writes without metadata. It cannot read, and writes no unions.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(EnvelopeTwin))]
[JsonSerializable(typeof(RecordingTwin))]
[JsonSerializable(typeof(RecordingTwin[]))]
[JsonSerializable(typeof(ArticleTwin))]
internal sealed partial class FastPathSerializer : JsonSerializerContext;
