using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>
/// Finds the names that a method can have without what the name of its class already says. Each depends on the operation alone, so
/// that another operation of the class can only make a name longer.
/// </summary>
internal static class ShortNames
{
    private const string Controller = "Controller";

    private const string For = "for";

    /// <summary>Returns the names that the operationId gives, the shortest first.</summary>
    public static IEnumerable<Wish> OfId(string id, string method, string path, string group)
    {
        id = VerbBeforeDigit.Separated(id);
        string[] words = Lower(id);
        if (group.Length > 0 && IsPath(words, method, path))
        {
            string[] own = Behind(path, group);
            IEnumerable<Wish> wishes = own.Length < Segments(path).Length ? OfSegments(method, own) : OfPath(method, path, group);
            PathWords.Of(own, out bool isOfOne);
            string[] said = own.Length < Segments(path).Length ? own : GeneralSegments.Without(own);
            wishes = isOfOne ? wishes : wishes.Prepend(new Wish(Pascal(method, said.Where(static segment => !IsParameter(segment))), IsWeak: true));
            return own.Length > 0 ? wishes : OfMany(wishes, id, group);
        }

        if (group.Length > 0 && RestOfPath(words, method, path, group) is { } behind)
        {
            return behind.Length > 0 ? OfSegments(method, behind) : OfMany(OfSegments(method, behind), id, group);
        }

        string name = WithoutPath(id, method, path) ?? id;
        string? rest = group.Length == 0 ? null : WithoutGroup(name, group) ?? WithoutGroup(name, group + Controller);
        IEnumerable<string> withoutTag = BeginsWithThing(rest ?? name, path) ? [] : WithoutTag(rest ?? name, group);
        return OfMany(withoutTag.Select(static one => new Wish(Identifier.Pascal(one))), rest ?? name, group)
            .Concat(new[] { rest, name }.OfType<string>().Select(static one => new Wish(Identifier.Pascal(one))));
    }

    /// <summary>
    /// Returns the names that method and path give without what precedes and includes the segment that is the name of the group:
    /// <c>get /api/pets/{petId}/toys</c> becomes <c>GetToys</c> or <c>GetByPetIdToys</c> under the tag <c>pets</c>. Without such a segment,
    /// the names omit the general segments with which the path begins: <c>get /api/v1/toys</c> becomes <c>GetToys</c>.
    /// </summary>
    public static IEnumerable<Wish> OfPath(string method, string path, string group)
    {
        string[] own = Behind(path, group);
        Wish whole = new(Pascal(method, own.Select(Spell)));
        bool isInGroup = own.Length < Segments(path).Length;
        bool isOfGroup = isInGroup && own.Length > 1 && IsParameter(own[0]);
        Wish spoken = Spoken(method, isOfGroup ? own.Skip(1).ToArray() : own);
        string[] said = isInGroup ? own : GeneralSegments.Without(own);
        return said.Length == own.Length ? [spoken, whole]
            : [Spoken(method, said), new Wish(Pascal(method, said.Select(Spell)), IsWeak: true), spoken, whole];
    }

    /// <summary>Returns a name from method and path: <c>get /pets/{petId}/toys</c> becomes <c>GetPetsByPetIdToys</c>.</summary>
    public static string OfPath(string method, string path) => Pascal(method, Segments(path).Select(Spell));

    /// <summary>
    /// Returns the operationId without the path and method that FastAPI appends: <c>read_item_items__item_id__get</c> becomes
    /// <c>read item</c>. Returns null for any other operationId.
    /// </summary>
    public static string? WithoutPath(string id, string method, string path)
    {
        string[] words = Lower(id);
        string[] end = Lower(path + " " + method);
        return words.Length > end.Length && words.Skip(words.Length - end.Length).SequenceEqual(end, StringComparer.Ordinal)
            ? string.Join(" ", words.Take(words.Length - end.Length))
            : null;
    }

    /// <summary>
    /// Returns the operationId without its tag, or null if it does not begin with the tag. Under the tag <c>recordings</c>,
    /// <c>recordings/list</c> and <c>Recordings_List</c> become <c>List</c>.
    /// </summary>
    public static string? WithoutGroup(string id, string group)
    {
        int length = group.Count(char.IsLetterOrDigit);
        int end = 0;
        for (int seen = 0; end < id.Length && (seen < length || char.IsLetterOrDigit(id[end])); end++)
        {
            seen += char.IsLetterOrDigit(id[end]) ? 1 : 0;
        }

        // The tag must end at the end of a word: "FilesGetOne" is one name.
        int rest = end;
        while (rest < id.Length && !char.IsLetterOrDigit(id[rest]))
        {
            rest++;
        }

        return length > 0
            && end < rest
            && rest < id.Length
            && string.Equals(Identifier.Pascal(id.Substring(0, end)), Identifier.Pascal(group), StringComparison.OrdinalIgnoreCase)
            ? id.Substring(rest)
            : null;
    }

    /// <summary>Returns the name without the tag behind its verb and at its end, the shortest first, or none.</summary>
    public static IEnumerable<string> WithoutTag(string name, string group)
    {
        string? noun = WithoutNoun(name, group);
        return new[] { WithoutEnd(noun ?? name, group), noun }.OfType<string>();
    }

