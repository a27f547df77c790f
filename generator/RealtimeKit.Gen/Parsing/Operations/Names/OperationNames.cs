using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>
/// Assigns names to operations. A name comes from the extension, else from the operationId, else from the method and path. Two
/// operations that would have the same name are both named after their paths.
/// </summary>
internal sealed class OperationNames(SpecDocument document, DiagnosticBag diagnostics)
{
    public IReadOnlyList<NamedOperation> Assign()
    {
        List<NamedOperation> result = [];
        foreach (IGrouping<string, Candidate> group in Candidates()
            .GroupBy(static candidate => Identifier.Pascal(candidate.Operation.Group), StringComparer.Ordinal))
        {
            ReportLookAlikes(group.Select(static candidate => candidate.Operation).ToArray());
            HashSet<string> taken = new(StringComparer.Ordinal);
            foreach (IGrouping<string, (NamedOperation Operation, WantedName Wanted)> claim in Shortened(group.ToArray())
                .GroupBy(static pair => pair.Wanted.Name, StringComparer.Ordinal))
            {
                result.AddRange(Settle(claim.ToArray(), taken));
            }
        }

        IReadOnlyDictionary<string, string> owners = new NameScope([]).Assign(
            result.Select(static operation => new WantedName(operation.Id, operation.Id, OwnerName(operation))).ToArray());
        return result.Select(operation => operation with { TypeOwner = owners[operation.Id] }).ToArray();
    }

    /// <summary>Returns the operations of the document with their preferred names.</summary>
    private List<Candidate> Candidates()
    {
        Dictionary<string, string> ids = new(StringComparer.Ordinal);
        List<Candidate> candidates = [];
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
                    ids[id] = KeyByPath(entry.Key, path.Key).ToUpperInvariant().Substring(0, entry.Key.Length) + " " + path.Key;
                }

                candidates.Add(CandidateOf(path.Key, entry.Key, entry.Value, isDuplicate ? "" : id));
            }
        }

        return candidates;
    }

    /// <param name="id">The operationId; empty if there is none or if another operation has it.</param>
    private static Candidate CandidateOf(string path, string method, OpenApiOperation operation, string id)
    {
        string byPath = KeyByPath(method, path);
        string? given = SchemaExtensions.Extension(operation.ExtensionData, SchemaExtensions.ClientName) as string;
        bool isGiven = given is { Length: > 0 };
        string group = operation.Tags.FirstOrDefault(static tag => tag.Length > 0) ?? "";
        string name = isGiven ? Identifier.Pascal(given!) : id.Length == 0 ? ByPath(method, path) : Identifier.Pascal(id);
        string plain = WithoutAsync(name);
        return new Candidate(
            new NamedOperation(path, method, operation, id.Length == 0 ? byPath : id, name, group),
            new WantedName(byPath, byPath, plain, isGiven),
            !isGiven && id.Length > 0 ? WithoutAsync(WithoutGroup(id, group) ?? plain) : plain);
    }

    /// <summary>Gives each of several operations that ask for the same name a name of its own.</summary>
    /// <param name="taken">The names of other operations of the group.</param>
    private IEnumerable<NamedOperation> Settle((NamedOperation Operation, WantedName Wanted)[] claimants, HashSet<string> taken)
    {
        foreach ((NamedOperation operation, WantedName wanted) in claimants)
        {
            string name = claimants.Length == 1 || wanted.IsGiven ? wanted.Name : ByPath(operation.Method, operation.Path);
            while (!taken.Add(name))
            {
                name += "_" + Identifier.Hash(wanted.Key);
            }

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

    private static string OwnerName(NamedOperation operation) =>
        operation.Id == KeyByPath(operation.Method, operation.Path) ? ByPath(operation.Method, operation.Path) : Identifier.Pascal(operation.Id);

    private static string KeyByPath(string method, string path) => method + " " + path;

    /// <summary>
    /// Returns the names without the name of the group. A name is kept as it is if another operation of the group would clash.
    /// All names are compared at once, so that the order of the document has no influence.
    /// </summary>
    private static IEnumerable<(NamedOperation Operation, WantedName Wanted)> Shortened(Candidate[] group)
    {
        Dictionary<string, int> claims = group
            .SelectMany(static operation => new[] { operation.Wanted.Name, operation.Short }.Distinct(StringComparer.Ordinal))
            .GroupBy(static name => name, StringComparer.Ordinal)
            .ToDictionary(static claim => claim.Key, static claim => claim.Count(), StringComparer.Ordinal);
        return group.Select(operation =>
            (operation.Operation, claims[operation.Short] > 1 ? operation.Wanted : operation.Wanted with { Name = operation.Short }));
    }

    /// <summary>
    /// Returns the operationId without its tag, or null if it does not begin with the tag. Under the tag <c>recordings</c>,
    /// <c>recordings/list</c> and <c>Recordings_List</c> become <c>List</c>.
    /// </summary>
    private static string? WithoutGroup(string id, string group)
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
            ? Identifier.Pascal(id.Substring(rest))
            : null;
    }

    /// <summary>Returns a name from method and path: <c>get /pets/{petId}/toys</c> becomes <c>GetPetsByPetIdToys</c>.</summary>
    private static string ByPath(string method, string path)
    {
        IEnumerable<string> segments = path.Split(['/'], StringSplitOptions.RemoveEmptyEntries)
            .Select(static segment => segment.StartsWith("{", StringComparison.Ordinal) ? "by " + segment : segment);
        return Identifier.Pascal(method + " " + string.Join(" ", segments));
    }

    private static string WithoutAsync(string name) =>
        name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - 5) : name;

    /// <param name="Short">The name without the name of the group, if the operationId begins with it.</param>
    private sealed record Candidate(NamedOperation Operation, WantedName Wanted, string Short);
}
