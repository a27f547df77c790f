using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Diagnostics;

/// <summary>Reports names that look alike.</summary>
internal static class LookAlikeReport
{
    public static void AddLookAlike(this DiagnosticBag diagnostics, SpecLocation? location, string name, string like) =>
        diagnostics.Add(Descriptors.NamesLookAlike, location, name, like, LookAlikes.Foreign(name));
}
