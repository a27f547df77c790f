using System.Globalization;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Parsing.Types;

namespace RealtimeKit.Gen.Parsing.Finishing;

/// <summary>Turns the draft of an enum into its model.</summary>
internal sealed class EnumFinisher(EnumMemberNames members, Documentation documentation)
{
    public EnumModel Finish(EnumDraft draft)
    {
        IReadOnlyDictionary<string, string> names = members.Of(draft);
        string[] wire = draft.Values.Select(static value => value.Value).ToArray();
        string[] numbers = draft.IsNumeric ? wire : draft.AreFlags ? FlagsRule.NumbersOf(wire, names).ToArray() : Array.ConvertAll(wire, static _ => "");
        return new EnumModel
        {
            Name = draft.Name,
            Doc = documentation.OfSchema(draft.Schema, $"The values of {draft.Name}."),
            IsObsolete = draft.Schema.IsDeprecated,
            IsNumeric = draft.IsNumeric,
            IsLong = Array.Exists(
                numbers,
                static number => number.Length > 0 && !int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)),
            AreFlags = draft.AreFlags,
            IsInText = draft.IsInText,
            Members = draft.Values
                .Select((value, index) => new EnumMemberModel(
                    names[value.Value],
                    value.Value,
                    numbers[index],
                    documentation.Of(null, value.Description, null, $"`{value.Value}`")))
                .ToEquatableArray(),
        };
    }
}
