using System.Text.Json;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Formats;
using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Tests.Reading;

/// <summary>
/// The YAML test suite, case by case, where it lies beside the repository (<c>../shared/specs</c>) or where <c>OPENAPI_CORPUS</c>
/// points. Invalid YAML is refused with a location; valid YAML equals the JSON beside it.
/// </summary>
public class YamlSuiteTests
{
    private const string NotThere = "the YAML test suite is not here (../shared/specs, or OPENAPI_CORPUS)";

    /// <summary>
    /// The messages for valid YAML that is refused nevertheless. It cannot be expressed in JSON, so no OpenAPI document contains
    /// it.
    /// </summary>
    private static readonly string[] _refusals =
    [
        "A key must be a scalar",
        "A second YAML document starts here",
        "The text is empty",
        "The text contains no YAML document",
    ];

    public static bool IsHere => Folder is not null;

    private static string? Folder { get; } = FindFolder();

    public static TheoryData<string> Negative => Cases("yaml-negative");

    public static TheoryData<string> Positive => Cases("yaml-positive");

    [Theory(Skip = NotThere, SkipUnless = nameof(IsHere))]
    [MemberData(nameof(Negative))]
    public void What_is_not_yaml_is_refused_by_place(string path)
    {
        SpecNode? root = Read(path, out DiagnosticBag diagnostics);

        Assert.Null(root);
        Assert.All(diagnostics.ToEquatableArray(), static info => Assert.NotNull(info.Location));
        Assert.True(diagnostics.HasErrors);
    }

    [Theory(Skip = NotThere, SkipUnless = nameof(IsHere))]
    [MemberData(nameof(Positive))]
    public void What_is_yaml_is_read_as_the_json_beside_it(string path)
    {
        SpecNode? root = Read(path, out DiagnosticBag diagnostics);
        if (root is null)
        {
            string told = Assert.Single(SpecText.Told(diagnostics));
            Assert.Contains(_refusals, refusal => told.Contains(refusal, StringComparison.Ordinal));
            return;
        }

        string json = Path.Combine(Folder!, Path.GetDirectoryName(path)!, "in.json");
        if (File.Exists(json))
        {
            using JsonDocument expected = JsonDocument.Parse(File.ReadAllText(json));
            AssertEqual(expected.RootElement, root);
        }
    }

    private static SpecNode? Read(string path, out DiagnosticBag diagnostics)
    {
        diagnostics = new DiagnosticBag();
        string text = File.ReadAllText(Path.Combine(Folder!, path));
        return SpecReader.Read(new SpecSource("in.yaml", text), diagnostics, TestContext.Current.CancellationToken);
    }

    private static void AssertEqual(JsonElement expected, SpecNode actual)
    {
        switch (actual)
        {
            case SpecMapping mapping:
                Assert.Equal(expected.EnumerateObject()
                    .Select(static property => property.Name)
                    .Order(StringComparer.Ordinal), mapping.Entries.Select(static entry => entry.Key)
                    .Order(StringComparer.Ordinal));
                Assert.All(mapping.Entries, entry => AssertEqual(expected.GetProperty(entry.Key), entry.Value));
                break;
            case SpecSequence sequence:
                Assert.Equal(expected.GetArrayLength(), sequence.Items.Count);
                Assert.All(sequence.Items, (item, index) => AssertEqual(expected[index], item));
                break;
            case SpecScalar { Kind: SpecScalarKind.String } scalar:
                Assert.Equal(expected.GetString(), scalar.Text);
                break;
            case SpecScalar { Kind: SpecScalarKind.Null }:
                Assert.Equal(JsonValueKind.Null, expected.ValueKind);
                break;
            case SpecScalar { Kind: SpecScalarKind.Boolean } scalar:
                Assert.Equal(expected.GetBoolean().ToString(), scalar.Text, ignoreCase: true);
                break;
            case SpecScalar scalar when scalar.Text.StartsWith("0", StringComparison.Ordinal) && scalar.Text.Length > 1:
                Assert.Equal(JsonValueKind.Number, expected.ValueKind);
                break;
            case SpecScalar scalar:
                Assert.Equal(expected.GetDouble(), double.Parse(scalar.Text, System.Globalization.CultureInfo.InvariantCulture));
                break;
        }
    }

    /// <summary>A theory without cases fails, so a skipped theory has one case without data.</summary>
    private static TheoryData<string> Cases(string role) => Folder is null ? [""] : new(File.ReadLines(Path.Combine(Folder, "MANIFEST.tsv"))
        .Select(static line => line.Split('\t'))
        .Where(fields => fields.Length > 11 && fields[11] == role)
        .Select(static fields => fields[0]));

    private static string? FindFolder()
    {
        string? folder = Environment.GetEnvironmentVariable("OPENAPI_CORPUS");
        if (string.IsNullOrEmpty(folder))
        {
            DirectoryInfo? root = new(AppContext.BaseDirectory);
            while (root is not null && !File.Exists(Path.Combine(root.FullName, "RealtimeKit.Gen.sln")))
            {
                root = root.Parent;
            }

            folder = root is null ? null : Path.Combine(root.FullName, "..", "shared", "specs");
        }

        return folder is not null && File.Exists(Path.Combine(folder, "MANIFEST.tsv")) ? folder : null;
    }
}
