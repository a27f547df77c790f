namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>The media types of the parts of a multipart body.</summary>
/// <param name="ByName">The media type of each part that the document describes and that is not sent as JSON, and null for other described parts.</param>
/// <param name="AreUntypedFiles">Whether there are parts without a type, and each is a file, as from OpenAPI 3.1 on.</param>
internal sealed record PartTypes(IReadOnlyDictionary<string, string?> ByName, bool AreUntypedFiles)
{
    /// <summary>Gets the rules of a form without parts.</summary>
    public static PartTypes None { get; } = new(new Dictionary<string, string?>(), false);

    /// <summary>Gets a text that is the same for the same rules.</summary>
    public string Key => string.Join("|", ByName.Select(static type => $"{type.Key}|{type.Value}").Append($"{AreUntypedFiles}"));

    /// <summary>Returns the media type of a part that is not sent as JSON, or null.</summary>
    /// <param name="name">The name of the part.</param>
    /// <param name="isUntyped">Whether the schema of the part says nothing about its value.</param>
    public string? Of(string name, bool isUntyped) =>
        ByName.TryGetValue(name, out string? type) ? type : AreUntypedFiles && isUntyped ? "application/octet-stream" : null;
}
