namespace RealtimeKit.Gen.Model;

/// <summary>How the values of a type that the project names are converted from and to text. The names are those of the runtime.</summary>
internal enum TextConversion
{
    /// <summary>By a converter that the project names.</summary>
    Converter,

    /// <summary>By <c>ISpanParsable&lt;T&gt;</c>.</summary>
    SpanParsable,

    /// <summary>By <c>IParsable&lt;T&gt;</c>.</summary>
    Parsable,

    /// <summary>By <c>IUtf8SpanParsable&lt;T&gt;</c>.</summary>
    Utf8Parsable,

    /// <summary>By <c>INumberBase&lt;T&gt;</c>.</summary>
    Numeric,

    /// <summary>As <c>System.DateTime</c>, in RFC 3339.</summary>
    DateTime,

    /// <summary>As <c>System.DateTime</c> or <c>System.DateTimeOffset</c>, of which only the date is written at midnight.</summary>
    Date,
}

/// <summary>A .NET type that the project names for strings or numbers. It is not emitted.</summary>
/// <param name="FullName">The name with all namespaces, as the compiler displays it.</param>
/// <param name="Name">The name without namespaces and type arguments, from which other names are derived.</param>
/// <param name="IsValueType">Whether the type is a struct or an enum.</param>
/// <param name="Conversion">How the values are converted.</param>
/// <param name="Converter">The full name of the converter; empty if the type converts itself.</param>
/// <param name="Same">The kind that has the same C# type, or null.</param>
internal sealed record ScalarType(
    string FullName,
    string Name,
    bool IsValueType,
    TextConversion Conversion,
    string Converter = "",
    PrimitiveKind? Same = null);
