namespace RealtimeKit.Gen.Tests.Running;

/// <summary>A document with one operation, which sends a body and receives one.</summary>
internal static class OneOperation
{
    /// <param name="body">The media types of the request body.</param>
    /// <param name="response">The media types of the response.</param>
    public static string Of(string body, string response) => $$$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        paths:
          /a:
            post:
              operationId: create
              requestBody: { required: true, content: { {{{body}}} } }
              responses: { '200': { description: ok, content: { {{{response}}} } } }

        """;
}
