namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>Words that mean nothing without their owner.</summary>
internal static class VagueWords
{
    private static readonly HashSet<string> _words = new(StringComparer.Ordinal)
    {
        "Attributes", "Body", "Config", "Content", "Data", "Details", "Error", "Event", "Filter", "Input", "Item", "List", "Options", "Output", "Params",
        "Properties", "Property", "Request", "Response", "Result", "Settings", "Source", "State", "Status", "Target", "Value",
    };

    /// <summary>Returns whether a name is one of the words.</summary>
    public static bool Are(string name) => _words.Contains(name);
}
