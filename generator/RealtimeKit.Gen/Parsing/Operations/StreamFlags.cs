using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Finishing;
using RealtimeKit.Gen.Parsing.Types;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations;

/// <summary>
/// Finds the property <c>stream</c> of a body, with which the caller of many APIs chooses between a stream and a single response.
/// </summary>
internal sealed class StreamFlags(TypeDrafts drafts, TypeFinisher types, PropertyFinisher properties, SpecLocations locations, DiagnosticBag diagnostics)
{
    private const string Stream = "stream";

    /// <summary>Returns the body with what its streaming methods set.</summary>
    /// <param name="place">The body in the document.</param>
    public BodyModel Add(BodyModel body, OpenApiRequestBody place)
    {
        switch (drafts.Of(body.Type))
        {
            case ObjectDraft draft:
                string flag = FlagOf(draft);
                if (flag.Length == 0 && HasDerivedFlag(draft))
                {
                    Report(place, "a derived record");
                }

                bool mayBeAbsent = flag.Length > 0 && !body.IsRequired && body.Kind == BodyKind.Json;
                return body with { StreamFlag = flag, CreatesStreamed = mayBeAbsent && NeedsNothing(draft, flag) };
            case UnionDraft union:
                string[] flags = union.Cases.Select(@case => drafts.Of(@case.Type) is ObjectDraft record ? FlagOf(record) : "").ToArray();
                if (union.Cases.Any(@case => drafts.Of(@case.Type) is UnionDraft inner && HasFlag(inner, [union])))
                {
                    Report(place, "a union within the union");
                }
                else if (union.Cases.Where((@case, i) => flags[i].Length == 0 && drafts.Of(@case.Type) is ObjectDraft record && HasDerivedFlag(record)).Any())
                {
                    Report(place, "a derived record of the union");
                }

                return Array.Exists(flags, static one => one.Length > 0) ? body with { CaseStreamFlags = flags.ToEquatableArray() } : body;
            default:
                return body;
        }
    }

    private void Report(OpenApiRequestBody place, string holder) => diagnostics.Add(
        Descriptors.KeywordIgnored,
        locations.Of(place),
        Stream,
        $"it belongs to {holder} of the body, so the caller of a streaming method sets it");

    /// <summary>Returns whether a derived record at any depth has the flag.</summary>
    private bool HasDerivedFlag(ObjectDraft draft)
    {
        HashSet<ObjectDraft> visited = [draft];
        Stack<ObjectDraft> open = new([draft]);
        while (open.Count > 0)
        {
            foreach ((_, ObjectDraft derived) in open.Pop().Derived.Where(one => visited.Add(one.Draft)))
            {
                if (FlagOf(derived).Length > 0)
                {
                    return true;
                }

                open.Push(derived);
            }
        }

        return false;
    }

    private string FlagOf(ObjectDraft draft) =>
        draft.Properties.Exists(static property => property.WireName == Stream && property.Type.Kind == PrimitiveKind.Boolean)
            ? properties.NameOf(draft, Stream)
            : "";

    private bool NeedsNothing(ObjectDraft draft, string flag) => types.Finish(draft) is ObjectModel { IsAbstract: false } model
        && model.Properties.All(property => !property.IsRequired || property.Name == flag);

    private bool HasFlag(UnionDraft union, HashSet<TypeDraft> visited) => visited.Add(union) && union.Cases.Any(@case => drafts.Of(@case.Type) switch
    {
        ObjectDraft draft => FlagOf(draft).Length > 0 || HasDerivedFlag(draft),
        UnionDraft inner => HasFlag(inner, visited),
        _ => false,
    });
}
