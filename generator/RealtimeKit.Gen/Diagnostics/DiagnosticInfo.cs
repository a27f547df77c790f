using Microsoft.CodeAnalysis;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Diagnostics;

/// <summary>A diagnostic by value: what, where, and the words that fill the message.</summary>
internal sealed record DiagnosticInfo(string Id, SpecLocation? Location, EquatableArray<string> Arguments)
{
    /// <param name="arguments">Words of the document among them, which are made fit to be shown.</param>
    public static DiagnosticInfo Create(DiagnosticDescriptor descriptor, SpecLocation? location, params string[] arguments) =>
        new(descriptor.Id, location, arguments.Select(static argument => UnseenCharacters.Shown(argument)).ToEquatableArray());

    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        Descriptors.ById(Id),
        Location?.ToLocation() ?? Microsoft.CodeAnalysis.Location.None,
        messageArgs: Arguments.Select(static argument => (object)argument).ToArray());
}
