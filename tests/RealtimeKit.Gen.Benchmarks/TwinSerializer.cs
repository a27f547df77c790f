using System.Text.Json.Serialization;

namespace RealtimeKit.Gen.Benchmarks;

/// <summary>The source-generated serializer of System.Text.Json for the hand-written types.</summary>
[JsonSerializable(typeof(EnvelopeTwin))]
[JsonSerializable(typeof(ActionTwin))]
internal sealed partial class TwinSerializer : JsonSerializerContext;
