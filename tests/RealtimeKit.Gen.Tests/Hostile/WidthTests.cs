using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RealtimeKit.Gen.Corpus.Compiling;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Corpus.Workers;
using RealtimeKit.Gen.Testing.Bombing;

namespace RealtimeKit.Gen.Tests.Hostile;

/// <summary>
/// The time of the generator and the compiler grows no faster than the document. Every run checks the emitted text for
/// constructs that would make it grow faster. The long run measures the time, and reports it without a limit.
/// </summary>
public class WidthTests
{
    private const int MostNesting = 32;
    private const int MostArms = 64;

    public static TheoryData<string> Recipes => [.. WidthRecipe.All.Select(static recipe => recipe.What)];

    [Theory]
    [MemberData(nameof(Recipes))]
    public void Four_times_as_many_give_four_times_the_text_in_small_pieces(string what)
    {
        WidthRecipe recipe = WidthRecipe.All.Single(recipe => recipe.What == what);
        IReadOnlyList<SyntaxTree> few = HostileProbe.Run(recipe.Of(100)).Trees;
        IReadOnlyList<SyntaxTree> many = HostileProbe.Run(recipe.Of(400)).Trees;

        Assert.InRange(Length(many) / Length(few), 2, 4.3);
        Assert.InRange(many.Max(MostArmsIn), 0, MostArms);
        Assert.InRange(many.Max(DeepestIn), 0, MostNesting);
        Assert.InRange(many.Max(MostConvertedTuplesIn), 0, MostArms);
    }

    [Fact]
    public void No_depth_of_a_document_is_one_of_the_code()
    {
        foreach (Bomb bomb in DepthBombs.All.Concat(CircleBombs.All))
        {
            HostileProbe probe = HostileProbe.Run(bomb.Text(), "/project/" + bomb.Name);
            int deepest = probe.Trees.Select(DeepestIn).DefaultIfEmpty().Max();
            Assert.True(deepest <= MostNesting, $"{bomb.Name}: {deepest}");
        }
    }

    [Fact]
    public async Task Four_times_as_many_take_about_four_times_as_long()
    {
        Assert.SkipUnless(TestRun.IsLong, "WIDTH-TIME: keeps the compiler busy for minutes; RTK_LONG=1 measures it.");
        string folder = Directory.CreateTempSubdirectory("rtk-width-").FullName;
        try
        {
            foreach (WidthRecipe recipe in WidthRecipe.All)
            {
                CompileResult few = await MeasureAsync(recipe, recipe.Most / 4, folder);
                CompileResult many = await MeasureAsync(recipe, recipe.Most, folder);
                TestContext.Current.SendDiagnosticMessage(
                    "| {0} | {1} → {2} | {3} → {4} | {5} → {6} | {7} → {8} | {9} | {10} |",
                    recipe.What, Number(recipe.Most / 4), Number(recipe.Most),
                    Kilobytes(few.Bytes), Kilobytes(many.Bytes), Kilobytes(few.EmittedBytes), Kilobytes(many.EmittedBytes),
                    Number(few.CompileMilliseconds), Number(many.CompileMilliseconds),
                    PerKilobyte(few, many), (Total(many) / Total(few)).ToString("0.0", CultureInfo.InvariantCulture));
                Assert.Equal((Status.Ok, Status.Ok), (few.Status, many.Status));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Measures in a separate process, so that each measurement starts cold.</summary>
    private static async Task<CompileResult> MeasureAsync(WidthRecipe recipe, int count, string folder)
    {
        string path = Path.Combine(folder, "api.json");
        await File.WriteAllTextAsync(path, recipe.Of(count), TestContext.Current.CancellationToken);
        using var worker = new WorkerProcess(new() { Paths = [], BudgetSeconds = 300 });
        return await worker.RunAsync<CompileResult>(new DocumentRequest("api.json", path, folder, DocumentRole.Positive, new FileInfo(path).Length));
    }

    private static string Kilobytes(long bytes) => Number(bytes / 1000);

    /// <summary>Returns the time of the compiler per additional kilobyte. The difference excludes its start-up time.</summary>
    private static string PerKilobyte(CompileResult few, CompileResult many) =>
        ((many.CompileMilliseconds - few.CompileMilliseconds) * 1000.0 / (many.Bytes - few.Bytes)).ToString("0.0", CultureInfo.InvariantCulture);

    private static double Total(CompileResult report) => report.GeneratorMilliseconds + report.CompileMilliseconds;

    private static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static double Length(IReadOnlyList<SyntaxTree> trees) => trees.Sum(static tree => (double)tree.Length);

    private static int MostArmsIn(SyntaxTree tree) => tree.GetRoot().DescendantNodes()
        .Select(static node => node switch
        {
            SwitchStatementSyntax statement =>
                statement.Sections.Count(static section => section.Labels.All(static label => label is not DefaultSwitchLabelSyntax)),
            SwitchExpressionSyntax expression => expression.Arms.Count,
            _ => 0,
        })
        .DefaultIfEmpty().Max();

    /// <summary>Returns the number of tuples in a member that contain a value other than a call or a cast.</summary>
    private static int MostConvertedTuplesIn(SyntaxTree tree) => tree.GetRoot().DescendantNodes().OfType<TupleExpressionSyntax>()
        .Where(static tuple => tuple.Arguments.Any(static argument => argument.Expression is MemberAccessExpressionSyntax))
        .GroupBy(static tuple => tuple.FirstAncestorOrSelf<MemberDeclarationSyntax>())
        .Select(static tuples => tuples.Count())
        .DefaultIfEmpty().Max();

    /// <summary>Returns the largest number of brackets that are open at once, since the compiler reads them by recursion.</summary>
    private static int DeepestIn(SyntaxTree tree)
    {
        int depth = 0;
        int deepest = 0;
        foreach (SyntaxToken token in tree.GetRoot().DescendantTokens())
        {
            switch (token.Kind())
            {
                case SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken or SyntaxKind.LessThanToken when IsBracket(token):
                    deepest = Math.Max(deepest, ++depth);
                    break;
                case SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken or SyntaxKind.GreaterThanToken when IsBracket(
                    token):
                    depth--;
                    break;
            }
        }

        Assert.Equal(0, depth);
        return deepest;
    }

    /// <summary>Returns whether a token is a bracket and not a comparison operator.</summary>
    private static bool IsBracket(SyntaxToken token) =>
        token.Kind() is not (SyntaxKind.LessThanToken or SyntaxKind.GreaterThanToken)
            || token.Parent is TypeArgumentListSyntax or TypeParameterListSyntax or FunctionPointerParameterListSyntax;
}
