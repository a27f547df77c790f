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

    public static IReadOnlyList<OperationModel> Settle(IReadOnlyList<OperationModel> operations, NameLock names)
    {
        HashSet<string> taken = new(operations.Select(static operation => operation.Name), StringComparer.Ordinal);
        return operations.Select(operation => Settle(operation, taken, names)).ToArray();
    }

    private static OperationModel Settle(OperationModel operation, HashSet<string> taken, NameLock names)
    {
        string identity = names.IsOn ? LockKey.Operation(operation.Method, operation.PathTemplate) : "";
        MainNames main = new(names, identity);
        string[] wanted = main.Wanted(operation.Bodies);
        BodyModel[] bodies = operation.Bodies
            .Select((body, index) => body with { Suffix = Kept(wanted[index], suffix => suffix.Length > 0 && taken.Contains(operation.Name + suffix)) })
            .ToArray();
        string[] stems = bodies.Length == 0 ? [operation.Name] : bodies.Select(body => operation.Name + body.Suffix).ToArray();
        HashSet<string> own = new(stems, StringComparer.Ordinal);
        wanted = main.Wanted(operation.Results);
        ResultModel[] results = operation.Results
            .Select((result, index) => result with { Suffix = Kept(wanted[index], suffix => stems.Any(stem => IsTaken(stem, suffix, result.HasEvents))) })
            .ToArray();
        string response = Free(
            OperationModel.WithResponse,
            suffix => stems.Any(stem => results.Any(result => taken.Contains(stem + result.Suffix + suffix))));
        return operation with
        {
            Bodies = bodies.ToEquatableArray(),
            Results = results.ToEquatableArray(),
            ResponseSuffix = response,
        };

        string Kept(string suffix, Func<string, bool> isTaken)
        {
            if (!names.IsOn)
            {
                return Free(suffix, isTaken);
            }

            string key = $"{LockKind.Suffix} {identity} {LockKey.Token(suffix)}";
            string kept = suffix.Length > 0 && names.Find(key) is { } locked && !isTaken(locked) ? locked : Free(suffix, isTaken);
            if (suffix.Length > 0)
            {
                names.Record(key, kept);
            }

            return kept;
        }

        bool IsTaken(string stem, string suffix, bool hasEvents) =>
            suffix.Length > 0
            && (taken.Contains(stem + suffix)
                || own.Contains(stem + suffix)
                || (hasEvents && taken.Contains(stem + suffix + ResultModel.Events)));
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
