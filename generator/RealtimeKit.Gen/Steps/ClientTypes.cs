using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Steps;

/// <summary>The types that one client declares in its namespace. Two clients of one namespace may declare the same type.</summary>
/// <param name="Key">The hint name of its first file, which identifies the client.</param>
internal sealed record ClientTypes(string Key, string Name, string Namespace, EquatableArray<string> Names, ClientPlace Place)
{
    /// <summary>Gets the value for a document without a client.</summary>
    public static readonly ClientTypes None = new("", "", "", EquatableArray<string>.Empty, new ClientPlace("", new SpecLocation("", 0, 0, 0, 0)));

    public static ClientTypes Of(ClientModel client, ClientPlace place)
    {
        FileModel first = client.Files[0];
        return new ClientTypes(first.HintName, client.Name, first.Namespace, client.Files.SelectMany(Declared).ToEquatableArray(), place);
    }

    private static IEnumerable<string> Declared(FileModel file)
    {
        if (file.Client is { } client)
        {
            yield return client.Name;
            yield return client.OptionsName;
            if (client.Servers.Count > 0)
            {
                yield return client.ServersName;
            }

            yield return client.RequestOptionsName;
        }

        // Operations without a tag are a part of the client itself.
        if (file.Group is { IsRoot: false } group)
        {
            yield return group.TypeName;
        }

        foreach (string? name in new[] { file.Headers?.Name, file.Incoming?.Name, file.Links?.Name })
        {
            if (name is not null)
            {
                yield return name;
            }
        }

        foreach (TypeModel type in file.Types)
        {
            yield return type.Name;
        }
    }
}
