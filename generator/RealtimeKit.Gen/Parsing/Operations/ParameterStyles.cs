namespace RealtimeKit.Gen.Parsing.Operations;

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
        _ => null,
    };
}
