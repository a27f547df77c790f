namespace RealtimeKit.Gen.Model;

/// <summary>The values that C# converts to a union as one of its cases. C# allows no conversion from an interface, such as that of a list.</summary>
[Flags]
internal enum CaseSources
{
    /// <summary>A value of the type of the case.</summary>
    Own = 1,

    /// <summary>An array, for a list.</summary>
    Array = 2,

    /// <summary>A <c>List&lt;T&gt;</c>, for a list.</summary>
    List = 4,

    /// <summary>A <c>Dictionary&lt;string, T&gt;</c>, for a map.</summary>
    Dictionary = 8,

    /// <summary>A member of the enum, for one that keeps unknown values.</summary>
    Member = 16,
}
