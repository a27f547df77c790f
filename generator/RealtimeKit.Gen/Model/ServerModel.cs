namespace RealtimeKit.Gen.Model;

/// <param name="Name">The name of the method that returns the URL.</param>
/// <param name="Template">The URL with variables in braces, ending with a slash.</param>
internal sealed record ServerModel(string Name, string Template, DocModel Doc, EquatableArray<ServerVariableModel> Variables);

/// <param name="Name">The name of the method's parameter.</param>
/// <param name="WireName">The name between the braces.</param>
/// <param name="Default">The default, or null.</param>
/// <param name="Allowed">The allowed values; none if all are allowed.</param>
internal sealed record ServerVariableModel(string Name, string WireName, string? Default, EquatableArray<string> Allowed, DocModel Doc);
