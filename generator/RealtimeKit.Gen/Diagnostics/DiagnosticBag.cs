using Microsoft.CodeAnalysis;
using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Diagnostics;

/// <summary>
/// What the stations of one step have to say, in the order in which they said it. Bounded: a document with a
/// million faults is told about the first ones.
/// </summary>
internal sealed class DiagnosticBag
{
    /// <summary>More than this many diagnostics help nobody, and the compiler prints each.</summary>
    public const int Limit = 200;

    private readonly List<DiagnosticInfo> _items = [];
    private readonly HashSet<DiagnosticInfo> _seen = [];

    public bool HasErrors { get; private set; }

    public void Add(DiagnosticDescriptor descriptor, SpecLocation? location, params string[] arguments)
    {
        HasErrors |= descriptor.DefaultSeverity == DiagnosticSeverity.Error;
        if (_items.Count == Limit)
        {
            return;
        }

        DiagnosticInfo info = DiagnosticInfo.Create(descriptor, location, arguments);
        if (_seen.Add(info))
        {
            _items.Add(info);
        }
    }

    public EquatableArray<DiagnosticInfo> ToEquatableArray() => _items.ToEquatableArray();
}
