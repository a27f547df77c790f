using System.Globalization;

namespace RealtimeKit.Runtime;

/// <summary>One error in the body of a response.</summary>
/// <param name="Code">The code as the server sent it, a number or a word, or null.</param>
/// <param name="Message">The message, or an empty string.</param>
public sealed record ApiError(string? Code, string Message)
{
    /// <summary>Gets the code as a number, or null if it is not a number.</summary>
    public int? Number => int.TryParse(Code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary>Returns the code and the message on one line.</summary>
    public override string ToString() => Code is null ? Message : Message.Length == 0 ? Code : $"{Code} {Message}";
}
