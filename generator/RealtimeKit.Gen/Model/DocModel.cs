namespace RealtimeKit.Gen.Model;

/// <summary>What becomes XML documentation, as plain text.</summary>
internal sealed record DocModel(string Summary, string Remarks = "", string Link = "")
{
    /// <summary>A value that would do; empty for none.</summary>
    public string Example { get; init; } = "";
}
