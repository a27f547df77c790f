using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Steps;

/// <summary>
/// Estimates the number of emitted characters before they are emitted. It bounds the code of small documents that use references,
/// aliases, overlays or inheritance to multiply it.
/// </summary>
internal static class EmittedSize
{
    /// <summary>The number of characters that any document may have. It costs the compiler a few seconds.</summary>
    public const long Most = 3_000_000;

    /// <summary>
    /// The additional characters for each character of the document. In 1,814 real and unusual documents, the code is at most
    /// five times as long as the document plus 0.7 million characters. The tersest YAML, which consists of unions, reaches 44
    /// times its length.
    /// </summary>
    public const long MostPerCharacter = 80;

    private const int OfFile = 1_600;
    private const int OfClient = 3_500;
    private const int OfMethod = 270;
    private const int OfArgument = 45;
    private const int OfCase = 260;
    private const int OfRecord = 1_000;
    private const int OfProperty = 220;
    private const int OfUnion = 1_800;
    private const int OfUnionCase = 1_100;
    private const int OfEnum = 500;
    private const int OfMember = 70;
    private const int OfHeader = 420;
    private const int OfLink = 500;

    public static long Of(IEnumerable<FileModel> files) => files.Sum(static file => OfFile
        + (file.Client is { } client ? Of(client) : 0)
        + (file.Group is { } group ? Of(group.Doc) + group.Operations.Sum(Of) : 0)
        + (file.Headers?.Headers.Sum(static header => OfHeader + Of(header.Doc) + (3L * header.WireName.Length)) ?? 0)
        + (file.Incoming?.Requests.Sum(static request => OfHeader + Of(request.Doc) + (3L * Of(request.Type))) ?? 0)
        + (file.Links?.Links.Sum(Of) ?? 0)
        + (file.Lock?.Lines.Sum(static line => (long)line.Key.Length + line.Name.Length) ?? 0)
        + file.Types.Sum(Of));

    private static long Of(ClientClassModel client) => OfClient + Of(client.Doc)
        + client.Hoisted.Sum(static parameter => 900L + Of(parameter.Doc))
        + client.Groups.Sum(static group => 250L + Of(group.Doc) + (4L * group.TypeName.Length))
        + client.Schemes.Sum(static scheme => 120L + scheme.WireName.Length + scheme.Kind.Length)
        + client.Servers.Sum(Of);

    private static long Of(ServerModel server) => 500L + Of(server.Doc) + server.Template.Length
        + server.Variables.Sum(static variable => 200L + Of(variable.Doc) + variable.Allowed.Sum(static value => value.Length + 6L));

    private static long Of(OperationModel operation)
    {
        long name = operation.Name.Length;
        long shared = Of(operation.Doc) + operation.Parameters.Sum(static parameter => Of(parameter.Doc));
        long errors = operation.Errors.Sum(static error => OfCase + Of(error.Type));
        long descriptor = OfMethod + operation.PathTemplate.Length + operation.OperationId.Length + errors;
        long descriptors = operation.Results.Sum(result => descriptor + result.Cases.Sum(static @case => OfCase + (2 * Of(@case.Type))));
        long security = operation.Results.Count * operation.Security.Sum(static schemes => 10L + schemes.Sum(static scheme => scheme.Length + 4L));
        IEnumerable<BodyModel?> bodies = operation.Bodies.Count == 0 ? [null] : operation.Bodies;
        long methods = bodies.Sum(body =>
        {
            long signature = (body?.Signature ?? operation.Signature).Sum(
                static argument => OfArgument + (2L * argument.Name.Length) + (argument.Type is null ? 0 : Of(argument.Type)));
            long request = OfMethod + operation.PathTemplate.Length + signature
                + operation.Parameters.Sum(static parameter => OfArgument + parameter.WireName.Length + parameter.Name.Length)
                + (body?.Fields.Sum(static field => OfProperty + field.WireName.Length) ?? 0);
            return request + (operation.Results.Count * ((2 * (OfMethod + (3 * name) + signature)) + shared + errors));
        });
        return descriptors + security + methods + operation.Verbs.Sum(verb => 2L * (OfMethod + shared + errors));
    }

    private static long Of(TypeModel type) => Of(type.Doc) + (8L * type.Name.Length) + (type switch
    {
        ObjectModel record => OfRecord + record.Properties.Sum(
            static property =>
                OfProperty + (7L * property.Name.Length) + (2L * property.WireName.Length) + (4 * Of(property.Type)) + (
                    property.IsInherited ? 0 : Of(property.Doc)))
            + record.Derived.Sum(static derived => 120L + derived.Value.Length + derived.Name.Length),
        UnionModel union => OfUnion + union.Cases.Sum(@case => OfUnionCase + (8L * union.Name.Length) + (6L * @case.Name.Length) + (8 * Of(@case.Type))
            + @case.DiscriminatorValues.Concat(@case.Required).Concat(@case.Known).Sum(static text => text.Length + 4L)),
        EnumModel @enum => OfEnum + @enum.Members.Sum(static member => OfMember + Of(member.Doc) + member.Name.Length + (2L * member.WireName.Length)),
        TupleModel tuple => OfRecord + tuple.Items.Sum(static item => OfProperty + (5L * item.Name.Length) + (4 * Of(item.Type)) + Of(item.Doc)),
        _ => 0,
    });

    private static long Of(LinkModel link) =>
        OfLink + Of(link.Doc) + link.Sources
            .Sum(static source => 120L + source.Doc.Length) + link.Values
            .Sum(static value => 200L + Of(value.Doc) + Of(value.Type));

    private static long Of(DocModel doc) =>
        60L + doc.Summary.Length + doc.Remarks.Length + doc.Example.Length + (doc.Link is { } link ? 60 + link.Text.Length + link.Address.Length : 0);

    private static long Of(TypeRef type) => type.Element is { } element ? 40 + Of(element) : 20 + type.Name.Length;
}
