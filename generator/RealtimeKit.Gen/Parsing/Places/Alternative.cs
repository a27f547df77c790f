using NJsonSchema;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Parsing.Places;

/// <summary>An alternative of a schema whose place is to be found.</summary>
internal sealed class Alternative(JsonSchema schema, SchemaTargets targets)
{
    private HashSet<string>? _members;
    private bool? _hasMembers;
    private bool? _isReference;
    private bool? _isKnown;

    public JsonSchema Schema { get; } = schema;

    public string Name { get; } = LockKey.Token(SpecPointer.Escape(AlternativeNames.Of(schema, targets)));

    /// <summary>Gets a value indicating whether the author chose the name: a title or a constant, which another rarely has by chance.</summary>
    public bool IsChosen => AlternativeNames.IsChosen(Schema);

    /// <summary>Gets or sets the last part of the place that the alternative has without a names file.</summary>
    public string Usual { get; set; } = "";

    /// <summary>Gets or sets the last part of its place.</summary>
    public string? Place { get; set; }

    /// <summary>Gets a value indicating whether the alternative refers to another schema, or only wraps a reference.</summary>
    public bool IsReference => _isReference ??= targets.IsReference(Schema);

    /// <summary>Gets a value indicating whether the names file has the alternative at a place of its own, so that it needs no other.</summary>
    public bool IsKnown => _isKnown ??= targets.IsKnown(Schema);

    public HashSet<string> Members => _members ??= SchemaPaths.Of(Schema, targets);

    public bool HasMembers => _hasMembers ??= Members.Any(SchemaPaths.IsOfMember);
}
