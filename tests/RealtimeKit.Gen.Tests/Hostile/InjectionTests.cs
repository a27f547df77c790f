using System.Collections.Concurrent;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using RealtimeKit.Gen.Testing.Injection;

namespace RealtimeKit.Gen.Tests.Hostile;

/// <summary>
/// A payload in a string produces code of the same shape as a harmless word, or is refused. Parts that are left out with a
/// diagnostic may make the code smaller, never larger.
/// </summary>
public class InjectionTests
{
    private const int ShortRun = 250;

    private static readonly string _template = InjectionTemplate.With(-1, "").Json;
    private static readonly HostileSeed _seed = new(_template);

    private readonly ConcurrentDictionary<int, SyntaxShape> _twins = new();
    private int _accepted;

    [Fact]
    public void The_template_itself_comes_out_whole()
    {
        HostileProbe probe = HostileProbe.Run(_template);

        Assert.Null(probe.Misbehaviour);
        Assert.DoesNotContain(probe.Diagnostics, static diagnostic => diagnostic.Severity > DiagnosticSeverity.Info);
        Assert.NotEmpty(probe.Trees);
        Assert.Null(probe.CompileFault(Stream.Null));
    }

    [Fact]
    public void There_are_enough_payloads_and_positions()
    {
        Assert.True(Payloads.All.Distinct(StringComparer.Ordinal).Count() >= 40);
        Assert.True(Payloads.All.Count * InjectionTemplate.PositionCount >= 10_000);
    }

    [Fact]
    public void Code_that_runs_at_load_would_be_seen()
    {
        const string Harmless = "file static class Seen { [global::System.Runtime.CompilerServices.Mod\\u0075leInitializer] internal static void Run() { } }";
        HostileProbe probe = _seed.Original.With(static source => source + Harmless);

        Assert.False(SyntaxShape.Of(_seed.Original.Trees).HasInitializer);
        Assert.True(SyntaxShape.Of(probe.Trees).HasInitializer);
        Assert.True(RunsAtLoad(probe));
    }

    [Fact]
    public void No_string_becomes_code()
    {
        var random = new Random(TestRun.Seed);
        (int Position, string Payload)[] cases = Enumerable.Range(0, InjectionTemplate.PositionCount)
            .SelectMany(static position => Payloads.All.Select(payload => (position, payload)))
            .ToArray();
        random.Shuffle(cases);

        HostileRun.All(cases.Take(TestRun.Count(ShortRun, inLong: cases.Length)).ToArray(), FaultOf);

        // Refusing everything would be safe but useless.
        Assert.True(_accepted > 0);
        Assert.False(AppContext.TryGetSwitch(Payloads.Switch, out _));
    }

    private string? FaultOf((int Position, string Payload) attack)
    {
        (string json, string way) = InjectionTemplate.With(attack.Position, attack.Payload);
        if (json == _template || IsAnotherDescription(way, attack.Payload))
        {
            return null;
        }

        string? fault = FaultOf(attack, way, json);
        return fault is null ? null : $"{way} ← {Visible(attack.Payload)}: {fault}";
    }

    /// <summary>
    /// Payloads that are valid at their position: a word of OpenAPI, a name of the document, an address, or an empty path or tag.
    /// The code may be larger.
    /// </summary>
    private static bool IsAnotherDescription(string way, string payload) =>
        (way.EndsWith("/type", StringComparison.Ordinal) && payload is "object" or "string" or "file")
        || (way.StartsWith("key ", StringComparison.Ordinal) && payload is "required")
        || (way.StartsWith("key #/paths/", StringComparison.Ordinal) && payload.Length == 0)
        || (way.EndsWith("/tags[]", StringComparison.Ordinal) && payload.Length == 0)
        || (way.EndsWith("/servers[]/url", StringComparison.Ordinal) && payload.StartsWith("https://", StringComparison.Ordinal))
        || ((way.EndsWith("/$ref", StringComparison.Ordinal) || way.Contains("/mapping/", StringComparison.Ordinal))
            && payload.StartsWith("#/components/", StringComparison.Ordinal));

