using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Selection;

/// <summary>Applies the filters of an item, and reports the patterns that select nothing, with the reason.</summary>
internal sealed class OperationFilter
{
    private readonly SpecSelection _selection;
    private readonly Glob[][] _patterns;
    private int _unmatched;

    public OperationFilter(SpecSelection selection)
    {
        _selection = selection;
        _patterns = selection.Filters.Select(static filter => filter.Patterns.Select(static pattern => new Glob(pattern)).ToArray()).ToArray();
    }

    public bool IsSelected(SlicedOperation operation) => Enumerable.Range(0, _patterns.Length).All(filter => Passes(operation, filter));

    /// <summary>
    /// Reports the patterns that select nothing. A pattern that matches no operation is treated as a misspelling. If it
    /// matches some, but the other filters exclude all of them, the message names these filters.
    /// </summary>
    public void Report(IReadOnlyList<SlicedOperation> all, DiagnosticBag diagnostics)
    {
        if (all.Count == 0)
        {
            return;
        }

        List<(int Filter, Glob Pattern)> crowdedOut = [];
        bool isMisspelt = false;
        for (int filter = 0; filter < _patterns.Length; filter++)
        {
            foreach (Glob pattern in _patterns[filter])
            {
                SlicedOperation[] alone = all.Where(operation => Matches(operation, filter, pattern)).ToArray();
                if (alone.Length == 0)
                {
                    isMisspelt = true;
                    ReportUnmatched(all, filter, pattern, diagnostics);
                }
                else if (!alone.Any(IsSelected))
                {
                    crowdedOut.Add((filter, pattern));
                }
            }
        }

        if (all.Any(IsSelected))
        {
            foreach ((int filter, Glob pattern) in crowdedOut)
            {
                SpecFilter own = _selection.Filters[filter];
                IEnumerable<SpecFilter> others = _selection.Filters.Where(other => other != own);
                diagnostics.Add(
                    Descriptors.SelectionEmpty,
                    own.Location,
                    $"The filter {own.Option}=\"{pattern.Text}\" selects no operation together with {string.Join(" and ", others)}");
            }
        }
        else if (!isMisspelt && crowdedOut.Count > 0)
        {
            IEnumerable<string> counts = Enumerable.Range(0, _patterns.Length).Select(filter => all.Count(operation => Passes(operation, filter)).Invariant());
            diagnostics.Add(
                Descriptors.SelectionEmpty,
                _selection.Location,
                $"The filters {string.Join(" and ", _selection.Filters)} select no operation together; separately, they "
                    + $"select {string.Join(" and ", counts)}");
        }
    }

    private void ReportUnmatched(IReadOnlyList<SlicedOperation> all, int filter, Glob pattern, DiagnosticBag diagnostics)
    {
        SpecFilter own = _selection.Filters[filter];
        if (++_unmatched > DiagnosticBag.MostPerRule)
        {
            return;
        }

        string hint = SeparatorHint(all, filter, pattern.Text);
        if (hint.Length == 0)
        {
            IReadOnlyList<string> nearest = NearestName.FindAll(
                pattern.Text,
                all.SelectMany(operation => Keys(operation, own.Option)).Distinct(StringComparer.Ordinal),
                count: 3);
            hint = NearestName.DidYouMean(nearest);
        }

        diagnostics.Add(Descriptors.SelectionEmpty, own.Location, $"The filter {own.Option}=\"{pattern.Text}\" selects no operation{hint}");
    }

    /// <summary>Returns a hint if the text is several patterns that are not separated by a semicolon, or an empty string.</summary>
    private string SeparatorHint(IReadOnlyList<SlicedOperation> all, int filter, string text)
    {
        foreach (char separator in new[] { ',', ' ', '|' })
        {
            string[] parts = text.Split([separator], StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length > 1 && parts.Select(static part => new Glob(part.Trim())).Any(part => all.Any(operation => Matches(operation, filter, part))))
            {
                return $"; patterns are separated by ';', not by '{separator}'";
            }
        }

        return "";
    }

    private bool Passes(SlicedOperation operation, int filter) => _patterns[filter].Any(pattern => Matches(operation, filter, pattern));

    private bool Matches(SlicedOperation operation, int filter, Glob pattern) => Keys(operation, _selection.Filters[filter].Option).Any(pattern.IsMatch);

    /// <summary>Returns the values that a filter is matched against. A webhook has a name instead of a path, and its <c>operationId</c> is optional.</summary>
    private static IEnumerable<string> Keys(SlicedOperation operation, string option) => option switch
    {
        SpecFilter.Tags => operation.Operation["tags"].AsSequence()?.Items.Select(static tag => tag.AsText() ?? "") ?? [],
        SpecFilter.Paths => [operation.Path],
        _ when operation.Operation["operationId"].AsText() is { } id => operation.IsWebhook ? [operation.Path, id] : [id],
        _ when operation.IsWebhook => [operation.Path],
        _ => [operation.Method.ToUpperInvariant() + " " + operation.Path],
    };
}
