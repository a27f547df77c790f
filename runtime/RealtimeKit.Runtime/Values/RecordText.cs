using System.ComponentModel;
using System.Text;

namespace RealtimeKit.Runtime.Wire;

/// <summary>Formats emitted records as the compiler does, but with asterisks for secrets, and without ever throwing.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RecordText
{
    private const string Hidden = "***";

    /// <summary>Writes members as <c>Name = value</c>.</summary>
    /// <param name="builder">The builder to append to.</param>
    /// <param name="isContinued">True if the builder already contains members of a base record.</param>
    /// <param name="members">The members in order.</param>
    /// <returns>True if the builder contains any member.</returns>
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

    /// <summary>Returns asterisks for a secret, or null if the value is null.</summary>
    public static string? Hide<T>(T value) => value is null ? null : Hidden;

    /// <summary>Returns asterisks for a secret that may be absent.</summary>
    public static string? Hide<T>(Optional<T> value) => value.HasValue ? Hide(value.Value) ?? "null" : null;

    /// <inheritdoc cref="Hide{T}(Optional{T})"/>
    public static string? Hide<T>(OptionalList<T> value) => value.HasValue ? Hide(value.Value) ?? "null" : null;

    /// <inheritdoc cref="Hide{T}(Optional{T})"/>
    public static string? Hide<T>(OptionalMap<T> value) => value.HasValue ? Hide(value.Value) ?? "null" : null;

    /// <inheritdoc cref="Hide{T}(Optional{T})"/>
    public static string? Hide<T>(OptionalEnum<T> value)
        where T : struct, Enum => value.HasValue ? Hide(value.Value) ?? "null" : null;

    /// <inheritdoc cref="Hide{T}(Optional{T})"/>
    public static string? Hide(OptionalSecret value) => value.HasValue ? Hide(value.Value) ?? "null" : null;

    private static string? Text(object? value)
    {
        try
        {
            return value?.ToString();
        }
        catch (InvalidOperationException)
        {
            // Raw JSON whose document was disposed, or that contains an unpaired surrogate.
            return "(unreadable)";
        }
    }
}