    /// <summary>
    /// Returns whether the first word of a name is no verb, but one of the things of the path: <c>ContainerExec</c> for
    /// <c>/containers/{id}/exec</c>. Without the tag behind it, the name would not say what the operation does.
    /// </summary>
    private static bool BeginsWithThing(string name, string path)
    {
        string word = Words.Split(name).FirstOrDefault() ?? "";
        string[] segments = Segments(path);
        return !Verbs.Are(word)
            && segments.Skip(1).Where((segment, before) => IsParameter(segment) && new TagName(segments[before]).Is(word)).Any();
    }

    /// <summary>Returns the name without the tag at its end: <c>addTagForPet</c> becomes <c>add Tag</c>. Returns null for any other name.</summary>
    private static string? WithoutEnd(string name, string group)
    {
        string[] words = Words.Split(name).ToArray();
        int end = Array.FindLastIndex(words, static word => string.Equals(word, For, StringComparison.OrdinalIgnoreCase));
        return group.Length > 0 && end > 1 && end < words.Length - 1 && new TagName(group).Is(string.Concat(words.Skip(end + 1)))
            ? string.Join(" ", words.Take(end))
            : null;
    }

    /// <summary>
    /// Returns the name without the tag behind its verb, in singular or plural: <c>listPets</c> becomes <c>list</c>, and
    /// <c>getPetById</c> becomes <c>get By Id</c>. Returns null for any other name.
    /// </summary>
    private static string? WithoutNoun(string name, string group)
    {
        List<string> words = Words.Split(name);
        int length = group.Length == 0 ? 0 : new TagName(group).CountIn(words, start: 1);
        return length == 0 || words.Count == 1 ? null : words[0] + " " + string.Join(" ", words.Skip(1 + length));
    }

    /// <summary>Marks names that omit the tag behind the verb, if it is a plural: <c>getPet</c> is <c>Get</c> beside <c>getPets</c>.</summary>
    private static IEnumerable<Wish> OfMany(IEnumerable<Wish> wishes, string name, string group)
    {
        List<string> words = Words.Split(name);
        int length = group.Length == 0 ? 0 : new TagName(group).CountIn(words, start: 1);
        bool isOfMany = length > 0 && Plural.Singular(string.Concat(words.Skip(1).Take(length))) is not null;
        return isOfMany ? wishes.Select(static wish => wish with { IsOfMany = true }) : wishes;
    }

    /// <summary>Returns whether the operationId is the method and the path, such as <c>get-v2-things-id</c>.</summary>
    private static bool IsPath(string[] words, string method, string path) =>
        words.SequenceEqual(Lower(method + " " + path), StringComparer.Ordinal)
        || words.SequenceEqual(Lower(method + " " + PathWords.WithLastWords(path)), StringComparer.Ordinal)
        || words.SequenceEqual(Lower(method + " " + string.Join(" ", Segments(path).Select(Spell))), StringComparer.Ordinal);

    /// <summary>Returns the name of the segments as a person says them.</summary>
    private static Wish Spoken(string method, string[] segments)
    {
        string words = PathWords.Of(segments, out bool isOfOne);
        return new Wish(Pascal(method, [words]), IsWeak: true, IsWeakest: isOfOne);
    }

    /// <summary>Returns the names from the segments behind the group. A parameter directly behind it is omitted in the weak one.</summary>
    private static IEnumerable<Wish> OfSegments(string method, string[] behind)
    {
        Wish whole = new(Pascal(method, behind.Select(Spell)));
        string[] left = behind.Length > 0 && IsParameter(behind[0]) ? behind.Skip(1).ToArray() : behind;
        Wish ofOne = new(Pascal(method, [PathWords.Of(left, out bool isOfOne)]), IsWeak: true, IsWeakest: true);
        IEnumerable<Wish> wishes = left.Length < behind.Length ? [new Wish(Pascal(method, left.Select(Spell)), IsWeak: true), whole] : [whole];
        return isOfOne ? wishes.Prepend(ofOne) : wishes;
    }

    /// <summary>
    /// Returns the segments behind the group if the operationId is the method and the path from the group on: <c>GetThingsId</c> for
    /// <c>/v2/things/{id}</c>. Returns null for any other operationId.
    /// </summary>
    private static string[]? RestOfPath(string[] words, string method, string path, string group)
    {
        string[] rest = PathWords.Rest(words, method, path) ?? [];
        return rest.Length > 0 && rest.Length < Segments(path).Length && !IsParameter(rest[0]) && new TagName(group).Is(rest[0])
            ? rest.Skip(1).ToArray()
            : null;
    }

    /// <summary>Returns the segments behind the one that is the name of the group, or all of them.</summary>
    private static string[] Behind(string path, string group)
    {
        string[] segments = Segments(path);
        int literals = Array.FindIndex(segments, IsParameter);
        int at = group.Length == 0 ? -1 : Array.FindIndex(segments, 0, literals < 0 ? segments.Length : literals, new TagName(group).Is);
        return segments.Skip(at + 1).ToArray();
    }

    public static string[] Segments(string path) => path.Split(['/'], StringSplitOptions.RemoveEmptyEntries);

    public static bool IsParameter(string segment) => segment.StartsWith("{", StringComparison.Ordinal);

    public static string Spell(string segment) => IsParameter(segment) ? "by " + segment : segment;

    private static string Pascal(string method, IEnumerable<string> segments) => Identifier.Pascal(method + " " + string.Join(" ", segments));

    public static string[] Lower(string text) => Words.Split(text).Select(static word => word.ToLowerInvariant()).ToArray();
}
