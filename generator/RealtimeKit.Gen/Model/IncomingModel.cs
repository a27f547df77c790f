namespace RealtimeKit.Gen.Model;

/// <summary>The class of readers for what the API sends by itself: webhooks and callbacks.</summary>
internal sealed record IncomingModel(string Name, EquatableArray<IncomingRequestModel> Requests);

/// <param name="Name">Of the reader, without the <c>Parse</c>.</param>
internal sealed record IncomingRequestModel(string Name, TypeRef Type, DocModel Doc);
