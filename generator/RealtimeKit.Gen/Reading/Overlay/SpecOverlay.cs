using System.Globalization;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Overlay.Paths;
using RealtimeKit.Gen.Reading.Overlay.Patterns;
using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Overlay;

/// <summary>
/// Applies an OpenAPI Overlay (1.0, and <c>copy</c> of 1.1) to a document, so that names and corrections can be kept apart from
/// the original text. Nodes of an overlay keep the source and positions of the overlay.
/// </summary>
internal static class SpecOverlay
{
    /// <summary>Returns the document with all actions applied in order. A faulty action is reported and changes nothing.</summary>
    public static SpecNode Apply(SpecNode document, SpecNode overlay, DiagnosticBag diagnostics)
    {
        ReportOtherDocument(document, overlay, diagnostics);
        var budget = new StepBudget();
        long most = (2L * document.Weight) + overlay.Weight + ReadBudget.MaxOverlayGrowth;
        foreach (OverlayAction action in new OverlayReader(diagnostics).Read(overlay))
        {
            document = Apply(document, action, budget, diagnostics);
            if (budget.IsSpent || document.Weight > most)
            {
                string limit = budget.IsSpent
                    ? ReadBudget.MaxOverlaySteps.ToString("N0", CultureInfo.InvariantCulture) + " steps in applying an overlay"
                    : most.ToString("N0", CultureInfo.InvariantCulture) + " nodes once this overlay is applied";
                diagnostics.Add(Descriptors.SpecBudgetExceeded, action.TargetText.Location, limit);
                break;
            }
        }

        return document;
    }

    /// <summary>
    /// Reports an <c>extends</c> that names another file. Only the file name is compared, because <c>extends</c> can be the URL
    /// from which the document was downloaded.
    /// </summary>
    private static void ReportOtherDocument(SpecNode document, SpecNode overlay, DiagnosticBag diagnostics)
    {
        if (overlay is not SpecMapping root || root["extends"] is not { } extends || extends.AsText() is not { } text)
        {
            return;
        }

        string named = Uri.UnescapeDataString(SpecPath.FileName(text.Split('?', '#')[0]));
        string actual = SpecPath.FileName(document.Source.Path);
        if (named.Length > 0 && !string.Equals(named, actual, StringComparison.Ordinal))
        {
            diagnostics.Add(Descriptors.KeywordIgnored, extends.Location, "extends", $"it refers to '{named}', but the overlay is applied to '{actual}'");
        }
    }

    private static SpecNode Apply(SpecNode document, OverlayAction action, StepBudget budget, DiagnosticBag diagnostics)
    {
        var evaluator = new JsonPathEvaluator(document, budget);
        List<NodePath> targets = evaluator.Evaluate(action.Target);
        if (budget.IsSpent)
        {
            return document;
        }

        if (targets.Count == 0)
        {
            diagnostics.Add(Descriptors.OverlayTargetUnmatched, action.TargetText.Location, action.TargetText.Text, document.Source.Path);
            return document;
        }

        SpecNode? update = action.Update;
        if (action is { Copy: { } copy, CopyText: { } copyText })
        {
            List<NodePath> copied = evaluator.Evaluate(copy);
            if (copied.Count == 0)
            {
                diagnostics.Add(Descriptors.OverlayTargetUnmatched, copyText.Location, copyText.Text, document.Source.Path);
                return document;
            }

            if (copied.Count > 1)
            {
                diagnostics.Add(Descriptors.OverlayInvalid, copyText.Location, "'" + copyText.Text + "' selects several nodes, but 'copy' needs a single node");
                return document;
            }

            update = copied[0].Node;
        }

        OverlayEdit edit = OverlayEdit.Of(targets, budget);
        SpecNode? applied = budget.IsSpent ? document : new OverlayApplier(action, update, budget, diagnostics).Apply(document, edit, depth: 0);
        if (applied is null)
        {
            diagnostics.Add(Descriptors.OverlayInvalid, action.TargetText.Location, "the whole document cannot be removed");
        }

        return budget.IsSpent ? document : applied ?? document;
    }
}
