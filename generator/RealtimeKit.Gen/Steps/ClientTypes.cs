using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Steps;

/// <summary>The types that one client declares in its namespace: what two clients of one namespace may both do.</summary>
/// <param name="Key">Tells clients apart: the hint name of its first file.</param>
internal sealed record ClientTypes(string Key, string Name, string Namespace, EquatableArray<string> Names, ClientPlace Place)
{
    /// <summary>Of a document that came to nothing.</summary>
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

        // The operations without a tag are a part of the client itself.
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
