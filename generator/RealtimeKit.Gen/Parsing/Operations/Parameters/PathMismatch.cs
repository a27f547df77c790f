using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Operations.Names;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations.Parameters;

/// <summary>Reports names in a path that no parameter declares, and path parameters that the path does not name.</summary>
internal sealed class PathMismatch(SpecLocations locations, DiagnosticBag diagnostics)
{
    /// <param name="undeclared">The names in the path without a parameter.</param>
    /// <param name="unused">The path parameters that the path does not name.</param>
    public void Report(NamedOperation named, IReadOnlyCollection<string> undeclared, IReadOnlyList<OpenApiParameter> unused)
    {
        List<OpenApiParameter> left = unused.ToList();
        foreach (string name in undeclared.OrderBy(static name => name, StringComparer.Ordinal))
        {
            if (diagnostics.IsFull(Descriptors.PathParameterMismatch))
            {
                return;
            }

            // If one name is left on each side, they belong together, however they are spelled.
            string? nearest = undeclared.Count == 1 && left.Count == 1 ? left[0].Name : NearestName.Find(name, left.Select(static parameter => parameter.Name));
            if (nearest is null)
            {
                Report(
                    locations.Of(named.Operation),
                    $"The path '{named.Path}' names the parameter '{name}', which is not declared, so it is treated as a "
                        + $"string{Declared(named, undeclared)}");
                continue;
            }

            OpenApiParameter meant = left.First(parameter => parameter.Name == nearest);
            left.Remove(meant);
            Report(
                locations.Of(meant),
                $"The path '{named.Path}' names '{{{name}}}', but the parameter is declared as '{nearest}'; '{name}' is treated "
                    + $"as a string, and the declaration has no effect. Did you mean '{{{nearest}}}'?");
        }

        foreach (OpenApiParameter parameter in left)
        {
            Report(locations.Of(parameter), $"The path '{named.Path}' does not contain the parameter '{parameter.Name}', so its declaration has no effect");
        }
    }

    /// <summary>Describes a parameter of the same name in another place, which indicates a wrong <c>in</c>.</summary>
    private static string Declared(NamedOperation named, IReadOnlyCollection<string> undeclared) =>
        named.Operation.Parameters
            .Where(static parameter => parameter.Kind != OpenApiParameterKind.Path)
            .FirstOrDefault(parameter => undeclared.Contains(parameter.Name, StringComparer.Ordinal)) is { } other
            ? $"; the parameter '{other.Name}' is declared {PlaceOf(other.Kind)}"
            : "";

    private static string PlaceOf(OpenApiParameterKind kind) => kind switch
    {
        OpenApiParameterKind.Query => "in the query",
        OpenApiParameterKind.Header => "in the header",
        OpenApiParameterKind.Cookie => "in the cookie",
        _ => "elsewhere",
    };

    private void Report(SpecLocation? location, string message) => diagnostics.Add(Descriptors.PathParameterMismatch, location, message);
}
