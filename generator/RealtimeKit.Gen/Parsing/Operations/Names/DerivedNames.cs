using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>
/// Keeps derived methods (<c>…AsText</c>, <c>…WithResponse</c>) distinct from operations of the same name. A derived name gets an
/// underscore.
/// </summary>
internal static class DerivedNames
{
    public static IReadOnlyList<OperationModel> Settle(IReadOnlyList<OperationModel> operations)
    {
        HashSet<string> taken = new(operations.Select(static operation => operation.Name), StringComparer.Ordinal);
        return operations.Select(operation => Settle(operation, taken)).ToArray();
    }

    private static OperationModel Settle(OperationModel operation, HashSet<string> taken)
    {
        BodyModel[] bodies = operation.Bodies
            .Select(body => body with { Suffix = Free(operation.Name, body.Suffix, taken) })
            .ToArray();
        string[] stems = bodies.Length == 0 ? [operation.Name] : bodies.Select(body => operation.Name + body.Suffix).ToArray();
        HashSet<string> own = new(stems, StringComparer.Ordinal);
        ResultModel[] results = operation.Results
            .Select(result => result with { Suffix = stems.Any(stem => IsTaken(stem, result)) ? "_" + result.Suffix : result.Suffix })
            .ToArray();
        bool isResponseTaken = stems.Any(stem => results.Any(result => taken.Contains(stem + result.Suffix + OperationModel.WithResponse)));
        bool IsTaken(string stem, ResultModel result) =>
            result.Suffix.Length > 0
            && (taken.Contains(stem + result.Suffix)
                || own.Contains(stem + result.Suffix)
                || (result.HasEvents && taken.Contains(stem + result.Suffix + ResultModel.Events)));

        return operation with
        {
            Bodies = bodies.ToEquatableArray(),
            Results = results.ToEquatableArray(),
            ResponseSuffix = isResponseTaken ? "_" + OperationModel.WithResponse : OperationModel.WithResponse,
        };
    }

    private static string Free(string name, string suffix, HashSet<string> taken) => suffix.Length > 0 && taken.Contains(name + suffix) ? "_" + suffix : suffix;
}
