using System.Collections;
using System.Runtime.CompilerServices;

namespace RealtimeKit.Gen.Tests.Running;

/// <summary>
/// The value of an output step is a pair of the compiler: the sources that one call added, and its diagnostics. Only this value
/// shows which file belongs to which step.
/// </summary>
internal static class OutputValue
{
    public static IEnumerable<string> HintNames(object value)
    {
        var pair = Assert.IsAssignableFrom<ITuple>(value);
        foreach (object source in Assert.IsAssignableFrom<IEnumerable>(pair[0]))
        {
            yield return (string)source.GetType().GetProperty("HintName")!.GetValue(source)!;
        }
    }
}
