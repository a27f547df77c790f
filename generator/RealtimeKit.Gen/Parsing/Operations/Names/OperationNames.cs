using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>One operation before it has a model: where it stands, and the names that it was given.</summary>
/// <param name="Id">The document's operationId, or method and path where it has none.</param>
/// <param name="Name">The method's name, without the <c>Async</c>.</param>
/// <param name="Group">The tag, or empty.</param>
/// <param name="TypeOwner">What the types of its inline schemas are named after.</param>
internal sealed record NamedOperation(string Path, string Method, OpenApiOperation Operation, string Id, string Name, string Group, string TypeOwner = "");

/// <summary>
/// Names operations. Within a group a method is called what the author calls it, else after its operationId, else
/// after its method and path; two that would have one name are both told apart by their paths.
/// </summary>
internal sealed class OperationNames(SpecDocument document, DiagnosticBag diagnostics)
{
    public IReadOnlyList<NamedOperation> Assign()
    {
        Dictionary<string, string> ids = new(StringComparer.Ordinal);
        List<(NamedOperation Operation, WantedName Wanted, string Short)> all = [];
        foreach (KeyValuePair<string, OpenApiPathItem> path in document.Document.Paths)
        {
            foreach (KeyValuePair<string, OpenApiOperation> entry in path.Value)
            {
                OpenApiOperation operation = entry.Value;
                string byPath = KeyByPath(entry.Key, path.Key);
                string id = operation.OperationId;
                bool isDuplicate = false;
                if (id.Length > 0 && ids.TryGetValue(id, out string? first))
                {
                    diagnostics.Add(Descriptors.OperationIdDuplicate, document.Locations.Of(operation), id, first);
                    isDuplicate = true;
                }
                else if (id.Length > 0)
                {
                    ids[id] = byPath.ToUpperInvariant().Substring(0, entry.Key.Length) + " " + path.Key;
                }

                string? given = SchemaExtensions.Extension(operation.ExtensionData, SchemaExtensions.ClientName) as string;
                string group = operation.Tags.FirstOrDefault(static tag => tag.Length > 0) ?? "";
                string name = given is { Length: > 0 } ? Identifier.Pascal(given)
                    : id.Length == 0 || isDuplicate ? ByPath(entry.Key, path.Key)
                    : Identifier.Pascal(id);
                string key = id.Length == 0 || isDuplicate ? byPath : id;
                NamedOperation named = new(path.Key, entry.Key, operation, key, name, group);
                string plain = WithoutAsync(name);
                bool isById = given is not { Length: > 0 } && id.Length > 0 && !isDuplicate;
                string shorter = isById ? WithoutAsync(WithoutGroup(id, group) ?? plain) : plain;
                all.Add((named, new WantedName(byPath, byPath, plain, given is { Length: > 0 }), shorter));
            }
        }

        List<NamedOperation> result = [];
        foreach (IGrouping<string, (NamedOperation Operation, WantedName Wanted, string Short)> group in all
            .GroupBy(static pair => Identifier.Pascal(pair.Operation.Group), StringComparer.Ordinal))
        {
            ReportLookAlikes(group.Select(static pair => pair.Operation).ToArray());
            HashSet<string> taken = new(StringComparer.Ordinal);
            foreach (IGrouping<string, (NamedOperation Operation, WantedName Wanted)> claim in Shortened(group.ToArray())
                .GroupBy(static pair => pair.Wanted.Name, StringComparer.Ordinal))
            {
                (NamedOperation Operation, WantedName Wanted)[] claimants = claim.ToArray();
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
                            $"another operation gives {wanted.Name}");
                    }

                    result.Add(operation with { Name = name });
                }
            }
        }

        IReadOnlyDictionary<string, string> owners = new NameScope([]).Assign(
            result.Select(static operation => new WantedName(operation.Id, operation.Id, OwnerName(operation))).ToArray());
        return result.Select(operation => operation with { TypeOwner = owners[operation.Id] }).ToArray();
    }

    private void ReportLookAlikes(IReadOnlyCollection<NamedOperation> operations)
    {
        foreach ((string id, string like) in LookAlikes.Find(operations.Select(static operation => operation.Id)))
        {
            diagnostics.Add(
                Descriptors.NamesLookAlike,
                document.Locations.Of(operations.First(operation => operation.Id == id).Operation),
                id,
                like,
                LookAlikes.Foreign(id));
        }
    }

    private static string OwnerName(NamedOperation operation) =>
        operation.Id == KeyByPath(operation.Method, operation.Path) ? ByPath(operation.Method, operation.Path) : Identifier.Pascal(operation.Id);

    private static string KeyByPath(string method, string path) => method + " " + path;

    /// <summary>
    /// Names without the group's own: not one that another operation of the group has, with or without the group's. All are
    /// asked at once, so that the order of the document decides nothing.
    /// </summary>
    private static IEnumerable<(NamedOperation Operation, WantedName Wanted)> Shortened((NamedOperation Operation, WantedName Wanted, string Short)[] group)
    {
        Dictionary<string, int> claims = group
            .SelectMany(static operation => new[] { operation.Wanted.Name, operation.Short }.Distinct(StringComparer.Ordinal))
            .GroupBy(static name => name, StringComparer.Ordinal)
            .ToDictionary(static claim => claim.Key, static claim => claim.Count(), StringComparer.Ordinal);
        return group.Select(operation => (operation.Operation, claims[operation.Short] > 1
            ? operation.Wanted
            : operation.Wanted with { Name = operation.Short }));
    }

    /// <summary>
    /// <c>recordings/list</c> and <c>Recordings_List</c> under the tag <c>recordings</c> are <c>List</c>; null where the id does
    /// not begin with the tag.
    /// </summary>
    private static string? WithoutGroup(string id, string group)
    {
        int length = group.Count(char.IsLetterOrDigit);
        int end = 0;
        for (int seen = 0; end < id.Length && (seen < length || char.IsLetterOrDigit(id[end])); end++)
        {
            seen += char.IsLetterOrDigit(id[end]) ? 1 : 0;
        }

        // What ends the tag ends a word as well: "FilesGetOne" is one name.
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

    /// <summary><c>get /pets/{petId}/toys</c> is <c>GetPetsByPetIdToys</c>.</summary>
    private static string ByPath(string method, string path)
    {
        IEnumerable<string> segments = path.Split(['/'], StringSplitOptions.RemoveEmptyEntries)
            .Select(static segment => segment.StartsWith("{", StringComparison.Ordinal) ? "by " + segment : segment);
        return Identifier.Pascal(method + " " + string.Join(" ", segments));
    }

    private static string WithoutAsync(string name) =>
        name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - 5) : name;
}
