using System.Globalization;

namespace RealtimeKit.Gen.Parsing.Basics;

/// <summary>Writes the plain values of a document as text.</summary>
internal static class PlainText
{
    /// <summary>Returns a text, boolean or number as the document spells it, or null for any other value.</summary>
    public static string? Of(object? value) => value switch
    {
        string text => text,
        bool truth => truth ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };
}
