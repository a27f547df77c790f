using System.Diagnostics.CodeAnalysis;

namespace RealtimeKit.Runtime;

/// <summary>Converts a type from and to the text of its values in JSON, parameters and headers.</summary>
/// <remarks>
/// Implement it for a type that cannot convert itself, and name both in <c>Formats</c> or <c>x-dotnet-type</c>:
/// <c>date=NodaTime.LocalDate(Acme.LocalDateConverter)</c>. One converter can implement it for several types. If the API
/// description says that the value is a number, the text is that of a JSON number.
/// </remarks>
/// <typeparam name="T">The type.</typeparam>
public interface ITextConverter<T>
{
    /// <summary>Parses the text of a value, without quotes and escapes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value.</param>
    /// <returns>False if the text is not a value of the type.</returns>
    static abstract bool TryParse(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out T value);

    /// <summary>Formats a value, independently of the culture. Quotes and escapes are added by the client.</summary>
    /// <param name="value">The value.</param>
    static abstract string Format(T value);
}
