using Microsoft.CodeAnalysis;
using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Diagnostics;

/// <summary>A diagnostic by value: what, where, and the words that fill the message.</summary>
internal sealed record DiagnosticInfo(string Id, SpecLocation? Location, EquatableArray<string> Arguments)
{
    public static DiagnosticInfo Create(DiagnosticDescriptor descriptor, SpecLocation? location, params string[] arguments) =>
        new(descriptor.Id, location, new EquatableArray<string>(arguments));

    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        Descriptors.ById(Id),
        Location?.ToLocation() ?? Microsoft.CodeAnalysis.Location.None,
        messageArgs: Arguments.Select(static argument => (object)argument).ToArray());
}
