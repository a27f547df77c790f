using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>
/// Names inline schemas that have a better name than their place: the response, request body or parameter component that
/// contains them, or the title of all schemas that share the type.
/// </summary>
internal sealed class InlineNames
{
    private readonly Dictionary<JsonSchema, string> _names = [];
    private readonly SharedSchemas _shared;

    /// <summary>The schemas of the components whose names other types have.</summary>
    private readonly List<(JsonSchema StandIn, SchemaHolder Holder)> _unnamed = [];

    /// <param name="scope">The scope in which the components have their names. A taken name is not used, and none of an imported type.</param>
    public InlineNames(SchemaIndex index, IReadOnlyList<SchemaHolder> holders, SharedSchemas shared, NameScope scope)
    {
        _shared = shared;
        Dictionary<SchemaHolder, string> byHolder = [];
        foreach (SchemaHolder holder in holders.OrderBy(static holder => holder.Kind).ThenBy(static holder => holder.Name, StringComparer.Ordinal))
        {
            string wanted = NameOf(holder);
            if (!byHolder.ContainsKey(holder) && !ImportedNames.Has(wanted) && scope.TryTake(wanted))
            {
                byHolder.Add(holder, wanted);
            }
        }

        foreach (KeyValuePair<JsonSchema, SchemaHolder> held in index.Holders)
        {
            JsonSchema standIn = shared.StandIn(held.Key);
            if (!byHolder.TryGetValue(held.Value, out string? name))
            {
                _unnamed.Add((standIn, held.Value));
            }
            else if (!_names.TryGetValue(standIn, out string? other) || IsBefore(name, other))
            {
                _names[standIn] = name;
            }
        }

        foreach ((JsonSchema standIn, string title) in shared.Titled)
        {
            if (!_names.ContainsKey(standIn) && !ImportedNames.Has(title) && scope.TryTake(title))
            {
                _names.Add(standIn, title);
            }
        }

        Names = [.. byHolder.Values, .. _names.Values];
    }

    /// <summary>Gets all names, used or not.</summary>
    public IEnumerable<string> Names { get; }

    /// <summary>Returns the name of an inline schema, or null if its place names it.</summary>
    public string? Of(JsonSchema actual) => _names.TryGetValue(_shared.StandIn(actual), out string? name) ? name : null;

    /// <summary>Reports the components that do not give their schemas their names, because other types have these.</summary>
    /// <param name="drafts">The types with their names.</param>
    /// <param name="isLocked">Returns whether the names file has the name of a type.</param>
    public void ReportChanged(IEnumerable<TypeDraft> drafts, Func<TypeDraft, bool> isLocked, SchemaIndex index, DiagnosticBag diagnostics)
    {
        if (_unnamed.Count == 0)
        {
            return;
        }

        ILookup<JsonSchema, TypeDraft> byStandIn = drafts.ToLookup(draft => _shared.StandIn(draft.Schema));
        foreach ((JsonSchema standIn, SchemaHolder holder) in _unnamed.OrderBy(static one => one.Holder.Name, StringComparer.Ordinal))
        {
            string wanted = NameOf(holder);
            if (!_names.ContainsKey(standIn) && byStandIn[standIn].FirstOrDefault() is { } draft && draft.Name != wanted && !isLocked(draft))
            {
                ChangedName.Report(
                    diagnostics, index.LocationOf(standIn), holder.Name, given: null, draft.Name, $"another name already produces {wanted}");
            }
        }
    }

    /// <summary>Returns whether a name is preferred: the shorter one says less about a single use.</summary>
    private static bool IsBefore(string name, string other) =>
        name.Length != other.Length ? name.Length < other.Length : string.CompareOrdinal(name, other) < 0;

    /// <summary>Returns <c>GetRecordingResponse</c> for a response <c>GetRecording</c>. A parameter is named after itself.</summary>
    private static string NameOf(SchemaHolder holder)
    {
        string name = Identifier.Pascal(holder.Name);
        string[] kinds = holder.Kind switch
        {
            SchemaHolderKind.Response => ["Response", "Result"],
            SchemaHolderKind.Request => ["Request", "Body"],
            _ => [""],
        };
        return Array.Exists(kinds, kind => name.EndsWith(kind, StringComparison.Ordinal)) ? name : name + kinds[0];
    }
}
