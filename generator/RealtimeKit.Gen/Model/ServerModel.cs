namespace RealtimeKit.Gen.Model;

/// <param name="Name">The method that gives its address.</param>
/// <param name="Template">Its address, variables in braces; ends in a slash.</param>
internal sealed record ServerModel(string Name, string Template, DocModel Doc, EquatableArray<ServerVariableModel> Variables);

/// <param name="Name">The method's parameter.</param>
/// <param name="WireName">As it stands between the braces.</param>
/// <param name="Default">Null where the document gives none.</param>
/// <param name="Allowed">The only values; none for any.</param>
internal sealed record ServerVariableModel(string Name, string WireName, string? Default, EquatableArray<string> Allowed, DocModel Doc);
