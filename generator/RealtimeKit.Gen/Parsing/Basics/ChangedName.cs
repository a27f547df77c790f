using RealtimeKit.Gen.Diagnostics;

namespace RealtimeKit.Gen.Parsing.Basics;

/// <summary>Tells of a name that is not the one wanted: that the document's own wish is not fulfilled is more than a decision.</summary>
internal static class ChangedName
{
    /// <summary>What a name that could not be the usual one has become, in words.</summary>
    public static string Became(string spelling, string name) => spelling == name ? "keeps its spelling as its name" : $"becomes {name}";

    /// <param name="spelling">What has the name, in the document's spelling.</param>
    /// <param name="given">The name that an extension gives it; null for none.</param>
    public static void Report(DiagnosticBag diagnostics, SpecLocation? location, string spelling, string? given, string name, string why)
    {
        if (given is null)
        {
            diagnostics.Add(Descriptors.NameChanged, location, spelling, Became(spelling, name), why);
        }
        else
        {
            diagnostics.Add(Descriptors.PartInvalid, location, $"The given name '{given}' cannot be had, so that '{spelling}' becomes {name}: {why}");
        }
    }
}
