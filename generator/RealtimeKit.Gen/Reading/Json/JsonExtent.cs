namespace RealtimeKit.Gen.Reading.Json;

/// <summary>What is remembered of a collection without its children.</summary>
internal struct JsonExtent
{
    /// <summary>The position after the closing bracket, and its line.</summary>
    public int End;
    public int Line;
    public int LineStart;

    /// <summary>The number of the first collection after this one and all within it.</summary>
    public int Next;

    public int Weight;
}
