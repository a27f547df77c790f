using System.Globalization;
using NJsonSchema;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Parsing.Places;

/// <summary>The paths to the types within a schema and to their members and values, as <see cref="LockedContents"/> has those of a place.</summary>
internal sealed class SchemaPaths
{
    private const int Deepest = 6;
    private const int Most = 500;
    private const int MostVisits = 2000;

    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly SchemaTargets _targets;
    private int _visits;

    private SchemaPaths(SchemaTargets targets) => _targets = targets;

    /// <summary>Returns whether a path leads to a member or a value, and not to a type.</summary>
    public static bool IsOfMember(string path) => path.IndexOf(' ') >= 0;

    /// <param name="schema">A schema. If it is a reference, the paths are those within its target.</param>
    public static HashSet<string> Of(JsonSchema schema, SchemaTargets targets)
    {
        SchemaPaths paths = new(targets);
        paths.Visit(targets.Meant(schema), "", 0);
        return paths._paths;
    }

    /// <summary>
    /// Visits a schema, and those to which it refers. They can be schemas of which the author has just made components. Those that the file
    /// has at places of their own are none.
    /// </summary>
    private void Visit(JsonSchema schema, string path, int depth)
    {
        if (depth > Deepest || _paths.Count >= Most || _visits++ >= MostVisits)
        {
            return;
        }

        if (schema.Reference is not null)
        {
            if (!_targets.IsKnown(schema))
            {
                Visit(ReferenceChain.Of(schema).Last(), path, depth);
            }

            return;
        }

        AddMembers(schema, path);
        if (schema.Items.Count > 0)
        {
            // A tuple is a type, and its items are no members.
            _paths.Add(path);
        }

        foreach ((string part, JsonSchema contained) in ContainedSchemas.Of(schema))
        {
            Visit(contained, path + "/" + LockKey.Token(part), depth + 1);
        }

        foreach (JsonSchema part in schema.AllOf)
        {
            Visit(part, path, depth + 1);
        }

        VisitAlternatives(schema.OneOf, path, depth);
        VisitAlternatives(schema.AnyOf, path, depth);
    }

    private void VisitAlternatives(ICollection<JsonSchema> alternatives, string path, int depth)
    {
        foreach (JsonSchema alternative in alternatives)
        {
            Visit(alternative, alternatives.Count == 1 ? path : Within(path, AlternativeNames.Of(alternative, _targets)), depth + 1);
        }

        if (alternatives.Count > 1)
        {
            _paths.Add(path);
        }
    }

    /// <summary>Returns the path to an alternative. That to an enum is the path to the whole, as its author may have opened or closed the enum.</summary>
    private static string Within(string path, string alternative) =>
        alternative == AlternativeNames.Enum ? path : $"{path}{LockedContents.OneOf}{Token(alternative)}";

    private void AddMembers(JsonSchema schema, string path)
    {
        // A constant is no type, so the file has no line for its value.
        IEnumerable<object?> values = schema.Enumeration.Count > 1 ? schema.Enumeration : [];
        foreach (string member in schema.Properties.Keys.Concat(values.Select(static value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")))
        {
            _paths.Add(path);
            _paths.Add(path + " " + LockKey.Token(member));
        }
    }

    private static string Token(string name) => LockKey.Token(SpecPointer.Escape(name));
}
