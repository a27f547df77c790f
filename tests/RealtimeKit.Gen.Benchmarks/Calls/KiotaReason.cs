using Microsoft.Kiota.Abstractions.Serialization;

namespace RealtimeKit.Gen.Benchmarks.Calls;

/// <summary>Why a recording started or stopped, as Kiota generates it.</summary>
internal sealed class KiotaReason : IParsable
{
    public KiotaCaller? Caller { get; set; }

    public string? Reason { get; set; }

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        ["caller"] = node => Caller = node.GetObjectValue(static _ => new KiotaCaller()),
        ["reason"] = node => Reason = node.GetStringValue(),
    };

    public void Serialize(ISerializationWriter writer) => throw new NotSupportedException();
}
