using System.Collections.Concurrent;

namespace RealtimeKit.AspNetCore.App;

/// <summary>What the application's handlers were called with, as .NET values: what the client sent is compared with these.</summary>
public sealed class ReceivedValues
{
    private readonly ConcurrentStack<object?> _values = new();

    /// <summary>Adds a value and gives it back.</summary>
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
