using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>
/// Assigns names to operations. A name comes from the extension, else from the operationId, else from the method and path. Two
/// operations that would have the same name are both named after their paths.
/// </summary>
internal sealed class OperationNames(SpecDocument document, bool areShort, NameLock names, DiagnosticBag diagnostics)
{
    public IReadOnlyList<NamedOperation> Assign()
    {
        List<NamedOperation> result = [];
        foreach (IGrouping<string, Candidate> group in Candidates()
            .GroupBy(static candidate => Identifier.Pascal(candidate.Operation.Group), StringComparer.Ordinal))
        {
            ReportLookAlikes(group.Select(static candidate => candidate.Operation).ToArray());
            Dictionary<OpenApiOperation, NamedOperation> named = Named(WithoutShared(group.ToArray())).ToDictionary(static operation => operation.Operation);

            // The order decides which operation is the first owner of a shared type, so it must not depend on names.
            result.AddRange(group.Select(candidate => named[candidate.Operation.Operation]));
        }

        IReadOnlyDictionary<string, string> owners = TypeOwners.Of(result, areShort);
        foreach (NamedOperation operation in names.IsOn ? result : [])
        {
            names.Record($"{LockKind.Method} {operation.LockKey}", operation.Name);
            names.Record($"{LockKind.Tag} {operation.LockKey}", LockKey.Token(operation.Group));
        }

        return result.Select(operation => operation with { TypeOwner = owners[operation.Id] }).ToArray();
    }

    /// <summary>Returns the operations of one class with their names, those of the names file first.</summary>
    private IEnumerable<NamedOperation> Named(Candidate[] group)
    {
        LockedMethods locked = new(names, group.Select(static candidate => candidate.Operation));
        NameScope taken = new(locked.Taken);
        return Shortened(Array.FindAll(group, candidate => !locked.Has(candidate.Operation)), locked.Taken)
            .GroupBy(static pair => pair.Wanted.Name, StringComparer.Ordinal)
            .SelectMany(claim => Settle(claim.ToArray(), taken, locked.Taken))
            .Concat(locked.Operations);
    }

    /// <summary>Returns the operations of the document with their preferred names.</summary>
    private List<Candidate> Candidates()
    {
        Dictionary<string, string> ids = new(StringComparer.Ordinal);
        List<Candidate> candidates = [];
        OperationGroups groups = new(document.Document, areShort, names);
        foreach (KeyValuePair<string, OpenApiPathItem> path in document.Document.Paths)
        {
            foreach (KeyValuePair<string, OpenApiOperation> entry in path.Value)
            {
                bool isDuplicate = false;
                string id = entry.Value.OperationId;
                if (id.Length > 0 && ids.TryGetValue(id, out string? first))
                {
                    diagnostics.Add(Descriptors.OperationIdDuplicate, document.Locations.Of(entry.Value), id, first);
                    isDuplicate = true;
                }
                else if (id.Length > 0)
                {
                    ids[id] = NamedOperation.KeyOf(entry.Key.ToUpperInvariant(), path.Key);
                }

                candidates.Add(CandidateOf(path.Key, entry.Key, entry.Value, isDuplicate ? "" : id, groups.Of(path.Key, entry.Key, entry.Value)));
            }
        }

        return candidates;
    }

    /// <param name="id">The operationId; empty if there is none or if another operation has it.</param>
    private Candidate CandidateOf(string path, string method, OpenApiOperation operation, string id, string group)
    {
        string byPath = NamedOperation.KeyOf(method, path);
        string? given = SchemaExtensions.Extension(operation.ExtensionData, SchemaExtensions.ClientName) as string;
        bool isGiven = given is { Length: > 0 };
        string name = isGiven ? Identifier.Pascal(given!) : id.Length == 0 ? ShortNames.OfPath(method, path) : Identifier.Pascal(id);
        IEnumerable<Wish> shorter = isGiven || !areShort ? []
            : id.Length == 0 ? ShortNames.OfPath(method, path, group)
            : OfId(id, method, path, OperationGroups.TagOf(operation), group);
        return new Candidate(
            new NamedOperation(path, method, operation, id.Length == 0 ? byPath : id, name, group),
            new WantedName(byPath, byPath, WithoutAsync(name), isGiven),
            shorter.Append(new Wish(name)).ToArray());
    }

