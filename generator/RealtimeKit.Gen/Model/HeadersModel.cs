namespace RealtimeKit.Gen.Model;

/// <summary>The class of accessors for the response headers that the document describes.</summary>
internal sealed record HeadersModel(string Name, EquatableArray<HeaderModel> Headers);

/// <param name="Name">The name of the accessor, without the <c>Get</c>.</param>
/// <param name="IsOfContent">Whether .NET keeps the header among those of the content.</param>
/// <param name="Form">How the text of the header is converted to the type.</param>
internal sealed record HeaderModel(string Name, string WireName, TypeRef Type, HeaderForm Form, bool IsOfContent, DocModel Doc);

internal enum HeaderForm
{
    /// <summary>The text itself, or the result of the type's parser.</summary>
    Plain,

    /// <summary>Plain values separated by commas.</summary>
    List,

    /// <summary>Plain values separated by spaces.</summary>
    SpacedList,

    /// <summary>Plain values separated by tabs.</summary>
    TabbedList,

    /// <summary>Plain values separated by vertical bars.</summary>
    PipedList,

    /// <summary>One plain value in each line of the header.</summary>
    Lines,

    /// <summary>A string without quotes that a JSON reader converts.</summary>
    Quoted,

    /// <summary>JSON.</summary>
    Json,
}
