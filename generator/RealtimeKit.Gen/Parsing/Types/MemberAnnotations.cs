using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>Decides the default and the name of a member, which several schemas can give it. The first counts, and others are reported.</summary>
internal sealed class MemberAnnotations(SchemaIndex index, DiagnosticBag diagnostics)
{
    /// <summary>Returns the default of a member, or null.</summary>
    /// <param name="parts">The schemas that describe the member.</param>
    /// <param name="isKind">Whether the member is a discriminator. A record sends its own value, so every level may have a default.</param>
    public object? DefaultOf(string wireName, IReadOnlyCollection<JsonSchema> parts, bool isKind)
    {
        JsonSchema[] all = parts.SelectMany(part => Annotations.Defaults(part, index)).Distinct().ToArray();
        if (!isKind)
        {
            ReportOthers("default", wireName, all, static part => PlainText.Of(part.Default));
        }

        return all.FirstOrDefault()?.Default;
    }

    /// <summary>Returns the name that an extension gives a member, or null. That of a component is the name of its type.</summary>
    /// <param name="parts">The schemas that describe the member.</param>
    /// <param name="hasType">Whether a type is emitted for the member's value.</param>
    public string? NameOf(string wireName, IReadOnlyCollection<JsonSchema> parts, bool hasType)
    {
        HashSet<JsonSchema> written = [.. parts, .. parts.SelectMany(OwnParts.Of)];
        ILookup<bool, JsonSchema> all = parts.SelectMany(part => Annotations.Names(part, index)).Distinct().ToLookup(written.Contains);
        JsonSchema[] own = all[true].ToArray();
        ReportOthers(SchemaExtensions.ClientName, wireName, own, static part => part.GivenMemberName());
        foreach (JsonSchema component in hasType ? [] : all[false])
        {
            diagnostics.Add(
                Descriptors.KeywordIgnored,
                index.LocationOf(component),
                SchemaExtensions.ClientName,
                "no type is emitted for the component, and a property is named where it refers to it");
        }

        return own.FirstOrDefault()?.GivenMemberName();
    }

    private void ReportOthers(string what, string wireName, JsonSchema[] all, Func<JsonSchema, string?> textOf)
    {
        string? used = all.Length < 2 ? null : textOf(all[0]);
        foreach (JsonSchema other in used is null ? [] : all.Where(other => textOf(other) is { } text && text != used))
        {
            diagnostics.Add(
                Descriptors.PartInvalid,
                index.LocationOf(other),
                $"The {what} of '{wireName}' is '{textOf(other)}' here but '{used}' in another part of the 'allOf'");
        }
    }
}
