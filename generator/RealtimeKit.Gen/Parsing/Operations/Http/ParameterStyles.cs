using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Operations.Http;

/// <summary>Maps the styles of the document to those of the runtime.</summary>
internal static class ParameterStyles
{
    /// <summary>Returns the runtime's name of a style, or null for an unknown style.</summary>
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

    /// <summary>Returns whether a style is allowed in a place, as the specification lists it.</summary>
    /// <param name="isSwagger">Whether the style stands for a <c>collectionFormat</c> of Swagger 2.0, which every place allows.</param>
    public static bool IsFor(string name, ParameterPlace place, bool isSwagger) => place switch
    {
        ParameterPlace.Path or ParameterPlace.Header when isSwagger && name is "SpaceDelimited" or "PipeDelimited" or "TabDelimited" => true,
        ParameterPlace.Path => name is "Simple" or "Label" or "Matrix",
        ParameterPlace.Header => name is "Simple",
        ParameterPlace.Cookie => name is "Form" or "Cookie",
        _ => name is not ("Simple" or "Label" or "Matrix" or "Cookie"),
    };
}
