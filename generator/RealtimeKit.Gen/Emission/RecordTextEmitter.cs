using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using static RealtimeKit.Gen.Emission.RuntimeNames;

namespace RealtimeKit.Gen.Emission;

/// <summary>
/// Prints what a record shows of itself, where the compiler's own would show a secret, or fail over raw JSON that cannot
/// be shown.
/// </summary>
internal static class RecordTextEmitter
{
    /// <param name="writer">Into this.</param>
    /// <param name="modifiers">Of the method, as the compiler demands them of this record.</param>
    /// <param name="members">The record's own members in order.</param>
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
        string before = isDerived ? "base.PrintMembers(builder)" : "false";
        string list = $"new (string, object?)[] {{ {string.Join(", ", shown)} }}";
        writer.WriteLine($"{modifiers} bool PrintMembers({StringBuilder} builder) => {RecordText}.Print(builder, {before}, {list});");
    }

    private static bool IsSpecial(TypeRef type) => type.IsSecret || type.Kind == PrimitiveKind.Element;

    private static string Shown(string name, TypeRef type) => type.IsSecret
        ? $"{RecordText}.Hide(this.{Identifier.Escape(name)})"
        : $"this.{Identifier.Escape(name)}";
}
