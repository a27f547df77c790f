using RealtimeKit.Gen.Testing.Bombing;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Hostile;

/// <summary>
/// The work of the generator grows no faster than the document, also if many places lead to the same schemas. The memory that it
/// allocates stands for the work, because it is the same in every run.
/// </summary>
public class GraphTests
{
    /// <summary>The most bytes that are allocated for each character of a document.</summary>
    private const double MostPerCharacter = 2_000;

    public static TheoryData<string> Recipes => [.. GraphRecipes.All.Select(static recipe => recipe.What)];

    public static TheoryData<string> Squares => [.. GraphRecipes.Squares.Select(static recipe => recipe.What)];

    [Theory]
    [MemberData(nameof(Recipes))]
    public void The_work_grows_no_faster_than_the_document(string what) => AssertInProportion(what, static text => HostileProbe.Run(text));

    [Theory]
    [MemberData(nameof(Recipes))]
    public void Nor_does_that_for_a_names_file(string what) => AssertInProportion(what, HostileProbe.RunNamed);

    [Theory]
    [MemberData(nameof(Squares))]
    public void Walks_that_grow_with_the_square_of_the_document_are_refused(string what)
    {
        WidthRecipe recipe = GraphRecipes.Squares.Single(recipe => recipe.What == what);
        string text = recipe.Of(recipe.Most);

        double allocated = AllocatedFor(text, static text => HostileProbe.Run(text));

        Reported refused = Assert.Single(HostileProbe.Run(text).Diagnostics, static diagnostic => diagnostic.Id == "RTK0002");
        Assert.EndsWith("steps through the parts of its schemas", refused.Message, StringComparison.Ordinal);
        Assert.True(refused.IsLocated);
        Assert.InRange(allocated / text.Length, 0, MostPerCharacter);
    }

    [Theory]
    [MemberData(nameof(Squares))]
    public void A_tenth_of_it_is_read(string what)
    {
        WidthRecipe recipe = GraphRecipes.Squares.Single(recipe => recipe.What == what);

        Assert.DoesNotContain(HostileProbe.Run(recipe.Of(recipe.Most / 10)).Diagnostics, static diagnostic => diagnostic.Id == "RTK0002");
    }

    private static void AssertInProportion(string what, Func<string, HostileProbe> run)
    {
        WidthRecipe recipe = GraphRecipes.All.Single(recipe => recipe.What == what);
        string few = recipe.Of(recipe.Most / 4);
        string many = recipe.Of(recipe.Most);
        AllocatedFor(few, run);

        double perCharacter = AllocatedFor(many, run) / many.Length;

        Assert.InRange(perCharacter, 0, MostPerCharacter);
        Assert.InRange(perCharacter / (AllocatedFor(few, run) / few.Length), 0, 1.4);
    }

    private static double AllocatedFor(string text, Func<string, HostileProbe> run)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        HostileProbe probe = run(text);
        Assert.Null(probe.Misbehaviour);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
