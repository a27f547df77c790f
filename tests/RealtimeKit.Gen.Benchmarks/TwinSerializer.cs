using System.Text.Json.Serialization;

namespace RealtimeKit.Gen.Benchmarks;

/// <summary>System.Text.Json's own generator, over the twins.</summary>
[JsonSerializable(typeof(EnvelopeTwin))]
internal sealed partial class TwinSerializer : JsonSerializerContext;
