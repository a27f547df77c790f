using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>
/// Decides which method of an operation has no suffix: that of JSON, if there is any. With a names file, it is the method that had none
/// before, so a form or text keeps its method when JSON is added beside it, and its suffix when JSON is removed.
/// </summary>
internal static class MainNames
{
    /// <summary>Returns the suffixes that the methods of the request bodies ask for.</summary>
    /// <param name="prefix">The key of the operation's suffixes in the names file.</param>
    public static string[] Wanted(NameLock names, string prefix, IReadOnlyList<BodyModel> bodies) => Wanted(
        names,
        prefix,
        "request",
        bodies.Select(static body => body.Suffix).ToArray(),
        bodies.Count == 0 ? "" : $"As{bodies[0].Kind}");

    /// <summary>Returns the suffixes that the methods of the results ask for.</summary>
    public static string[] Wanted(NameLock names, string prefix, IReadOnlyList<ResultModel> results) => Wanted(
        names,
        prefix,
        "response",
        results.Select(static result => result.Suffix).ToArray(),
        results.Count == 0 || results[0].IsStreamed ? "" : SuffixOf(results[0]));

    /// <param name="side">What the names file calls the side of the call that has no suffix.</param>
    /// <param name="suffixes">The usual suffixes, of which the first is empty.</param>
    /// <param name="main">The suffix that the first has beside another without one; empty if it has no kind.</param>
    private static string[] Wanted(NameLock names, string prefix, string side, string[] suffixes, string main)
    {
        if (!names.IsOn || main.Length == 0)
        {
            return suffixes;
        }

        int kept = Array.FindIndex(suffixes, suffix => suffix.Length > 0 && names.Find(KeyOf(suffix)) is not null);
        if (kept > 0)
        {
            names.Record(KeyOf(suffixes[kept]), LockKey.Empty);
            suffixes[kept] = "";
            suffixes[0] = main;
        }
        else if (names.Find(KeyOf(main)) is null && names.Find($"{prefix} {main}") is not null)
        {
            suffixes[0] = main;
        }
        else if (main != $"As{BodyKind.Json}")
        {
            names.Record(KeyOf(main), LockKey.Empty);
        }

        return suffixes;

        string KeyOf(string suffix) => $"{prefix} {side}/{suffix}";
    }

    private static string SuffixOf(ResultModel result)
    {
        ResultKind[] kinds = result.Cases.Select(static @case => @case.Kind).Where(static kind => kind != ResultKind.Empty).ToArray();
        return kinds.Length == 0 ? "" : $"As{kinds.Min()}";
    }
}
