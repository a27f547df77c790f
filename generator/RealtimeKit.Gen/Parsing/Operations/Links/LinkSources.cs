using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Operations.Links;

/// <summary>The sources of a link's values: a response, its headers, and the arguments of the call.</summary>
internal sealed class LinkSources(OperationModel operation, string status, string method)
{
    private const string Result = "result";
    private const string Headers = "headers";

    private const int AfterAll = int.MaxValue;

    private readonly Dictionary<string, (int Order, LinkSourceModel Source)> _used = new(StringComparer.Ordinal);

    /// <summary>Gets the sources that have been used: the response, the arguments of the method, its body and the headers.</summary>
    public EquatableArray<LinkSourceModel> Used => _used.Values.OrderBy(static used => used.Order).Select(static used => used.Source).ToEquatableArray();

    /// <summary>Gets the response for the link's status, or null if it has no body that is read as a whole.</summary>
    public ResultCaseModel? Response { get; } = operation.Results
        .Where(static result => !result.IsStreamed)
        .SelectMany(static result => result.Cases)
        .FirstOrDefault(@case => @case.Status == status && @case.Kind is ResultKind.Json or ResultKind.Text);

    /// <summary>Gets the body of the call that the response belongs to.</summary>
    public BodyModel? Request { get; } = operation.Bodies.FirstOrDefault(static body => body.Kind == BodyKind.Json);

    public ParameterModel? Parameter(ParameterPlace place, string wireName) =>
        operation.Parameters.FirstOrDefault(parameter => parameter.Place == place
            && string.Equals(parameter.WireName, wireName, place == ParameterPlace.Header ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal));

    public string UseResponse() => Use(-1, Result, Response!.Type, $"The result of {method}.");

    public string UseHeaders() => Use(AfterAll, Headers, TypeRef.Headers, $"The response headers of {method}.");

    public string UseRequest() => Use(AfterAll - 1, Free(Request!.Name), Request.Type, $"The body that was passed to {method}.");

    public string Use(ParameterModel parameter) =>
        Use(operation.Parameters.ToList().IndexOf(parameter), Free(parameter.Name), parameter.Type, $"The argument that was passed to {method}.");

    private static string Free(string name) => name is Result or Headers ? name + "Argument" : name;

    private string Use(int order, string name, TypeRef type, string doc)
    {
        _used[name] = (order, new LinkSourceModel(name, type, doc));
        return name;
    }
}
