using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Diagnostics;

/// <summary>The id of a rule is a contract: it is in the release notes, in the documentation, and in a test.</summary>
public partial class RuleTests
{
    /// <summary>A document without operations has nothing to name.</summary>
    private static readonly string[] _nameless = ["RTK0018"];

    public static TheoryData<string> Ids => [.. Descriptors.All.Select(static descriptor => descriptor.Id).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_row_in_the_releases_with_its_severity(string id)
    {
        string releases = Repository.Read("generator", "RealtimeKit.Gen", "AnalyzerReleases.Shipped.md")
            + Repository.Read("generator", "RealtimeKit.Gen", "AnalyzerReleases.Unshipped.md");

        string row = Assert.Single(releases.Split('\n'), line => line.StartsWith(id + " ", StringComparison.Ordinal));
        Assert.Contains($"| {Descriptors.ById(id).DefaultSeverity} |", row);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_row_in_the_documentation(string id) =>
        Assert.Matches($@"(?m)^\|\s*`?{id}`?\s*\|", Repository.Read("generator", "README.md"));

    /// <summary>
    /// No document can show a failure of the generator, because such a failure would be a bug. <c>StationFailureTests</c> test
    /// the rule.
    /// </summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_document_that_shows_it(string id) =>
        Assert.NotEqual(id == GeneratorRunner.FailureId, RefusedDocument.Names.Any(name => name.StartsWith(id + "_", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_is_used_in_the_source(string id)
    {
        string name = typeof(Descriptors).GetFields().Single(field => field.GetValue(null) == (object)Descriptors.ById(id)).Name;

        Assert.Contains(Repository.SourceFiles("generator", "RealtimeKit.Gen"), file => Regex.IsMatch(Repository.Read(file), $@"\bDescriptors\.{name}\b"));
    }

    [Fact]
    public void Every_id_has_the_house_form() =>
        Assert.All(Descriptors.All, static descriptor => Assert.Matches("^RTK[0-9]{4}$", descriptor.Id));

    [Fact]
    public void No_rule_is_documented_that_does_not_exist()
    {
        string documentation = Repository.Read("generator", "README.md");
        string[] known = [.. Descriptors.All.Select(static descriptor => descriptor.Id), .. OfTargets()];

        Assert.All(Id().Matches(documentation).Select(static match => match.Value).Distinct(), id => Assert.Contains(id, known));
    }

    [Theory]
    [InlineData("https://git.example.org/acme.git")]
    [InlineData("https://git.example.org/acme/")]
    public void A_rule_links_to_its_row_in_the_documentation(string repository) =>
        Assert.Equal("https://git.example.org/acme/blob/main/generator/README.md#rules:~:text=RTK0001", HelpLink.Of(repository, "RTK0001"));

    [Theory]
    [InlineData("")]
    [InlineData("/srv/acme.git")]
    [InlineData("git@git.example.org:acme.git")]
    public void A_rule_has_no_link_where_the_repository_is_not_on_the_web(string repository) => Assert.Empty(HelpLink.Of(repository, "RTK0001"));

    [Fact]
    public void The_documentation_has_the_section_that_rules_link_to()
    {
        Assert.All(Descriptors.All, static descriptor => Assert.Equal(HelpLink.Of(descriptor.Id), descriptor.HelpLinkUri));
        Assert.Contains("\n## Rules\n", Repository.Read("generator", "README.md"));
    }

    [Fact]
    public void A_message_names_what_it_is_about() => Assert.All(Descriptors.All, static descriptor =>
    {
        string format = descriptor.MessageFormat.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.False(format.EndsWith('.'), $"{descriptor.Id}: the compiler's messages have no full stop");
        Assert.Equal(!_nameless.Contains(descriptor.Id), format.Contains("{0}", StringComparison.Ordinal));
        Assert.True(descriptor.IsEnabledByDefault);
        Assert.NotEqual(DiagnosticSeverity.Hidden, descriptor.DefaultSeverity);
    });

    /// <summary>Some rules are about the project and are reported before the compiler runs. The tests in Package cover them.</summary>
    [Fact]
    public void A_rule_of_the_targets_has_a_row_in_the_documentation()
    {
        string documentation = Repository.Read("generator", "README.md");

        Assert.NotEmpty(OfTargets());
        Assert.All(OfTargets(), id => Assert.Contains($"| {id} |", documentation));
    }

    private static IEnumerable<string> OfTargets() =>
        CodeOfTargets()
            .Matches(Repository.Read("generator", "RealtimeKit.Gen", "build", "RealtimeKit.Gen.targets"))
            .Select(static match => match.Groups[1].Value)
            .Distinct();

    [GeneratedRegex("Code=\"(RTK[0-9]{4})\"")]
    private static partial Regex CodeOfTargets();

    [GeneratedRegex("RTK[0-9]{4}")]
    private static partial Regex Id();
}
