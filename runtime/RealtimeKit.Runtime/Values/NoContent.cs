namespace RealtimeKit.Runtime;

/// <summary>The result of an operation whose response has no body.</summary>
public readonly struct NoContent : IEquatable<NoContent>
{
    /// <summary>Returns true, since there is only one value.</summary>
    public bool Equals(NoContent other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is NoContent;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;

    /// <summary>Returns true, since there is only one value.</summary>
    public static bool operator ==(NoContent left, NoContent right) => true;

    /// <summary>Returns false, since there is only one value.</summary>
    public static bool operator !=(NoContent left, NoContent right) => false;
}
