using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RealtimeKit.Runtime.Wire;

/// <summary>
/// Refuses a value that may be absent for <see cref="JsonSerializer"/>. A converter cannot leave out the property that contains the value, and
/// without reflection it cannot be created. Without this one, the value would be written with its C# properties, and read as absent.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OptionalJson : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => true;

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        throw new NotSupportedException(
            $"System.Text.Json cannot read or write {typeToConvert.Name.Split('`')[0]}. Use the type of its value, which GetValueOrDefault returns.");
    }
}
