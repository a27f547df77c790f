using Microsoft.Kiota.Abstractions.Serialization;

namespace RealtimeKit.Gen.Benchmarks.Calls;

/// <summary>The body of the PUT, as Kiota generates it.</summary>
internal sealed class KiotaAction : IParsable
{
    public string? Action { get; set; }

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        ["action"] = node => Action = node.GetStringValue(),
    };

    public void Serialize(ISerializationWriter writer) => writer.WriteStringValue("action", Action);
}
