using RealtimeKit.Gen.Emission.Text;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using static RealtimeKit.Gen.Emission.Text.RuntimeNames;

namespace RealtimeKit.Gen.Emission.Types;

/// <summary>
/// Prints <c>PrintMembers</c> for a record if the compiler's version would show a secret, or would throw for raw JSON
/// that is not valid text.
/// </summary>
internal static class RecordTextEmitter
{
    /// <param name="writer">The target.</param>
    /// <param name="modifiers">The modifiers that the compiler requires for this record.</param>
    /// <param name="members">The record's own members, in order.</param>
    public static void Emit(SourceWriter writer, string modifiers, IEnumerable<(string Name, TypeRef Type)> members)
    {
        (string Name, TypeRef Type)[] all = members.ToArray();
        if (!Array.Exists(all, static member => IsSpecial(member.Type)))
        {
            return;
        }

        bool isDerived = modifiers.EndsWith("override", StringComparison.Ordinal);
        IEnumerable<string> shown = PairText.Tuples(Array.ConvertAll(all, static member => (member.Name, Shown(member.Name, member.Type))), "object?");
        writer.WriteLine();
        if (modifiers.StartsWith("protected", StringComparison.Ordinal))
        {
            // Records that derive from it see the member, so the compiler asks for its documentation.
            writer.WriteLine("/// <summary>Appends the members to a text, without secrets. Returns whether there are any.</summary>");
        }

        string before = isDerived ? "base.PrintMembers(builder)" : "false";
        string list = $"new (string, object?)[] {{ {string.Join(", ", shown)} }}";
        writer.WriteLine($"{modifiers} bool PrintMembers({StringBuilder} builder) => {RecordText}.Print(builder, {before}, {list});");
    }

    private static bool IsSpecial(TypeRef type) => type.IsSecret || type.Kind == PrimitiveKind.Element;

    private static string Shown(string name, TypeRef type) => type.IsSecret
        ? $"{RecordText}.Hide(this.{Identifier.Escape(name)})"
        : $"this.{Identifier.Escape(name)}";
}
