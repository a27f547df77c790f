namespace RealtimeKit.Gen.Model;

/// <summary>The class of accessors for the response headers that the document describes.</summary>
internal sealed record HeadersModel(string Name, EquatableArray<HeaderModel> Headers);

/// <param name="Name">The name of the accessor, without the <c>Get</c>.</param>
/// <param name="IsOfContent">Whether .NET keeps the header among those of the content.</param>
/// <param name="Value">How the text of the header is converted.</param>
internal sealed record HeaderModel(string Name, string WireName, HeaderValue Value, bool IsOfContent, DocModel Doc)
{
    public TypeRef Type => Value.Type;
}

internal enum HeaderForm
{
    /// <summary>The text itself, or the result of the type's parser.</summary>
    Plain,

    /// <summary>Plain values behind each other.</summary>
    List,

    /// <summary>A string without quotes that a JSON reader converts.</summary>
    Quoted,

    /// <summary>A number, boolean or text that a JSON reader converts.</summary>
    Simple,

    /// <summary>Several of these, which a JSON reader converts together.</summary>
    SimpleList,

    /// <summary>Names and values behind each other, which a JSON reader converts as an object.</summary>
    Object,

    /// <summary>The same with an equals sign between a name and its value.</summary>
    ExplodedObject,

    /// <summary>JSON.</summary>
    Json,
}