    /// <summary>Returns the names that the operationId gives, the shortest first, also those without the version with which it begins.</summary>
    private static IEnumerable<Wish> OfId(string id, string method, string path, string tag, string group)
    {
        IEnumerable<Wish> shorter = ShorterOf(id, method, path, tag, group);
        if (IdVersion.Without(id, method) is not { } rest)
        {
            return shorter;
        }

        string whole = Identifier.Pascal(rest);
        return shorter
            .Concat(ShorterOf(rest, method, path, tag, group)
                .Where(wish => wish.Name == whole || Verbs.Are(Words.Split(wish.Name)[0]))
                .Select(static wish => wish with { IsWeak = true }))
            .OrderBy(static wish => wish.Name.Length);
    }

    private static IEnumerable<Wish> ShorterOf(string id, string method, string path, string tag, string group)
    {
        IEnumerable<Wish> shorter = ShortNames.OfId(id, method, path, group);
        return tag == group ? shorter : shorter.Concat(ShortNames.OfId(id, method, path, tag)).OrderBy(static wish => wish.Name.Length);
    }

    /// <summary>Adds the names without the words that the operations of a class share.</summary>
    private Candidate[] WithoutShared(Candidate[] group)
    {
        if (!areShort || group[0].Operation.Group.Length == 0)
        {
            return group;
        }

        (string Id, string Method)[] ids = Array.ConvertAll(group, static candidate => (candidate.Operation.Id, candidate.Operation.Method));
        SharedScope scope = new(ids, group[0].Operation.Group);
        TagBegin begin = new(ids, group[0].Operation.Group);
        string?[] qualifiers = Array.ConvertAll(group, static candidate =>
            PathQualifier.Of(candidate.Whole, candidate.Operation.Path, candidate.Operation.Group));
        bool isShared = qualifiers.Distinct(StringComparer.Ordinal).Count() == 1 && qualifiers[0] is not null;
        return Array.ConvertAll(group, candidate => candidate.Wanted.IsGiven ? candidate : candidate with
        {
            Names = Shared(candidate)
                .Select(static wish => wish with { IsWeak = true })
                .Concat(candidate.Names.Take(candidate.Names.Length - 1))
                .OrderBy(static wish => wish.Name.Length)
                .Append(new Wish(candidate.Whole))
                .ToArray(),
        });

        IEnumerable<Wish> Shared(Candidate candidate)
        {
            (string path, string method, OpenApiOperation operation, string id, _, string tag, _) = candidate.Operation;
            IEnumerable<Wish> verb = isShared ? [new Wish(Words.Split(candidate.Whole)[0])] : [];
            IEnumerable<Wish> begun = begin.Without(id) is not { } words ? []
                : Verbs.Are(words[0]) ? Shorter(string.Join(" ", words))
                : [new Wish(Identifier.Pascal(string.Join(" ", words)))];
            return [.. verb, .. begun, .. scope.Without(id) is { } rest ? Shorter(rest) : []];

            IEnumerable<Wish> Shorter(string left) =>
                ShorterOf(left, method, path, OperationGroups.TagOf(operation), tag).Append(new Wish(Identifier.Pascal(left)));
        }
    }

    /// <summary>Gives each of several operations that ask for the same name a name of its own.</summary>
    /// <param name="taken">The names of other operations of the group.</param>
    /// <param name="locked">Those that the names file keeps.</param>
    private IEnumerable<NamedOperation> Settle(
        (NamedOperation Operation, WantedName Wanted)[] claimants,
        NameScope taken,
        IReadOnlyCollection<string> locked)
    {
        foreach ((NamedOperation operation, WantedName wanted) in claimants.OrderBy(static claimant => claimant.Wanted.Key, StringComparer.Ordinal))
        {
            bool isLocked = claimants.Length == 1 && locked.Contains(wanted.Name);
            string preferred = (claimants.Length == 1 && !isLocked) || wanted.IsGiven ? wanted.Name : ShortNames.OfPath(operation.Method, operation.Path);
            string name = taken.Take(preferred);
            if (name != wanted.Name)
            {
                ChangedName.Report(
                    diagnostics,
                    document.Locations.Of(operation.Operation),
                    operation.Id,
                    wanted.IsGiven ? wanted.Name : null,
                    name,
                    $"another operation produces {wanted.Name}");
            }

            yield return operation with { Name = name };
        }
    }

