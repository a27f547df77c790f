using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Basics;

/// <summary>
/// Decides which C# name each component asks for. If all keys are full names of .NET types, as ASP.NET Core writes them with
/// <c>CustomSchemaIds(type => type.FullName)</c>, a component has the name of its type. The same applies to each name behind a
/// package, such as <c>io.k8s.api.core.v1.Pod</c>, and to names in lower case that all begin alike, such as
/// <c>api.v2010.account.address</c>. Namespaces and packages only tell equal names apart.
/// </summary>
internal static class ComponentNames
{
    /// <summary>Returns the names by the keys of the components.</summary>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<SchemaKey> components)
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        List<(string Key, QualifiedName Type)> types = [];
        foreach (SchemaKey component in components)
        {
            names[component.Key] = Identifier.Pascal(component.GivenName ?? component.Name);
            if (component.GivenName is null && QualifiedName.Parse(component.Name) is { IsQualified: true } type)
            {
                types.Add((component.Key, type));
            }
        }

        Shorten(Qualified(types, components.Count(static component => component.GivenName is null)), names);
        return names;
    }

    /// <summary>Returns the types whose names are surely qualified, and not just written with dots.</summary>
    private static List<(string Key, QualifiedName Type)> Qualified(List<(string Key, QualifiedName Type)> types, int all)
    {
        bool areNet = types.Count == all && types.TrueForAll(static type => type.Type.IsNet);
        string?[] roots = types
            .Where(static type => !type.Type.IsNet && !type.Type.HasPackage)
            .Select(static type => type.Type.LowerCaseRoot)
            .ToArray();
        bool haveRoot = roots.Length > 1 && roots[0] is { } root && Array.TrueForAll(roots, other => other == root);
        return types.FindAll(type => type.Type.HasPackage || (type.Type.IsNet ? areNet : haveRoot));
    }

    /// <summary>Gives each type its shortest name that no other component asks for.</summary>
    private static void Shorten(IReadOnlyList<(string Key, QualifiedName Type)> types, Dictionary<string, string> names)
    {
        HashSet<string> shortened = [.. types.Select(static type => type.Key)];
        HashSet<string> taken = [.. names.Where(name => !shortened.Contains(name.Key)).Select(static name => name.Value)];
        IReadOnlyList<(string Key, QualifiedName Type)> open = types;
        for (int namespaces = 0; open.Count > 0; namespaces++)
        {
            List<(string Key, QualifiedName Type)> alike = [];
            foreach (IGrouping<string, (string Key, QualifiedName Type)> claim in open
                .GroupBy(type => type.Type.Spelled(namespaces), StringComparer.Ordinal)
                .ToArray())
            {
                (string Key, QualifiedName Type)[] claimants = claim.ToArray();
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
