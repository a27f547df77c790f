using System.Collections;
using System.Runtime.CompilerServices;

namespace RealtimeKit.Gen.Tests.Running;

/// <summary>
/// An output step's value is a pair of the compiler's own: the sources that one call printed, and its diagnostics.
/// Which file belongs to which step stands nowhere else.
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
