using System.Reflection;
using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Tests.Emission;

public class RuntimeNamesTests
{
    public static TheoryData<string> Names => new(typeof(RuntimeNames)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(static constant => (string)constant.GetRawConstantValue()!)
        .Where(static name => !name.EndsWith('.')));

    [Theory, MemberData(nameof(Names))]
    public void A_name_that_emitted_code_says_exists(string name)
    {
        string type = name["global::".Length..];
        Assembly[] assemblies = [typeof(RealtimeKit.Runtime.ApiTransport).Assembly, typeof(object).Assembly, typeof(Uri).Assembly, typeof(HttpClient).Assembly, typeof(System.Text.Json.JsonElement).Assembly];

        Assert.Contains(assemblies, assembly => type == "System.Obsolete"
            ? assembly.GetType("System.ObsoleteAttribute") is not null
            : Enumerable.Range(0, 3).Any(arity => assembly.GetType(arity == 0 ? type : $"{type}`{arity}") is { IsVisible: true }));
    }
}
