using System.ComponentModel;

namespace RealtimeKit.Runtime.Wire;

/// <summary>Specifies the JSON tokens that can begin a value of a union's case.</summary>
[Flags]
[EditorBrowsable(EditorBrowsableState.Never)]
public enum UnionTokens
{
    /// <summary>No token.</summary>
    None = 0,

    /// <summary>A string.</summary>
    String = 1,

    /// <summary>A number.</summary>
    Number = 2,

    /// <summary>A boolean.</summary>
    Boolean = 4,

    /// <summary>An array.</summary>
    Array = 8,

    /// <summary>An object.</summary>
    Object = 16,

    /// <summary>Any token except null.</summary>
    Any = String | Number | Boolean | Array | Object,
}
