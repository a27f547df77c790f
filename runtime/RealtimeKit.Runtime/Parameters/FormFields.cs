using System.ComponentModel;
using System.Text.Json;

namespace RealtimeKit.Runtime.Wire;

/// <summary>Creates the fields of forms.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FormFields
{
    /// <summary>Returns one field for each entry. A null entry gives an empty field; null gives no fields.</summary>
    public static FormField[] Of(IReadOnlyDictionary<string, JsonElement>? fields) =>
        Of(ParameterValues.Map(fields, static value => ParameterValues.OrEmpty(ParameterValues.Json(value))));

    /// <summary>Returns one field for each member of a map. Null gives no fields.</summary>
    public static FormField[] Of(ParameterValue? map) => map?.Members?.Select(static field => FormField.Field(field.Name, field.Value)).ToArray() ?? [];

    /// <summary>Returns the fields of a value, or none for null.</summary>
    public static FormField[] Of<T>(T? value, Func<T, FormField[]> fields)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(fields);
        return value is null ? [] : fields(value);
    }

    /// <summary>Checks that a required field has a value.</summary>
    /// <exception cref="ArgumentNullException">The field is required and has no value.</exception>
    internal static void Require(string name, bool isPresent, bool required)
    {
        if (required && !isPresent)
        {
            throw new ArgumentNullException(name, $"The form field '{name}' is required, but has no value.");
        }
    }
}
