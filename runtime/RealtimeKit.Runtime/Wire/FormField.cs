using System.ComponentModel;
using System.Text;

namespace RealtimeKit.Runtime.Wire;

/// <summary>One field of an <c>application/x-www-form-urlencoded</c> body. A field without value is not sent.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FormField
{
    private readonly string _text;

    private FormField(string text, List<string>? secrets)
    {
        _text = text;
        Secrets = secrets;
    }

    internal string Text => _text ?? "";

    internal List<string>? Secrets { get; }

    /// <summary>A value laid out as in a query.</summary>
    public static FormField Field(string name, ParameterValue? value, ParameterStyle style = ParameterStyle.Form, bool explode = true, bool allowReserved = false)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (value is not { IsAbsent: false } present)
        {
            return default;
        }

        var text = new StringBuilder();
        new ParameterLayout(text, name, allowReserved, encode: true).AppendPairs(present, style, explode, "&");
        List<string>? secrets = null;
        present.CollectSecrets(ref secrets);
        return new FormField(text.ToString(), secrets);
    }

    /// <summary>A value as JSON text.</summary>
    public static FormField Json<T>(string name, T value, JsonWrite<T> write)
        => value is null ? default : Field(name, ParameterValue.Json(value, write));
}
