namespace RealtimeKit.Gen.Model;

/// <summary>What becomes XML documentation, as plain text.</summary>
internal sealed record DocModel(string Summary, string Remarks = "")
{
    /// <summary>A value that would do; empty for none.</summary>
    public string Example { get; init; } = "";

    public DocLinkModel? Link { get; init; }
}

/// <summary>Where more is to be read.</summary>
/// <param name="Text">What is shown.</param>
/// <param name="Address">An absolute one of the web; empty where the document gives no such.</param>
internal sealed record DocLinkModel(string Text, string Address);