    private void ReportLookAlikes(IReadOnlyCollection<NamedOperation> operations)
    {
        foreach ((string id, string like) in LookAlikes.Find(operations.Select(static operation => operation.Id)))
        {
            diagnostics.AddLookAlike(document.Locations.Of(operations.First(operation => operation.Id == id).Operation), id, like);
        }
    }

    /// <summary>
    /// Returns the shortest name of each operation that no other operation of the group can have. All names are compared at once,
    /// so that the order of the document has no influence.
    /// </summary>
    /// <param name="taken">The names that the names file keeps for other methods.</param>
    private IEnumerable<(NamedOperation Operation, WantedName Wanted)> Shortened(Candidate[] group, IReadOnlyCollection<string> taken)
    {
        HashSet<string> plain = new(group.Where(static operation => !operation.HasAsync).Select(static operation => operation.Whole), StringComparer.Ordinal);
        TellingEnds ends = new(Array.ConvertAll(group, static operation => operation.Names));
        (Candidate Operation, Wish[] Wishes)[] wanted = group
            .Select((operation, index) => (operation, Wishes(operation with { Names = ends.Kept(operation.Names, index) }, plain)))
            .ToArray();
        ILookup<string, Wish> claims = wanted.SelectMany(static operation => operation.Wishes).ToLookup(static wish => wish.Name, StringComparer.Ordinal);
        return wanted.Select(pair => (pair.Operation.Operation, pair.Operation.Wanted with
        {
            Name = Array.Find(pair.Wishes, wish => IsFree(wish) && !taken.Contains(wish.Name))?.Name ?? pair.Operation.Wanted.Name,
        }));

        bool IsFree(Wish wish) => !claims[wish.Name].Any(other => !ReferenceEquals(other, wish) && other.Strength >= wish.Strength);
    }

    /// <summary>Returns the names that a method can have, the shortest first.</summary>
    /// <param name="plain">The operations whose names do not end in <c>Async</c>. Beside one, <c>mergeAsync</c> is not <c>merge</c>.</param>
    private Wish[] Wishes(Candidate operation, HashSet<string> plain)
    {
        bool keepsAsync = operation.HasAsync && plain.Contains(WithoutAsync(operation.Whole));
        bool isShortened = areShort && !operation.Wanted.IsGiven;
        return operation.Names
            .Select(wish => keepsAsync ? wish : wish with { Name = WithoutAsync(wish.Name) })
            .SelectMany(wish => (isShortened ? Articles.Omitted(wish.Name, operation.Operation.Group) : [])
                .Select(shorter => new Wish(shorter, IsWeak: true, wish.IsWeakest))
                .Append(wish))
            .SelectMany(wish => (isShortened && !operation.Operation.HasNoId ? TagEnd.Omitted(wish.Name, operation.Operation.Group) : [])
                .Select(shorter => new Wish(shorter, IsWeak: true, wish.IsWeakest))
                .Append(wish))
            .GroupBy(static wish => wish.Name, StringComparer.Ordinal)
            .Select(static same => same.OrderByDescending(static wish => wish.Strength).First())
            .ToArray();
    }

    private static string WithoutAsync(string name) =>
        name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - 5) : name;

    /// <param name="Names">The names that the method can have, the shortest first.</param>
    private sealed record Candidate(NamedOperation Operation, WantedName Wanted, Wish[] Names)
    {
        public string Whole => Names[Names.Length - 1].Name;

        public bool HasAsync => !Wanted.IsGiven && Whole != Wanted.Name;
    }
}
