using System.Globalization;
using System.Text;

namespace RealtimeKit.Runtime.Converters;

/// <summary>Formats values by the interfaces of .NET, independently of the culture.</summary>
internal static class FormattedText
{
    private const int InitialSize = 256;

    public static string Of<T>(T value) => value switch
    {
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        IUtf8SpanFormattable formattable => OfUtf8(formattable),
        _ => value?.ToString() ?? "",
    };

    private static string OfUtf8(IUtf8SpanFormattable value)
    {
        byte[] buffer = new byte[InitialSize];
        int written;
        while (!value.TryFormat(buffer, out written, default, CultureInfo.InvariantCulture))
        {
            buffer = new byte[checked(buffer.Length * 2)];
        }

        return Encoding.UTF8.GetString(buffer, 0, written);
    }
}
