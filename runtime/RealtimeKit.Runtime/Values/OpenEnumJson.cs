using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using RealtimeKit.Runtime.Values;

namespace RealtimeKit.Runtime.Wire;

/// <summary>
/// Lets <see cref="JsonSerializer"/> read and write an <see cref="OpenEnum{TEnum}"/>. The codec of the enum creates the converter, so that no
/// type is created at run time. Trimming keeps the codec, because the enum names it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OpenEnumJson : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        return typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(OpenEnum<>);
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The enum is not an emitted one, so that its texts are not known.</exception>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        Type type = typeToConvert.GenericTypeArguments[0];
        return type.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType is { } codec && Activator.CreateInstance(codec) is IOpenEnumCodec known
            ? known.CreateOpenConverter()
            : throw new NotSupportedException($"The texts of {type.Name} are not known, since it is not an enum of an API description.");
    }
}
