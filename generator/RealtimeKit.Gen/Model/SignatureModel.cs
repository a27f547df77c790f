namespace RealtimeKit.Gen.Model;

/// <summary>The role of a parameter of an emitted method, in the order of the documentation.</summary>
internal enum ArgumentRole
{
    /// <summary>A parameter of the operation.</summary>
    Parameter,
    Body,

    /// <summary>The media type of the body.</summary>
    ContentType,

    /// <summary>The options of the call.</summary>
    Options,
    CancellationToken,
}

/// <summary>
/// A parameter of an emitted method. The list of parameters, in the order of the declaration, is the signature of the method.
/// </summary>
/// <param name="Name">The name, not escaped.</param>
/// <param name="Type">The type, or null if the role determines it.</param>
/// <param name="Default">The text of the default value; empty for null or the default of the type.</param>
/// <param name="IsRequired">Whether the caller must pass an argument.</param>
internal sealed record ArgumentModel(ArgumentRole Role, string Name, TypeRef? Type, string Default, bool IsRequired, DocModel Doc);
