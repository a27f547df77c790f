namespace RealtimeKit.Gen.Model;

/// <summary>What a parameter of an emitted method stands for, in the order in which they are documented.</summary>
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

/// <summary>A parameter of an emitted method. The list of them is the method's signature, in the order of the declaration.</summary>
/// <param name="Name">Not escaped.</param>
/// <param name="Type">Null where the role says it.</param>
/// <param name="Default">Its text where it is left out; empty for null, or for the default of its type.</param>
/// <param name="IsRequired">Whether no caller can leave it out.</param>
internal sealed record ArgumentModel(ArgumentRole Role, string Name, TypeRef? Type, string Default, bool IsRequired, DocModel Doc);
