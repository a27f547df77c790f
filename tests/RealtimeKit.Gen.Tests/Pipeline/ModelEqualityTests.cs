using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Pipeline;

/// <summary>Caching depends on value equality: two models of one text are equal, and models of different texts are not.</summary>
public class ModelEqualityTests
{
    [Fact]
    public void Two_readings_of_one_text_are_equal_and_hash_alike()
    {
        object[] first = Values(SpecTexts.Library);
        object[] second = Values(SpecTexts.Library);

        Assert.NotEmpty(first);
        Assert.Equal(first.Length, second.Length);
        for (int i = 0; i < first.Length; i++)
        {
            Assert.NotSame(first[i], second[i]);
            Assert.True(first[i].Equals(second[i]), $"Two {first[i].GetType()} differ");
            Assert.Equal(first[i].GetHashCode(), second[i].GetHashCode());
        }
    }

    [Fact]
    public void Readings_of_two_texts_differ()
    {
        object[] first = Values(SpecTexts.Library);
        object[] second = Values(SpecTexts.Library.Edit("joined:", "joined_at:"));

        Assert.NotEqual(first, second);
    }

    private static object[] Values(string spec) => TrackedSteps.In(GeneratorRunner.Run(spec).Result)
        .OrderBy(static step => step.Key, StringComparer.Ordinal)
        .SelectMany(static step => step.Value)
        .SelectMany(static step => step.Outputs)
        .Select(static output => output.Value)
        .Where(static value => value is not ValueType)
        .ToArray();
}
