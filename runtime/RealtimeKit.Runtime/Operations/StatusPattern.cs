using System.Globalization;

namespace RealtimeKit.Runtime.Operations;

/// <summary>A status in an API description: <c>200</c>, <c>2XX</c> or <c>default</c>.</summary>
internal readonly record struct StatusPattern
{
    // 200 for an exact status, 2 for the class 2XX, 0 for default.
    private readonly int _value;

    private StatusPattern(int value) => _value = value;

    public bool IsExact => _value > 9;

    public bool IsClass => _value is > 0 and <= 9;

    public bool IsDefault => _value == 0;

    public static StatusPattern Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text == "default")
        {
            return default;
        }

        if (text.Length == 3 && text[0] is >= '1' and <= '5')
        {
            if (text[1..] is "XX" or "xx")
            {
                return new StatusPattern(text[0] - '0');
            }

            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int status))
            {
                return new StatusPattern(status);
            }
        }

        throw new ArgumentException("A status must be three digits, a class such as 2XX, or default.", nameof(text));
    }

    public bool Matches(int status) => IsDefault || status == _value || status / 100 == _value;
}
