using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Operations.Http;
using RealtimeKit.Gen.Parsing.Operations.Names;
using RealtimeKit.Gen.Parsing.Operations.Parameters;
using RealtimeKit.Gen.Parsing.Types;

namespace RealtimeKit.Gen.Parsing.Operations;

/// <summary>An operation whose types are known, before it is known which types are sent and received.</summary>
internal sealed record OperationDraft(
    NamedOperation Named,
    IReadOnlyList<ParameterDraft> Parameters,
    IReadOnlyList<BodyModel> Bodies,
    IReadOnlyList<ResultModel> Results,
    IReadOnlyList<ErrorModel> Errors)
{
    /// <summary>Gets the types of the bodies that are sent field by field.</summary>
    public IEnumerable<TypeRef> Forms => Bodies.Where(IsForm).Select(static body => body.Type);

    /// <summary>Returns the operation with names instead of the keys of types.</summary>
    public OperationDraft Spelled(TypeSpelling spelling) => this with
    {
        Parameters = Parameters
            .Select(parameter => parameter with { Model = parameter.Model with { Type = spelling.Spell(parameter.Model.Type) } })
            .ToArray(),
        Bodies = Bodies.Select(body => body with { Type = spelling.Spell(body.Type) }).ToArray(),
        Results = Results
            .Select(result => result with
            {
                Type = spelling.Spell(result.Type),
                Cases = result.Cases
                    .Select(@case => @case with
                    {
                        Type = spelling.Spell(@case.Type),
                        Union = @case.Union.Length == 0 ? "" : spelling.NameOf(@case.Union),
                    })
                    .ToEquatableArray(),
            })
            .ToArray(),
        Errors = Errors.Select(error => error with { Type = spelling.Spell(error.Type) }).ToArray(),
    };

    /// <summary>Marks what the operation sends and receives.</summary>
    public void MarkUses(UsageMarker usage)
    {
        foreach (ParameterDraft parameter in Parameters)
        {
            usage.MarkSent(parameter.Model.Type);
            usage.MarkParameter(parameter.Model.Type);
        }

        foreach (BodyModel body in Bodies)
        {
            usage.MarkSent(body.Type);
            if (MediaTypes.IsPatched(Named.Method, body.ContentType))
            {
                usage.MarkPatched(body.Type);
            }
        }

        foreach (TypeRef form in Forms)
        {
            usage.MarkParameter(form);
        }

        IEnumerable<TypeRef> results = Results.SelectMany(static result => result.Cases.Select(static @case => @case.Type).Append(result.Type));
        foreach (TypeRef type in results.Concat(Errors.Select(static error => error.Type)))
        {
            usage.MarkReceived(type);
        }
    }

    private static bool IsForm(BodyModel body) => body.Kind is BodyKind.Form or BodyKind.Multipart;
}
