using System.Text.Json.Serialization;

namespace RealtimeKit.Runtime.Values;

/// <summary>The codec of an enum, for code that does not know the type of the enum.</summary>
internal interface IOpenEnumCodec
{
    /// <summary>Creates the converter of the <see cref="OpenEnum{TEnum}"/> of the enum.</summary>
    JsonConverter CreateOpenConverter();
}
