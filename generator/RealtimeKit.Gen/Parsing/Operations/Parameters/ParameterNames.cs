using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Operations.Parameters;

/// <summary>
/// Assigns the C# names of a method's parameters. If parameters of different places ask for the same name, the first place, in
/// the order path, query, header, cookie, gets it. The others get their place appended: <c>id</c>, <c>idQuery</c>,
/// <c>idHeader</c>.
/// </summary>
internal static class ParameterNames
{
    /// <summary>The names that the emitted method uses itself, including the fields of its class.</summary>
    private static readonly string[] _reserved = ["options", "cancellationToken", "_transport", "_options"];

    /// <summary>The names of a body, which is an argument of the emitted method.</summary>
    private static readonly string[] _ofBody = ["request", "content"];

    /// <summary>Returns a name for each parameter, in the same order.</summary>
    /// <param name="hasBody">Whether the method has a body.</param>
    /// <param name="operation">The texts that identify the operation in a names file.</param>
    /// <param name="others">The names of other parameters of the method.</param>
    public static IReadOnlyList<string> Assign(
        IReadOnlyList<ParameterDraft> drafts,
        bool hasBody,
        NameLock locked,
        string operation,
        IEnumerable<string> others)
    {
        Dictionary<string, ParameterPlace> first = new(StringComparer.Ordinal);
        foreach (ParameterDraft draft in drafts.Where(IsArgument).OrderBy(static draft => draft.Model.Place))
        {
            if (!first.ContainsKey(draft.Model.Name))
            {
                first[draft.Model.Name] = draft.Model.Place;
            }
        }

        IReadOnlyDictionary<string, string> names = locked.Assign(
            new NameScope(_reserved.Concat(hasBody ? _ofBody : []).Concat(others)),
            drafts.Where(IsArgument).Select(draft => Wanted(draft, first[draft.Model.Name])).ToArray(),
            parameter => $"{LockKind.Parameter} {operation} {LockKey.Token(parameter.Key)}");
        return drafts.Select(draft => IsArgument(draft) ? names[KeyOf(draft)] : draft.Model.Name).ToArray();
    }

    /// <summary>Returns whether the emitted method of an operation with a body uses the name itself.</summary>
    public static bool IsReserved(string name) => _reserved.Concat(_ofBody).Contains(name, StringComparer.Ordinal);

    /// <summary>Returns the word for a place in a name.</summary>
    public static string Suffix(ParameterPlace place) => place == ParameterPlace.QueryString ? nameof(ParameterPlace.Query) : $"{place}";

    /// <summary>Returns the word for a place in a names file.</summary>
    public static string PlaceOf(ParameterPlace place) => $"{place}".ToLowerInvariant();

    private static bool IsArgument(ParameterDraft draft) => !draft.IsHoisted && draft.Model.Constant is null;

    private static WantedName Wanted(ParameterDraft draft, ParameterPlace first) => draft.Model.Place == first
        ? new WantedName(KeyOf(draft), draft.Model.WireName, draft.Model.Name, draft.IsNameGiven)
        : new WantedName(KeyOf(draft), draft.Model.WireName + Suffix(draft.Model.Place), draft.Model.Name + Suffix(draft.Model.Place));

    private static string KeyOf(ParameterDraft draft) => $"{PlaceOf(draft.Model.Place)}/{draft.Model.WireName}";
}
