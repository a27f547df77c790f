using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Tests.Running;

/// <summary>
/// Walks the values of the tracked steps. An object in such a value lives as long as the editor and is compared at every
/// keystroke. An object of the compiler would keep a whole compilation alive, and an object of a reader a whole document.
/// </summary>
internal static class PipelineValues
{
    private static readonly string[] _foreign = ["Microsoft.CodeAnalysis", "NSwag", "NJsonSchema", "YamlDotNet", "Newtonsoft.Json"];

    /// <summary>Types are compared by name, since the packed generator has its own copies of the types in this process.</summary>
    private static readonly string _node = typeof(SpecNode).FullName!;

    public static void AssertNothingForeign(GeneratorRunResult result)
    {
        foreach ((string name, var steps) in TrackedSteps.In(result))
        {
            foreach ((object value, _) in steps.SelectMany(static step => step.Outputs))
            {
                string? found = FindForeign(value, name);
                Assert.True(found is null, found);
            }
        }
    }

    /// <returns>Returns the path to the first foreign object, or null.</returns>
    public static string? FindForeign(object value, string name)
    {
        var visited = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<(object Value, string Way)>([(value, name)]);
        while (pending.TryPop(out (object Value, string Way) next))
        {
            Type type = next.Value.GetType();
            if (IsForeign(next.Value, type))
            {
                return $"{next.Way} holds a {type.FullName}";
            }

            if (type.IsPrimitive || type.IsEnum || next.Value is string or Delegate or Type || !visited.Add(next.Value))
            {
                continue;
            }

            if (next.Value is IEnumerable items)
            {
                foreach (object? item in items)
                {
                    Push(item, $"{next.Way}[]");
                }
            }

            foreach (FieldInfo field in Fields(type))
            {
                Push(field.GetValue(next.Value), $"{next.Way}.{field.Name}");
            }
        }

        return null;

        void Push(object? item, string way)
        {
            if (item is not null)
            {
                pending.Push((item, way));
            }
        }
    }

    /// <summary>Compares by <c>is</c> and by every base type, since no value has an abstract type.</summary>
    private static bool IsForeign(object value, Type type)
    {
        if (value is Compilation or ISymbol or SyntaxNode or SyntaxTree or Location or Diagnostic or AdditionalText or Delegate)
        {
            return true;
        }

        for (Type? ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            string assembly = PackedLibrary.OriginalName(ancestor.Assembly.GetName().Name ?? "");
            if (ancestor.FullName == _node || (!type.IsEnum && _foreign.Any(foreign => assembly.StartsWith(foreign, StringComparison.Ordinal))))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<FieldInfo> Fields(Type type)
    {
        for (Type? declaring = type; declaring is not null && declaring != typeof(object); declaring = declaring.BaseType)
        {
            foreach (FieldInfo field in declaring.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                yield return field;
            }
        }
    }
}
