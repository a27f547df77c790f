using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing;

/// <summary>All parts of a client, before they are arranged in files.</summary>
internal sealed record FinishedClient(
    ClientClassModel Client,
    IReadOnlyList<GroupModel> Groups,
    HeadersModel Headers,
    IncomingModel Incoming,
    LinksModel Links,
    IReadOnlyList<TypeModel> Types);
