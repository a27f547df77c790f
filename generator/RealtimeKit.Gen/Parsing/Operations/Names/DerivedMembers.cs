using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>The members for one operation, to which its bodies and results are added one after the other.</summary>
/// <param name="members">The members of the class.</param>
internal sealed class DerivedMembers(OperationModel operation, ClassMembers members)
{
    private readonly HashSet<string> _ofBodies = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ofResults = new(StringComparer.Ordinal);

    /// <summary>The names with which the methods of each body begin.</summary>
    private readonly List<string> _stems = operation.Bodies.Count == 0 ? [operation.Name] : [];

    /// <summary>Gets all members that have been added.</summary>
    public IEnumerable<string> All => _ofResults.Concat(_ofBodies).Append(ClassMembers.Request(operation.Name));

    /// <summary>Returns whether a body cannot have a suffix.</summary>
    public bool IsTaken(string suffix)
    {
        string stem = operation.Name + suffix;
        return suffix.Length > 0 && (OfBody(stem).Any(_ofBodies.Contains) || IsOther(ClassMembers.Method(stem)) || IsOther(ClassMembers.Request(stem)));
    }

    /// <summary>Returns whether a result cannot have a suffix.</summary>
    public bool IsTaken(string suffix, ResultModel result)
    {
        string field = ClassMembers.Field(operation.Name, suffix);
        return suffix.Length > 0
            && (IsOther(field)
                || _ofResults.Contains(field)
                || _ofBodies.Contains(field)
                || _stems.Any(stem => _stems.Contains(stem + suffix)
                    || IsOther(ClassMembers.Method(stem + suffix))
                    || (result.HasEvents && IsOther(ClassMembers.Method(stem + suffix + ResultModel.Events)))
                    || OfResult(stem + suffix, result).Any(_ofResults.Contains)));
    }

    /// <summary>Adds the members of a body.</summary>
    public void Add(string suffix)
    {
        string stem = operation.Name + suffix;
        _stems.Add(stem);
        _ofBodies.UnionWith(OfBody(stem));
        members.Add(operation.Name, [ClassMembers.Request(stem)]);
    }

    /// <summary>Adds the members of a result, after those of all bodies.</summary>
    public void Add(string suffix, ResultModel result)
    {
        string[] added = [ClassMembers.Field(operation.Name, suffix), .. _stems.SelectMany(stem => OfResult(stem + suffix, result))];
        _ofResults.UnionWith(added);
        members.Add(operation.Name, added);
    }

    /// <summary>Returns whether another operation has the method of one of the bodies with this end.</summary>
    public bool IsOfOther(string end) => _stems.Any(stem => IsOther(ClassMembers.Method(stem + end)));

    private static string[] OfBody(string stem) =>
    [
        ClassMembers.Request(stem),
        ClassMembers.Method(stem),
        ClassMembers.Method(stem + OperationModel.WithResponse),
        ClassMembers.Method(stem + ResultModel.Events),
    ];

    private static string[] OfResult(string name, ResultModel result) => result switch
    {
        { HasEvents: true } => [ClassMembers.Method(name), ClassMembers.Method(name + ResultModel.Events)],
        { IsStreamed: true } => [ClassMembers.Method(name)],
        _ => [ClassMembers.Method(name), ClassMembers.Method(name + OperationModel.WithResponse)],
    };

    private bool IsOther(string member) => members.IsOfOther(member, operation.Name);
}
