namespace RealtimeKit.Gen.Model;

/// <summary>The JSON tokens with which a value may begin. The names are those of the runtime.</summary>
[Flags]
internal enum JsonTokens
{
    None = 0,
    String = 1,
    Number = 2,
    Boolean = 4,
    Array = 8,
    Object = 16,
    Any = String | Number | Boolean | Array | Object,
}
