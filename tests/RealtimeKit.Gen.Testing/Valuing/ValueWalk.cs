using System.Collections;
using System.Reflection;
using System.Text.Json;

namespace RealtimeKit.Gen.Testing.Valuing;

/// <summary>Searches a value of emitted types for parts that were read as unknown.</summary>
internal static class ValueWalk
{
    /// <summary>Returns the path of the first such part, or null.</summary>
    public static string? FindUnknown(object? value, string path = "$")
    {
        if (value is null or string or JsonElement || value.GetType() is { IsPrimitive: true } or { IsEnum: true })
        {
            return null;
        }

        if (value is IDictionary map)
        {
            return map.Keys.Cast<object>().Select(key => FindUnknown(map[key], $"{path}[{key}]")).FirstOrDefault(static found => found is not null);
        }

        if (value is IEnumerable items)
        {
            return items.Cast<object?>().Select((item, index) => FindUnknown(item, $"{path}[{index}]")).FirstOrDefault(static found => found is not null);
        }

        Type type = value.GetType();
        if (type.GetProperty("IsUnknown")?.GetValue(value) is true || type.GetProperty("IsKnown")?.GetValue(value) is false)
        {
            return $"{path} ({type.Name})";
        }

        if (type.Namespace != "Consumer" && type.GetProperty("HasValue")?.GetValue(value) is not true)
        {
            return null;
        }

        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(static property => property.GetIndexParameters().Length == 0)
            .Select(property => FindUnknown(property.GetValue(value), $"{path}.{property.Name}"))
            .FirstOrDefault(static found => found is not null);
    }
}
