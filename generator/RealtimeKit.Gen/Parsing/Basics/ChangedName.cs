using RealtimeKit.Gen.Diagnostics;

namespace RealtimeKit.Gen.Parsing.Basics;

/// <summary>Reports a name that is not the one that was asked for.</summary>
internal static class ChangedName
{
    /// <summary>Returns, in words, the name that was assigned instead.</summary>
    public static string Became(string spelling, string name) => spelling == name ? "keeps its spelling as its name" : $"becomes {name}";

    /// <param name="spelling">The spelling in the document.</param>
    /// <param name="given">The name that an extension gives, or null.</param>
    public static void Report(DiagnosticBag diagnostics, SpecLocation? location, string spelling, string? given, string name, string why)
    {
        if (given is null)
        {
            diagnostics.Add(Descriptors.NameChanged, location, spelling, Became(spelling, name), why);
        }
        else
        {
            diagnostics.Add(Descriptors.PartInvalid, location, $"The given name '{given}' cannot be used, so '{spelling}' becomes {name}: {why}");
        }
    }
}
