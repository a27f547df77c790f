using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Diagnostics;

/// <summary>
/// Every rule, shown by a document that breaks it. The test checks that all unaffected operations are emitted and compile. An
/// operation named <c>still_here</c> must be emitted.
/// </summary>
public class RefusedDocumentTests
{
    public static TheoryData<string> Names => [.. RefusedDocument.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_document_s_error_is_reported_with_its_place(string name)
    {
        string id = name.Split('_')[0];
        RefusedDocument document = RefusedDocument.Read(name);

        GeneratorRun run = GeneratorRunner.Run(document.Items, language: document.Language);

        Reported[] reported = run.Diagnostics.Where(diagnostic => diagnostic.Id == id).ToArray();
        Assert.True(reported.Length > 0, $"{id} is not among: {string.Join("\n", run.Diagnostics)}");
        Assert.All(reported, diagnostic =>
        {
            Assert.True(diagnostic.IsLocated, diagnostic.ToString());
            Assert.Equal(Descriptors.ById(id).DefaultSeverity, diagnostic.Severity);
            Assert.DoesNotContain("{0}", diagnostic.Message);
        });
        if (document.Marked is { } mark)
        {
            Assert.True(reported.Any(diagnostic => (diagnostic.File, diagnostic.Line) == mark),
                $"{mark.File}({mark.Line}) is not among: {string.Join("\n", reported.AsEnumerable())}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_not_concerned_still_comes_out(string name)
    {
        RefusedDocument document = RefusedDocument.Read(name);
        Assert.SkipUnless(document.Items[0].Text.GetText(TestContext.Current.CancellationToken)
            .ToString()
            .Contains("still_here", StringComparison.Ordinal), "Nothing of this document can come out.");

        Assert.Contains("StillHereAsync", GeneratorRunner.Run(document.Items, language: document.Language).AllText);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_other_error_is_reported_beside_the_one(string name)
    {
        string id = name.Split('_')[0];

        RefusedDocument document = RefusedDocument.Read(name);

        Reported[] others = GeneratorRunner.Run(document.Items, language: document.Language).Diagnostics
            .Where(diagnostic => diagnostic.Id != id && diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error)
            .ToArray();

        Assert.Empty(others);
    }
}
