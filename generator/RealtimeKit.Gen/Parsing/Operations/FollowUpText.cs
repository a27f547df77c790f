using NSwag;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Reading;

namespace RealtimeKit.Gen.Parsing.Operations;

/// <summary>
/// What a document's links say, in words: which method may be called next, and with what of the answer. Words, because
/// a link's expressions are evaluated against headers and raw bodies, which the caller has typed.
/// </summary>
internal sealed class FollowUpText(SpecDocument document, IReadOnlyList<NamedOperation> operations, IReadOnlyDictionary<string, GroupNames> groups)
{
    private readonly Dictionary<string, string> _methods = operations
        .GroupBy(static operation => operation.Id, StringComparer.Ordinal)
        .ToDictionary(static group => group.Key, group => Method(group.First(), groups), StringComparer.Ordinal);

    public DocModel AddTo(DocModel doc, OpenApiOperation operation)
    {
        IEnumerable<string> texts = document.FollowUpsOf(operation)
            .Select(Text)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(static text => text, StringComparer.Ordinal);
        string all = string.Join("\n", texts);
        return all.Length == 0 ? doc : doc with { Remarks = doc.Remarks + (doc.Remarks.Length == 0 ? "" : "\n") + all };
    }

    private string Text(FollowUp followUp)
    {
        string target = _methods.TryGetValue(followUp.Target, out string? method) ? method : followUp.Target;
        string arguments = followUp.Arguments.Length == 0 ? "" : $", with {followUp.Arguments}";
        string description = string.IsNullOrWhiteSpace(followUp.Description) ? "" : $" ({followUp.Description!.Trim()})";
        return $"May be followed by {target}{arguments}{description}.";
    }

    private static string Method(NamedOperation operation, IReadOnlyDictionary<string, GroupNames> groups)
    {
        string property = groups[operation.Group].PropertyName;
        return (property.Length == 0 ? "" : property + ".") + operation.Name + "Async";
    }
}
