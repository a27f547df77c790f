using System.ComponentModel;
using System.Text;
using RealtimeKit.Runtime.Parameters;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Wire;

/// <summary>A field of an <c>application/x-www-form-urlencoded</c> body. A field without a value is not sent.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FormField
{
    private readonly string _text;

    private FormField(string name, string text, List<string>? secrets)
    {
        Name = name;
        _text = text;
        Secrets = secrets;
    }

    /// <summary>Gets the name, or null for a field that is not sent.</summary>
    internal string? Name { get; }

    internal string Text => _text ?? "";

    internal List<string>? Secrets { get; }

    /// <summary>Creates a field whose value is formatted as in a query.</summary>
    /// <exception cref="ArgumentNullException">The field is required and has no value.</exception>
    public static FormField Field(
        string name, ParameterValue? value, ParameterStyle style = ParameterStyle.Form, bool explode = true, bool allowReserved = false, bool required = false)
    {
        ArgumentNullException.ThrowIfNull(name);
        FormFields.Require(name, value is { IsAbsent: false }, required);
        if (value is not { IsAbsent: false } present)
        {
            return default;
        }

        present.RequireSendable(name);
        _ = WholeText.Require(name, nameof(name));
        var text = new StringBuilder();
        ReservedText reserved = allowReserved ? ReservedText.PlainInForm : ReservedText.Encoded;
        new ParameterLayout(text, name, reserved, encode: true).AppendPairs(present, style, explode, "&");
        List<string>? secrets = null;
        present.CollectSecrets(ref secrets);
        return new FormField(name, text.ToString(), secrets);
    }

    /// <summary>Creates a field with a value as JSON text.</summary>
    /// <exception cref="ArgumentNullException">The field is required and null.</exception>
    public static FormField Json<T>(string name, T value, JsonWrite<T> write, bool required = false)
        => Field(name, value is null ? null : ParameterValue.Json(value, write), required: required);

    /// <summary>Creates a field with a value as JSON text, also for null.</summary>
    public static FormField JsonOrNull<T>(string name, T value, JsonWrite<T> write) => Field(name, ParameterValues.JsonOrNull(value, write));
}
