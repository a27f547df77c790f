using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Basics;

namespace RealtimeKit.Gen.Parsing.Operations;

/// <summary>
/// Decides the order of a method's parameters: required parameters, the body, optional parameters, the options and the
/// cancellation token.
/// </summary>
internal static class Signatures
{
    /// <param name="parameters">The parameters of the operation, required parameters first.</param>
    /// <param name="body">The body, or null for a method without a body.</param>
    public static EquatableArray<ArgumentModel> Of(IEnumerable<ParameterModel> parameters, BodyModel? body)
    {
        ArgumentModel[] own = parameters
            .Where(static parameter => parameter.HoistedAs.Length == 0 && parameter.Constant is null)
            .Select(static parameter => new ArgumentModel(ArgumentRole.Parameter, parameter.Name, parameter.Type, "", parameter.IsRequired, parameter.Doc))
            .ToArray();
        return own.Where(static argument => argument.IsRequired)
            .Concat(body is null ? [] : OfBody(body))
            .Concat(own.Where(static argument => !argument.IsRequired))
            .Concat(body is { TakesContentType: true } ? OfContentType(body) : [])
            .Append(new ArgumentModel(ArgumentRole.Options, "options", null, "", false, new DocModel("Options for this call, or null to use the client's.")))
            .Append(new ArgumentModel(ArgumentRole.CancellationToken, "cancellationToken", null, "", false, new DocModel("A token that cancels the call.")))
            .ToEquatableArray();
    }

    private static IEnumerable<ArgumentModel> OfBody(BodyModel body) =>
        [new ArgumentModel(ArgumentRole.Body, body.Name, body.Type, "", body.IsRequired, new DocModel($"The request body, sent as {body.ContentType}."))];

    private static IEnumerable<ArgumentModel> OfContentType(BodyModel body)
    {
        string also = body.OtherContentTypes.Count == 0 ? "" : ", or one of " + string.Join(", ", body.OtherContentTypes);
        return [new ArgumentModel(ArgumentRole.ContentType,
            body.ContentTypeName, PrimitiveTypes.Text, body.ContentType, false, new DocModel($"The media type of the body{also}."))];
    }
}
