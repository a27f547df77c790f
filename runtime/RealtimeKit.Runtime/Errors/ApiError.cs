using System.Globalization;

namespace RealtimeKit.Runtime;

/// <summary>One error a server tells in a body.</summary>
/// <param name="Code">Its code as the server writes it, a number or a word, or null.</param>
/// <param name="Message">Its message, or an empty text.</param>
public sealed record ApiError(string? Code, string Message)
{
    /// <summary>The code as a number, or null where it is none.</summary>
    public int? Number => int.TryParse(Code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary>Code and message in one line.</summary>
    public override string ToString() => Code is null ? Message : Message.Length == 0 ? Code : $"{Code} {Message}";
}
