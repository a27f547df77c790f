using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>
/// Finds the names without the tag at the beginning of an operationId that has no separators: <c>accountGet</c> under the tag <c>Account</c>
/// becomes <c>Get</c>. Without a separator, the tag can be the first part of another name (<c>FileSystemGet</c>). So either what follows is
/// certainly a verb, or most operations of the class begin with the tag and continue differently.
/// </summary>
internal sealed class TagBegin
{
    private readonly TagName _tag;
    private readonly bool _isScope;

    /// <param name="operations">The operationIds of a class, and their methods.</param>
    /// <param name="group">The tag.</param>
    public TagBegin(IReadOnlyCollection<(string Id, string Method)> operations, string group)
    {
        _tag = new TagName(group);
        (Parts Parts, string Method)[] begun = operations
            .Select(operation => (Parts: Split(operation.Id), operation.Method))
            .Where(static operation => operation.Parts.Rest.Length > 0)
            .ToArray();
        _isScope = begun.Length >= SharedScope.Fewest(operations.Count) && IsScope(begun);
    }

    /// <summary>Returns the words behind the tag, or null if the operationId does not begin with the tag or could be one name with it.</summary>
    public string[]? Without(string id)
    {
        Parts parts = Split(id);
        return parts.Rest.Length > 0 && (_isScope || IsCertain(parts)) ? parts.Rest : null;
    }

    /// <summary>
    /// Returns whether the operations continue differently, and the tag is no verb with objects: what follows are verbs, or the operations have
    /// several methods.
    /// </summary>
    private static bool IsScope((Parts Parts, string Method)[] begun)
    {
        int verbs = begun.Count(static operation => Verbs.Are(operation.Parts.Rest[0]));
        bool isVerb = Array.Exists(begun, static operation => operation.Parts.IsVerb);
        return begun.Select(static operation => operation.Parts.Rest[0]).Distinct(StringComparer.OrdinalIgnoreCase).Count() * 2 > begun.Length
            && (isVerb
                ? verbs == begun.Length
                : verbs * 2 >= begun.Length || begun.Select(static operation => operation.Method).Distinct(StringComparer.Ordinal).Skip(1).Any());
    }

    /// <summary>Returns whether the tag is no verb, and a verb follows that is not the first word of a name (<c>List</c>, <c>RequestKey</c>).</summary>
    private static bool IsCertain(Parts parts)
    {
        string[] rest = parts.Rest;
        return !parts.IsVerb
            && Verbs.Are(rest[0])
            && (rest.Length == 1 || (!Verbs.AreNouns(rest[0]) && !Verbs.Are(rest[rest.Length - 1])));
    }

    private Parts Split(string id)
    {
        List<string> words = id.All(char.IsLetterOrDigit) ? Words.Split(id) : [];
        int length = _tag.CountIn(words, start: 0);
        bool hasRest = length > 0 && length < words.Count && char.IsLetter(words[length][0]);
        return new Parts(length == 1 && Verbs.Are(words[0]), hasRest ? words.Skip(length).ToArray() : []);
    }

    /// <param name="IsVerb">Whether the tag is spelled as a verb, so that what follows can be its object (<c>searchPets</c>).</param>
    /// <param name="Rest">The words behind the tag, or none if the operationId does not begin with it.</param>
    private readonly record struct Parts(bool IsVerb, string[] Rest);
}