    private string? FaultOf((int Position, string Payload) attack, string way, string json)
    {
        HostileProbe probe = _seed.Run(json);
        if (probe.Misbehaviour is { } misbehaviour)
        {
            return misbehaviour;
        }

        var shape = SyntaxShape.Of(probe.Trees);
        bool mayHaveFewer = probe.IsWarnedAbout || Ineffective(probe) > Ineffective(_seed.Original);
        if (shape.DifferenceFrom(_twins.GetOrAdd(attack.Position, TwinOf), mayHaveFewer) is not null)
        {
            // Strings that are limited or sorted by length change the shape of the code if their length changes.
            string twin = InjectionTemplate.With(attack.Position, Twin(attack.Payload, way)).Json;
            if (shape.DifferenceFrom(SyntaxShape.Of(_seed.Run(twin).Trees), mayHaveFewer) is { } difference)
            {
                return $"shape differs: {difference}";
            }
        }

        if (_seed.CompileFault(probe) is { } compileFault)
        {
            return compileFault;
        }

        if (!probe.IsRefused)
        {
            Interlocked.Increment(ref _accepted);
        }

        return shape.HasInitializer && RunsAtLoad(probe) ? "has a module initializer" : null;
    }

    /// <summary>
    /// Returns the number of RTK0034 and RTK0035, which report parts without an effect: no code is emitted for an invalid server
    /// address, for example.
    /// </summary>
    private static int Ineffective(HostileProbe probe) => probe.Diagnostics.Count(static diagnostic => diagnostic.Id is "RTK0034" or "RTK0035");

    /// <summary>
    /// Returns a harmless word of the same length. It is a path with as many parts and parameters for a path, and a media
    /// type for letters with a slash.
    /// </summary>
    private static string Twin(string payload, string way)
    {
        string kept = way.StartsWith("key #/paths/", StringComparison.Ordinal)
            ? "/{}"
            : payload.All(static unit => unit == '/' || char.IsAsciiLetter(unit))
            ? "/"
            : "";
        return kept.Length > 0 && payload.Length > 0
            ? string.Concat(payload.Select((unit, index) => kept.Contains(unit, StringComparison.Ordinal) ? unit : (char)('a' + (index % 26))))
            : new string('b', Math.Max(1, Encoding.UTF8.GetByteCount(payload)));
    }

    private static SyntaxShape TwinOf(int position) => SyntaxShape.Of(_seed.Run(InjectionTemplate.With(position, InjectionTemplate.Benign).Json).Trees);

    /// <summary>Searches the metadata for a module initializer and runs it. The switch must not be set.</summary>
    private static bool RunsAtLoad(HostileProbe probe)
    {
        using var assembly = new MemoryStream();
        if (probe.CompileFault(assembly) is not null)
        {
            return false;
        }

        assembly.Position = 0;
        using var image = new PEReader(assembly, PEStreamOptions.LeaveOpen);
        MetadataReader metadata = image.GetMetadataReader();
        TypeDefinition module = metadata.GetTypeDefinition(metadata.TypeDefinitions.First());
        if (module.GetMethods().Count > 0)
        {
            return true;
        }

        assembly.Position = 0;
        var loadContext = new AssemblyLoadContext("Hostile", isCollectible: true);
        RuntimeHelpers.RunModuleConstructor(loadContext.LoadFromStream(assembly).ManifestModule.ModuleHandle);
        loadContext.Unload();
        return AppContext.TryGetSwitch(Payloads.Switch, out _);
    }

    private static string Visible(string payload) =>
        string.Concat(payload.Take(80).Select(static unit => unit is >= ' ' and < (char)127 ? unit.ToString() : $"\\u{(int)unit:X4}"));
}
