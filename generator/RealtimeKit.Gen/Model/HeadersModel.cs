namespace RealtimeKit.Gen.Model;

/// <summary>The class of accessors for the response headers that the document describes.</summary>
internal sealed record HeadersModel(string Name, EquatableArray<HeaderModel> Headers);

/// <param name="Name">Of the accessor, without the <c>Get</c>.</param>
/// <param name="IsOfContent">Whether the platform keeps it among the headers of the content.</param>
/// <param name="Form">How the header's text becomes a value of the type.</param>
internal sealed record HeaderModel(string Name, string WireName, TypeRef Type, HeaderForm Form, bool IsOfContent, DocModel Doc);

internal enum HeaderForm
{
    /// <summary>The text as it is, or what the type's own parser makes of it.</summary>
    Plain,

    /// <summary>Plain values with commas between them.</summary>
    List,

    /// <summary>A string that a JSON reader knows, without its quotes.</summary>
    Quoted,

    /// <summary>JSON.</summary>
    Json,
}
