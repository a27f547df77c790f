using System.Text.Json;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Wire;

public static partial class JsonWriting
{
    /// <summary>Writes a secret value whose type does not hide it. The value is sent unchanged.</summary>
    public static void Secret<T>(Utf8JsonWriter writer, T value, JsonWrite<T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        write(writer, value);
        JsonText.WroteSecret(value, write);
    }

    /// <summary>Returns a value that is about to be written.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public static T Present<T>(T value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value);
        return value;
    }

    /// <summary>Returns the index of the case of a union, or a negative number for JSON that matches none.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="union"/> is null.</exception>
    public static int CaseOf(ApiUnion union)
    {
        ArgumentNullException.ThrowIfNull(union);
        return union.Index;
    }

    /// <summary>Writes items into the current array. Null writes none.</summary>
    public static void Items<T>(Utf8JsonWriter writer, IReadOnlyList<T>? items, JsonWrite<T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        for (int i = 0; i < items?.Count; i++)
        {
            write(writer, items[i]);
        }
    }

    /// <summary>Writes properties that have a type in the API description, but no name. Null writes none.</summary>
    public static void Rest<T>(Utf8JsonWriter writer, IReadOnlyDictionary<string, T>? rest, JsonWrite<T> write)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(write);
        foreach (KeyValuePair<string, T> entry in rest ?? new Dictionary<string, T>())
        {
            writer.WritePropertyName(WholeText.Require(entry.Key));
            write(writer, entry.Value);
        }
    }
}
