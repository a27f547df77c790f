using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Formats;
using RealtimeKit.Gen.Reading.Overlay;
using RealtimeKit.Gen.Reading.Tree;
using RealtimeKit.Gen.Tests.Reading;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Package;

/// <summary>Tests the bundled document itself.</summary>
public class BundledSpecTests
{
    [Fact]
    public void Every_action_of_the_overlay_still_finds_what_it_corrects()
    {
        Corrected(out DiagnosticBag diagnostics);

        Assert.Empty(diagnostics.ToEquatableArray());
    }

    [Fact]
    public void No_limit_is_left_that_would_refuse_a_real_app_id()
    {
        string corrected = SpecText.Show(Corrected(out _));

        Assert.DoesNotContain("pattern", corrected, StringComparison.Ordinal);
        Assert.DoesNotContain("minLength", corrected, StringComparison.Ordinal);
    }

    [Fact]
    public void The_fragment_itself_keeps_what_upstream_says()
    {
        string fragment = Repository.Read("spec", "recordings.yaml");

        Assert.Contains("pattern: ^[a-f0-9]{32}$", fragment, StringComparison.Ordinal);
        Assert.DoesNotContain("x-ms-", fragment, StringComparison.Ordinal);
    }

    private static SpecNode Corrected(out DiagnosticBag diagnostics)
    {
        diagnostics = new();
        SpecNode document = Read("recordings.yaml", diagnostics);
        return SpecOverlay.Apply(document, Read("recordings.overlay.yaml", diagnostics), diagnostics);
    }

    private static SpecNode Read(string name, DiagnosticBag diagnostics) =>
        SpecReader.Read(new(name, Repository.Read("spec", name)), diagnostics, TestContext.Current.CancellationToken)!;
}
