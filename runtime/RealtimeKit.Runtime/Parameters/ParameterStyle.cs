using System.ComponentModel;

namespace RealtimeKit.Runtime.Wire;

/// <summary>
/// Specifies how a parameter is formatted in a URL, header or cookie. These are the styles of OpenAPI and <c>tsv</c> of Swagger 2.0.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ParameterStyle
{
    /// <summary><c>color=blue&amp;color=black</c>, or joined with commas.</summary>
    Form,

    /// <summary><c>blue,black</c>.</summary>
    Simple,

    /// <summary><c>;color=blue,black</c>.</summary>
    Matrix,

    /// <summary><c>.blue.black</c>.</summary>
    Label,

    /// <summary><c>color=blue%20black</c>.</summary>
    SpaceDelimited,

    /// <summary><c>color=blue%7Cblack</c>.</summary>
    PipeDelimited,

    /// <summary><c>color%5BR%5D=100</c>.</summary>
    DeepObject,

    /// <summary><c>color=blue%09black</c>, only in Swagger 2.0.</summary>
    TabDelimited,
}
