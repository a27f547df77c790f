namespace RealtimeKit.Runtime;

/// <summary>The result of an operation whose answer has no body.</summary>
public readonly struct NoContent : IEquatable<NoContent>
{
    /// <summary>Always true: there is only one.</summary>
    public bool Equals(NoContent other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is NoContent;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;

    /// <summary>Always true: there is only one.</summary>
    public static bool operator ==(NoContent left, NoContent right) => true;

    /// <summary>Always false: there is only one.</summary>
    public static bool operator !=(NoContent left, NoContent right) => false;
}
