using Microsoft.Kiota.Abstractions.Serialization;

namespace RealtimeKit.Gen.Benchmarks.Calls;

/// <summary>The response, as Kiota generates it.</summary>
internal sealed class KiotaEnvelope : IParsable
{
    public bool? Success { get; set; }

    public KiotaRecording? Data { get; set; }

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        ["success"] = node => Success = node.GetBoolValue(),
        ["data"] = node => Data = node.GetObjectValue(static _ => new KiotaRecording()),
    };

    public void Serialize(ISerializationWriter writer) => throw new NotSupportedException();
}
