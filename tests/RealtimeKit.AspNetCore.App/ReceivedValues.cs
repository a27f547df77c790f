using System.Collections.Concurrent;

namespace RealtimeKit.AspNetCore.App;

/// <summary>
/// The arguments with which the handlers of the application were called. Tests compare them with the values that the client sent.
/// </summary>
public sealed class ReceivedValues
{
    private readonly ConcurrentStack<object?> _values = new();

    /// <summary>Adds a value and returns it.</summary>
    public T Add<T>(T value)
    {
        _values.Push(value);
        return value;
    }

    /// <summary>Gets the last value.</summary>
    public T Last<T>() => _values.TryPeek(out object? value)
        ? (T)value!
        : throw new InvalidOperationException("No handler was called.");
}
