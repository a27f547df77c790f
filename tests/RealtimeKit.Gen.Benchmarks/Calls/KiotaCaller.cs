using Microsoft.Kiota.Abstractions.Serialization;

namespace RealtimeKit.Gen.Benchmarks.Calls;

/// <summary>Who started or stopped a recording, as Kiota generates it.</summary>
internal sealed class KiotaCaller : IParsable
{
    public string? Name { get; set; }

    public string? Type { get; set; }

    public Guid? UserId { get; set; }

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        ["name"] = node => Name = node.GetStringValue(),
        ["type"] = node => Type = node.GetStringValue(),
        ["user_Id"] = node => UserId = node.GetGuidValue(),
    };

    public void Serialize(ISerializationWriter writer) => throw new NotSupportedException();
}
