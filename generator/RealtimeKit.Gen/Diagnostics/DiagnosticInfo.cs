using Microsoft.CodeAnalysis;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Diagnostics;

/// <summary>A diagnostic as a value: its rule, its location, and the arguments of its message.</summary>
internal sealed record DiagnosticInfo(string Id, SpecLocation? Location, EquatableArray<string> Arguments)
{
    /// <param name="arguments">The arguments. Text of the document is made safe to display.</param>
    public static DiagnosticInfo Create(DiagnosticDescriptor descriptor, SpecLocation? location, params string[] arguments) =>
        new(descriptor.Id, location, arguments.Select(static argument => UnseenCharacters.Shown(argument)).ToEquatableArray());

    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        Descriptors.ById(Id),
        Location?.ToLocation() ?? Microsoft.CodeAnalysis.Location.None,
        messageArgs: Arguments.Select(static argument => (object)argument).ToArray());
}
