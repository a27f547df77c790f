using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Operations.Http;

/// <summary>The document's words for how a value is laid out, and the runtime's.</summary>
internal static class ParameterStyles
{
    /// <summary>The runtime's name of a style; null for a word that is none.</summary>
    public static string? Name(string? style) => style switch
    {
        "simple" => "Simple",
        "form" => "Form",
        "matrix" => "Matrix",
        "label" => "Label",
        "spaceDelimited" => "SpaceDelimited",
        "pipeDelimited" => "PipeDelimited",
        "tabDelimited" => "TabDelimited",
        "deepObject" => "DeepObject",
        "cookie" => "Cookie",
        _ => null,
    };

    /// <summary>The specification's table: which style is for which place.</summary>
    public static bool IsFor(string name, ParameterPlace place) => place switch
    {
        ParameterPlace.Path => name is "Simple" or "Label" or "Matrix",
        ParameterPlace.Header => name is "Simple",
        ParameterPlace.Cookie => name is "Form" or "Cookie",
        _ => name is not ("Simple" or "Label" or "Matrix" or "Cookie"),
    };
}
