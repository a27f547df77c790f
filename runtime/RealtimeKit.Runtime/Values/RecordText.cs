using System.ComponentModel;
using System.Text;

namespace RealtimeKit.Runtime.Wire;

/// <summary>What an emitted record shows of itself, in the compiler's own form; secrets as asterisks, and never an exception.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RecordText
{
    private const string Hidden = "***";

    /// <summary>Writes members as <c>Name = value</c>.</summary>
    /// <param name="builder">Into this.</param>
    /// <param name="isContinued">Whether members of a base stand there already.</param>
    /// <param name="members">The members in order.</param>
    /// <returns>Whether anything stands there now.</returns>
    public static bool Print(StringBuilder builder, bool isContinued, params (string Name, object? Value)[] members)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(members);
        foreach ((string name, object? value) in members)
        {
            builder.Append(isContinued ? ", " : "").Append(name).Append(" = ").Append(Text(value));
            isContinued = true;
        }

        return isContinued;
    }

    /// <summary>A secret in the place of its value; what is not there stays so.</summary>
    public static string? Hide<T>(T value) => value is null ? null : Hidden;

    /// <summary>The same for a property that may be left out.</summary>
    public static string? Hide<T>(Optional<T> value) => value.HasValue ? Hide(value.Value) ?? "null" : null;

    private static string? Text(object? value)
    {
        try
        {
            return value?.ToString();
        }
        catch (InvalidOperationException)
        {
            // Raw JSON of a document that has been disposed, or with half a surrogate pair.
            return "(unreadable)";
        }
    }
}
