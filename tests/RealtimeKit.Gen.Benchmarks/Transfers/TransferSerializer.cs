using System.Text.Json.Serialization;

namespace RealtimeKit.Gen.Benchmarks.Transfers;

/// <summary>The source-generated serializer of System.Text.Json.</summary>
[JsonSerializable(typeof(EventTwin))]
[JsonSerializable(typeof(long))]
internal sealed partial class TransferSerializer : JsonSerializerContext;
