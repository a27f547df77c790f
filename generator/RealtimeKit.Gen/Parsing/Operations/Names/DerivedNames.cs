using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>
/// Keeps derived methods (<c>…AsText</c>, <c>…WithResponse</c>) distinct from operations of the same name. A derived name gets a
/// word in between.
/// </summary>
internal static class DerivedNames
{
    private const string Between = "Operation";

    /// <param name="className">The class of the operations, which cannot be the name of a member.</param>
    public static IReadOnlyList<OperationModel> Settle(IReadOnlyList<OperationModel> operations, string className, NameLock names)
    {
        ClassMembers members = new(operations, className);
        return operations.Select(operation => Settle(operation, members, names)).ToArray();
    }

    private static OperationModel Settle(OperationModel operation, ClassMembers members, NameLock names)
    {
        string identity = names.IsOn ? LockKey.Operation(operation.Method, operation.PathTemplate) : "";
        LockedSuffixes request = new(names, identity, LockedSuffixes.Request);
        LockedSuffixes response = new(names, identity, LockedSuffixes.Response);
        MainNames main = new(names, identity, request, response);
        string[] ofBodies = main.Wanted(operation.Bodies);
        string[] ofResults = main.Wanted(operation.Results);
        DerivedMembers derived = new(operation, members);

        // A new body must not take the method of a result that has a line in the file.
        string[] heads = [.. ofBodies.Where(static wanted => wanted.Length == 0), .. ofBodies.Select(request.Find).OfType<string>()];
        string[] ends = [.. ofResults.Select(response.Find).OfType<string>()];
        HashSet<string> kept = new(heads.SelectMany(head => ends.Select(end => head + end)), StringComparer.Ordinal);
        string[] bodies = Settled(ofBodies, request, kept, (suffix, _) => derived.IsTaken(suffix), (suffix, _) => derived.Add(suffix));
        string[] results = Settled(
            ofResults,
            response,
            [],
            (suffix, index) => derived.IsTaken(suffix, operation.Results[index]),
            (suffix, index) => derived.Add(suffix, operation.Results[index]));
        return operation with
        {
            Bodies = operation.Bodies.Select((body, index) => body with { Suffix = bodies[index] }).ToEquatableArray(),
            Results = operation.Results.Select((result, index) => result with { Suffix = results[index] }).ToEquatableArray(),
            ResponseSuffix = Free(OperationModel.WithResponse, suffix => results.Any(result => derived.IsOfOther(result + suffix))),
        };
    }

    /// <summary>Returns the suffixes that methods get, those in the names file first.</summary>
    /// <param name="wanted">The suffixes that they ask for.</param>
    /// <param name="reserved">Suffixes that no method without a line in the file can have.</param>
    private static string[] Settled(
        string[] wanted,
        LockedSuffixes locked,
        HashSet<string> reserved,
        Func<string, int, bool> isTaken,
        Action<string, int> add)
    {
        string[] settled = new string[wanted.Length];
        foreach (int index in Enumerable.Range(0, wanted.Length)
            .OrderBy(index => wanted[index].Length > 0)
            .ThenBy(index => locked.Find(wanted[index]) is null)
            .ThenBy(index => locked.Find(wanted[index]) is null ? "" : wanted[index], StringComparer.Ordinal))
        {
            string suffix = wanted[index];
            string? kept = locked.Find(suffix);
            bool isKept = kept is not (null or LockKey.Empty) && !isTaken(kept, index);
            settled[index] = suffix.Length == 0 ? suffix
                : isKept ? kept!
                : Free(suffix, other => reserved.Contains(other) || isTaken(other, index));
            add(settled[index], index);
            locked.Record(suffix, settled[index]);
            if (kept is not null && !isKept)
            {
                locked.ReportUnusable(suffix);
            }
        }

        return settled;
    }

    private static string Free(string suffix, Func<string, bool> isTaken)
    {
        while (isTaken(suffix))
        {
            suffix = Between + suffix;
        }

        return suffix;
    }
}
