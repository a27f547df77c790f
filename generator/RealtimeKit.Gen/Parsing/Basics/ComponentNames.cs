using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Basics;

/// <summary>
/// Decides which C# name each component asks for. If all keys are full names of .NET types, as ASP.NET Core writes them with
/// <c>CustomSchemaIds(type => type.FullName)</c>, a component has the name of its type. Namespaces only tell equal names apart.
/// </summary>
internal static class ComponentNames
{
    /// <summary>Returns the names by the keys of the components.</summary>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<SchemaKey> components)
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        List<(string Key, ClrTypeName Type)> types = [];
        foreach (SchemaKey component in components)
        {
            names[component.Key] = Identifier.Pascal(component.GivenName ?? component.Name);
            if (component.GivenName is null && ClrTypeName.Parse(component.Name) is { IsQualified: true } type)
            {
                types.Add((component.Key, type));
            }
        }

        if (types.Count == components.Count(static component => component.GivenName is null))
        {
            Shorten(types, names);
        }

        return names;
    }

    /// <summary>Gives each type its shortest name that no other component asks for.</summary>
    private static void Shorten(IReadOnlyList<(string Key, ClrTypeName Type)> types, Dictionary<string, string> names)
    {
        HashSet<string> shortened = [.. types.Select(static type => type.Key)];
        HashSet<string> taken = [.. names.Where(name => !shortened.Contains(name.Key)).Select(static name => name.Value)];
        IReadOnlyList<(string Key, ClrTypeName Type)> open = types;
        for (int namespaces = 0; open.Count > 0; namespaces++)
        {
            List<(string Key, ClrTypeName Type)> alike = [];
            foreach (IGrouping<string, (string Key, ClrTypeName Type)> claim in open
                .GroupBy(type => type.Type.Spelled(namespaces), StringComparer.Ordinal)
                .ToArray())
            {
                (string Key, ClrTypeName Type)[] claimants = claim.ToArray();
                if (claimants.Length == 1 && taken.Add(claim.Key))
                {
                    names[claimants[0].Key] = claim.Key;
                }
                else
                {
                    alike.AddRange(claimants.Where(type => type.Type.Depth > namespaces));
                }
            }

            open = alike;
        }
    }
}
