using Microsoft.CodeAnalysis;
using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Diagnostics;

/// <summary>
/// What the stations of one step have to say, in the order in which they said it. Bounded for each rule by itself: a
/// document with a million faults of one kind is told about the first ones, and they do not drown those of another.
/// </summary>
internal sealed class DiagnosticBag
{
    /// <summary>More than this many diagnostics of one rule help nobody, and the compiler prints each.</summary>
    public const int MostPerRule = 50;

    private readonly List<DiagnosticInfo> _items = [];
    private readonly HashSet<DiagnosticInfo> _seen = [];
    private readonly Dictionary<string, int> _countById = new(StringComparer.Ordinal);

    public bool HasErrors { get; private set; }

    /// <summary>Whether a limit was exceeded. Nothing is emitted then: the limits are there because of what emitting would cost.</summary>
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
        }
    }

    public EquatableArray<DiagnosticInfo> ToEquatableArray() => _items.ToEquatableArray();
}
