using Microsoft.CodeAnalysis;
using RealtimeKit.Gen.Diagnostics;

namespace RealtimeKit.Gen.Reading.Text;

/// <summary>The reason why a text could not be read completely. It is a value, because a text may be read as JSON before YAML.</summary>
internal sealed class ReadFault(DiagnosticDescriptor descriptor, SpecLocation location, params string[] arguments)
{
    public static ReadFault NotReadable(SpecSource source, SpecPosition position, string message) =>
        new(Descriptors.SpecNotReadable, position.In(source), message);

    public static ReadFault OverBudget(SpecSource source, SpecPosition position, string limit) =>
        new(Descriptors.SpecBudgetExceeded, position.In(source), limit);

    public SpecLocation Location => location;

    public bool IsOverBudget => descriptor == Descriptors.SpecBudgetExceeded;

    public void AddTo(DiagnosticBag diagnostics) => diagnostics.Add(descriptor, location, arguments);
}
