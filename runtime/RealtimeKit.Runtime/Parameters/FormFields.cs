using System.ComponentModel;
using System.Text.Json;

namespace RealtimeKit.Runtime.Wire;

/// <summary>The fields of a form that the API description does not name.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FormFields
{
    /// <summary>One field for each entry, a null one empty; null gives none.</summary>
    public static FormField[] Of(IReadOnlyDictionary<string, JsonElement>? fields) =>
        fields?.Select(static field => FormField.Field(field.Key, ParameterValues.OrEmpty(ParameterValues.Json(field.Value)))).ToArray() ?? [];

    /// <exception cref="ArgumentNullException">The field is required and not there.</exception>
    internal static void Require(string name, bool isPresent, bool required)
    {
        if (required && !isPresent)
        {
            throw new ArgumentNullException(name, $"The field '{name}' of the form is required, and has no value.");
        }
    }
}
