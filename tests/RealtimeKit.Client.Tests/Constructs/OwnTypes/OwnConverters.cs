using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using RealtimeKit.Runtime;

namespace RealtimeKit.Client.Tests.Constructs.OwnTypes;

/// <summary>A converter of several types. It throws for a color that is not valid.</summary>
internal sealed class OwnConverters : ITextConverter<Money>, ITextConverter<Rgb>
{
    public static bool TryParse(ReadOnlySpan<char> text, out Money value)
    {
        bool isRead = decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal amount);
        value = new Money(amount);
        return isRead;
    }

    public static string Format(Money value) => value == Money.Unknown ? "unknown" : value.Amount.ToString(CultureInfo.InvariantCulture);

    public static bool TryParse(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out Rgb value)
    {
        value = new Rgb(int.Parse(text.TrimStart('#'), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
        return true;
    }

    public static string Format(Rgb value) => string.Create(CultureInfo.InvariantCulture, $"#{value.Value:x6}");
}
