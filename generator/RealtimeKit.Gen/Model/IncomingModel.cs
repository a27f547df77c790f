namespace RealtimeKit.Gen.Model;

/// <summary>The class of readers for the requests that the API sends: webhooks and callbacks.</summary>
internal sealed record IncomingModel(string Name, EquatableArray<IncomingRequestModel> Requests);

/// <param name="Name">The name of the reader, without the <c>Parse</c>.</param>
internal sealed record IncomingRequestModel(string Name, TypeRef Type, DocModel Doc);
