using Microsoft.CodeAnalysis;
using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Diagnostics;

/// <summary>
/// The diagnostics of one step, in the order of their creation. Each rule has its own limit: of a million faults of one kind, only the
/// first are reported, and they do not hide those of another kind.
/// </summary>
internal sealed class DiagnosticBag
{
    /// <summary>More diagnostics of one rule would not help, and the compiler prints each.</summary>
    public const int MostPerRule = 50;

    private readonly List<DiagnosticInfo> _items = [];
    private readonly HashSet<DiagnosticInfo> _seen = [];
    private readonly HashSet<SpecLocation> _places = [];
    private readonly Dictionary<string, int> _countById = new(StringComparer.Ordinal);

    public bool HasErrors { get; private set; }

    /// <summary>
    /// Gets whether a limit was exceeded. If so, nothing is emitted, because the limits bound the cost of emitting.
    /// </summary>
    public bool IsOverBudget { get; private set; }

    public void Add(DiagnosticDescriptor descriptor, SpecLocation? location, params string[] arguments)
    {
        IsOverBudget |= descriptor.Id == Descriptors.SpecBudgetExceeded.Id;
        HasErrors |= descriptor.DefaultSeverity == DiagnosticSeverity.Error;
        _countById.TryGetValue(descriptor.Id, out int count);
        if (count == MostPerRule)
        {
            return;
        }

        DiagnosticInfo info = DiagnosticInfo.Create(descriptor, location, arguments);
        if (_seen.Add(info))
        {
            _countById[descriptor.Id] = count + 1;
            _items.Add(info);
            if (location is not null)
            {
                _places.Add(location);
            }
        }
    }

    /// <summary>Returns whether no further diagnostic of a rule is kept, so that its message need not be found.</summary>
    public bool IsFull(DiagnosticDescriptor descriptor) => _countById.TryGetValue(descriptor.Id, out int count) && count >= MostPerRule;

    /// <summary>Returns whether a diagnostic was reported at that location.</summary>
    public bool HasAt(SpecLocation location) => _places.Contains(location);

    public EquatableArray<DiagnosticInfo> ToEquatableArray() => _items.ToEquatableArray();
}
