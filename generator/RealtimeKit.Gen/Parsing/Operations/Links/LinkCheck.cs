using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Operations.Http;
using RealtimeKit.Gen.Parsing.Operations.Names;
using RealtimeKit.Gen.Reading.Documents;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Parsing.Operations.Links;

/// <summary>Reports parameters that a link sets and that its target operation does not have.</summary>
internal sealed class LinkCheck(ILookup<OpenApiOperation, DescribedLink> links, LinkTargets targets, DiagnosticBag diagnostics)
{
    /// <summary>Checks each link once, because many operations may share a link of a component.</summary>
    private readonly HashSet<SpecMapping> _seen = [];

    public void Report(IEnumerable<NamedOperation> operations)
    {
        foreach (DescribedLink link in operations.SelectMany(operation => links[operation.Operation]))
        {
            if (targets.Find(link) is { } target && _seen.Add(link.Node))
            {
                Report(link, target);
            }
        }
    }

    private static string PlaceOf(OpenApiParameterKind kind) => kind switch
    {
        OpenApiParameterKind.Path => "path",
        OpenApiParameterKind.Header => "header",
        OpenApiParameterKind.Cookie => "cookie",
        _ => "query",
    };

    private void Report(DescribedLink link, NamedOperation target)
    {
        HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);
        foreach (OpenApiParameter parameter in target.Operation.Parameters)
        {
            known.Add(parameter.Name);
            known.Add($"{PlaceOf(parameter.Kind)}.{parameter.Name}");
        }

        foreach (string name in PathParser.ParameterNames(target.Path))
        {
            known.Add(name);
            known.Add("path." + name);
        }

        foreach (LinkArgument argument in link.Arguments.Where(argument => !known.Contains(argument.Parameter)))
        {
            if (diagnostics.IsFull(Descriptors.PartInvalid))
            {
                return;
            }

            string? nearest = NearestName.Find(argument.Parameter, target.Operation.Parameters.Select(static parameter => parameter.Name));
            diagnostics.Add(
                Descriptors.PartInvalid,
                link.Node["parameters"].AsMapping()?.KeyLocation(argument.Parameter),
                $"The link '{link.Name}' fills the parameter '{argument.Parameter}', which the operation '{link.Target}' does "
                    + $"not have{NearestName.MaybeMeant(nearest)}");
        }
    }
}
