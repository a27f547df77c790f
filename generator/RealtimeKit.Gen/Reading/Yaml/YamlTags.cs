using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Reading.Tree;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RealtimeKit.Gen.Reading.Yaml;

/// <summary>
/// Handles explicit tags. Those of the core schema (<c>!!str !!int !!float !!bool !!null !!map !!seq</c>) are applied, and
/// rejected if the node does not match them. Any other tag, including <c>!!timestamp</c> and <c>!!binary</c>, has no meaning in
/// OpenAPI. It is ignored and reported (RTK0007).
/// </summary>
internal sealed class YamlTags(SpecSource source, DiagnosticBag diagnostics)
{
    private const string Core = "tag:yaml.org,2002:";

    public ReadFault? Fault { get; private set; }

    public bool TryResolve(Scalar scalar, SpecPosition position, out SpecScalarKind kind)
    {
        bool isPlain = scalar.Style == ScalarStyle.Plain;
        kind = isPlain ? YamlCoreSchema.KindOf(scalar.Value) : SpecScalarKind.String;
        if (scalar.Tag.IsEmpty)
        {
            return true;
        }

        if (scalar.Tag.IsNonSpecific)
        {
            kind = SpecScalarKind.String;
            return true;
        }

        SpecScalarKind meant = isPlain ? kind : YamlCoreSchema.KindOf(scalar.Value);
        switch (scalar.Tag.Value)
        {
            case Core + "str":
                kind = SpecScalarKind.String;
                return true;
            case Core + "null":
                kind = SpecScalarKind.Null;
                return Check(meant == kind, "!!null", position);
            case Core + "bool":
                kind = SpecScalarKind.Boolean;
                return Check(meant == kind, "!!bool", position);
            case Core + "int":
                kind = SpecScalarKind.Integer;
                return Check(meant == kind, "!!int", position);
            case Core + "float":
                kind = SpecScalarKind.Number;
                return Check(meant is SpecScalarKind.Number or SpecScalarKind.Integer, "!!float", position);
            case Core + "map" or Core + "seq":
                return Check(false, "!!" + scalar.Tag.Value.Substring(Core.Length), position);
            default:
                Ignore(scalar.Tag, position);
                return true;
        }
    }

    public bool Accepts(NodeEvent collection, SpecPosition position)
    {
        if (collection.Tag.IsEmpty || collection.Tag.IsNonSpecific)
        {
            return true;
        }

        switch (collection.Tag.Value)
        {
            case Core + "map" or Core + "seq":
                bool isMapping = collection is MappingStart;
                return Check(isMapping == (collection.Tag.Value == Core + "map"), isMapping ? "!!seq" : "!!map", position);
            case Core + "str" or Core + "null" or Core + "bool" or Core + "int" or Core + "float":
                return Check(false, "!!" + collection.Tag.Value.Substring(Core.Length), position);
            default:
                Ignore(collection.Tag, position);
                return true;
        }
    }

    private void Ignore(TagName tag, SpecPosition position) => diagnostics.Add(Descriptors.TagIgnored, position.In(source), tag.Value);

    private bool Check(bool isRight, string tag, SpecPosition position)
    {
        if (!isRight)
        {
            Fault = ReadFault.NotReadable(source, position, "This value does not match its tag '" + tag + "'");
        }

        return isRight;
    }
}
