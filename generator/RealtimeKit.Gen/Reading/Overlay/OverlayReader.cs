using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Overlay.Paths;
using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Overlay;

/// <summary>Checks an overlay document and reads its actions. A faulty action is reported and skipped.</summary>
internal sealed class OverlayReader(DiagnosticBag diagnostics)
{
    private static readonly string[] _rootFields = ["overlay", "info", "extends", "actions"];
    private static readonly string[] _infoFields = ["title", "version", "description"];
    private static readonly string[] _actionFields = ["target", "description", "update", "remove", "copy"];

    public List<OverlayAction> Read(SpecNode overlay)
    {
        var actions = new List<OverlayAction>();
        if (overlay is not SpecMapping root)
        {
            Refuse(overlay.Location, "an overlay must be a mapping");
            return actions;
        }

        bool hasCopy = CheckVersion(root);
        CheckFields(root, _rootFields, "an overlay");
        if (Required<SpecMapping>(root, "info", "an overlay", "a mapping") is { } info)
        {
            CheckFields(info, _infoFields, "info");
            Required<SpecScalar>(info, "title", "info", "a string");
            Required<SpecScalar>(info, "version", "info", "a string");
        }

        if (Required<SpecSequence>(root, "actions", "an overlay", "a list") is not { } items)
        {
            return actions;
        }

        if (items.Items.Count == 0)
        {
            Refuse(root.KeyLocation("actions"), "'actions' must contain at least one action");
        }

        foreach (SpecNode item in items.Items)
        {
            if (ReadAction(item, hasCopy) is { } action)
            {
                actions.Add(action);
            }
        }

        return actions;
    }

    /// <summary>Gets whether the version has <c>copy</c>, which was added in 1.1.</summary>
    private bool CheckVersion(SpecMapping root)
    {
        if (Required<SpecScalar>(root, "overlay", "an overlay", "a version") is not { } version)
        {
            return true;
        }

        string[] parts = version.Text.Split('.');
        bool isVersion = parts.Length is 2 or 3 && parts.All(static part => part.Length > 0 && part.All(static c => c is >= '0' and <= '9'));
        if (!isVersion || parts[0] != "1")
        {
            Refuse(version.Location, "the version '" + version.Text + "' is not of the form 1.x.y");
        }

        return !isVersion || parts[1] != "0";
    }

    private OverlayAction? ReadAction(SpecNode item, bool hasCopy)
    {
        if (item is not SpecMapping action)
        {
            Refuse(item.Location, "an action must be a mapping");
            return null;
        }

        CheckFields(action, hasCopy ? _actionFields : _actionFields.Where(static field => field != "copy").ToArray(), "an action");
        if (Required<SpecScalar>(action, "target", "an action", "a JSONPath") is not { } targetText || ReadPath(targetText) is not { } target)
        {
            return null;
        }

        SpecNode? remove = action["remove"];
        if (remove is not (null or SpecScalar { Kind: SpecScalarKind.Boolean }))
        {
            Refuse(remove.Location, "'remove' must be true or false");
            return null;
        }

        return remove is SpecScalar flag && flag.Text[0] is 't' or 'T'
            ? new OverlayAction(target, targetText, null, null, null, IsRemoval: true)
            : ReadChange(action, target, targetText, hasCopy);
    }

    /// <summary>Reads an action that updates its target or copies to it.</summary>
    private OverlayAction? ReadChange(SpecMapping action, JsonPath target, SpecScalar targetText, bool hasCopy)
    {
        SpecNode? update = action["update"];
        SpecNode? copy = hasCopy ? action["copy"] : null;
        if ((update is null) == (copy is null))
        {
            Refuse(action.KeyLocation(update is null ? "target" : "copy"), update is null
                ? "an action must have an 'update'" + (hasCopy ? ", a 'copy'" : "") + " or 'remove: true'"
                : "an action cannot have both an 'update' and a 'copy'");
            return null;
        }

        if (copy is null)
        {
            return new OverlayAction(target, targetText, update, null, null, IsRemoval: false);
        }

        if (copy is not SpecScalar copyText)
        {
            Refuse(copy.Location, "'copy' must be a JSONPath");
            return null;
        }

        return ReadPath(copyText) is { } copied ? new OverlayAction(target, targetText, null, copied, copyText, IsRemoval: false) : null;
    }

    private JsonPath? ReadPath(SpecScalar text)
    {
        JsonPath? path = JsonPathParser.Parse(text.Text, out JsonPathFault? fault);
        if (fault is not null)
        {
            Refuse(CharacterOf(text, fault.Index), "'" + text.Text + "' is not a JSONPath: " + fault.Message);
        }

        return path;
    }

    /// <summary>Returns the place of one character of a scalar. It is exact if the scalar has no escapes and one line.</summary>
    private static SpecLocation CharacterOf(SpecScalar scalar, int index)
    {
        SpecPosition position = scalar.Position;
        int start = scalar.Source.Text.IndexOf(scalar.Text, position.Offset, position.Length, StringComparison.Ordinal);
        if (start < 0 || scalar.Text.Length == 0)
        {
            return scalar.Location;
        }

        int offset = start + Math.Min(index, scalar.Text.Length - 1);
        return new SpecPosition(offset, 1, position.Line, position.Column + offset - position.Offset).In(scalar.Source);
    }

    private T? Required<T>(SpecMapping mapping, string field, string owner, string kind)
        where T : SpecNode
    {
        switch (mapping[field])
        {
            case T value when value is not SpecScalar { Kind: SpecScalarKind.Null }:
                return value;
            case null:
                Refuse(mapping.Location, owner + " has no '" + field + "'");
                return null;
            case { } other:
                Refuse(other.Location, "'" + field + "' must be " + kind);
                return null;
        }
    }

    private void CheckFields(SpecMapping mapping, string[] fields, string owner)
    {
        foreach (SpecEntry entry in mapping.Entries)
        {
            if (Array.IndexOf(fields, entry.Key) < 0 && !entry.IsExtension)
            {
                string known = string.Join(", ", fields) + " and x-...";
                Refuse(mapping.KeyLocation(entry), owner + " has no field '" + entry.Key + "'; the known fields are " + known);
            }
        }
    }

    private void Refuse(SpecLocation location, string message) => diagnostics.Add(Descriptors.OverlayInvalid, location, message);
}
