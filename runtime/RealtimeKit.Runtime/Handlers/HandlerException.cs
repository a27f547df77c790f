namespace RealtimeKit.Runtime.Handlers;

/// <summary>A handler of the <see cref="HttpClient"/> threw an exception that says nothing about a connection, such as that of an open circuit.</summary>
internal sealed class HandlerException(Exception thrown) : HttpRequestException("A handler of the HttpClient did not complete the request.", thrown);
