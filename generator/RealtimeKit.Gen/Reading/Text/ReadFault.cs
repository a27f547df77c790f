using Microsoft.CodeAnalysis;
using RealtimeKit.Gen.Diagnostics;

namespace RealtimeKit.Gen.Reading.Text;

/// <summary>Why a text could not be read to its end. It is a value, since a text may be tried as JSON before YAML.</summary>
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
