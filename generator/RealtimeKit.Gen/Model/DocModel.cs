namespace RealtimeKit.Gen.Model;

/// <summary>The text of an XML documentation comment, as plain text.</summary>
internal sealed record DocModel(string Summary, string Remarks = "")
{
    /// <summary>Gets an example of a value; empty for none.</summary>
    public string Example { get; init; } = "";

    public DocLinkModel? Link { get; init; }
}

/// <summary>Gets a link to further documentation.</summary>
/// <param name="Text">The text of the link.</param>
/// <param name="Address">An absolute web address; empty if the document gives none.</param>
internal sealed record DocLinkModel(string Text, string Address);
