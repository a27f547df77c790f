using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Types;

namespace RealtimeKit.Gen.Parsing.Operations;

/// <summary>A request that the API sends, before its types have names.</summary>
/// <param name="Remarks">The remarks that precede the expected responses.</param>
/// <param name="Responses">The expected responses by status.</param>
internal sealed record IncomingRequestDraft(
    string Name, TypeRef Type, DocModel Doc, string Remarks, IReadOnlyList<(string Status, TypeRef Type)> Responses)
{
    public IncomingRequestModel Model => new(Name, Type, Doc with { Remarks = AllRemarks });

    private string AllRemarks => Responses.Count == 0
        ? Remarks
        : string.Join("\n", new[] { Remarks, $"Respond with {Listed}." }.Where(static text => text.Length > 0));

    private string Listed => string.Join(", or ", Responses.Select(static response => $"{response.Status} with {Word(response.Type)}"));

    /// <summary>Returns the request with names instead of the keys of types.</summary>
    public IncomingRequestDraft Spelled(TypeSpelling spelling) => this with
    {
        Type = spelling.Spell(Type),
        Responses = Responses.Select(response => (response.Status, spelling.Spell(response.Type))).ToArray(),
    };

    private static string Word(TypeRef type) => type switch
    {
        { Element: { } element } => Word(element),
        { Kind: { } kind } => $"{kind}",
        _ => type.Name,
    };
}
