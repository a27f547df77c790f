using System.ComponentModel;

namespace RealtimeKit.Runtime.Wire;

/// <summary>The JSON tokens with which a value of a union's case may begin.</summary>
[Flags]
[EditorBrowsable(EditorBrowsableState.Never)]
public enum UnionTokens
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>A string.</summary>
    String = 1,

    /// <summary>A number.</summary>
    Number = 2,

    /// <summary>True or false.</summary>
    Boolean = 4,

    /// <summary>An array.</summary>
    Array = 8,

    /// <summary>An object.</summary>
    Object = 16,

    /// <summary>Any of them.</summary>
    Any = String | Number | Boolean | Array | Object,
}
