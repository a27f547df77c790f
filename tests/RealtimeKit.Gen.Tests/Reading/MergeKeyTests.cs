using RealtimeKit.Gen.Reading.Tree;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Reading;

/// <summary>YAML merge keys, read as most readers of YAML read them.</summary>
public class MergeKeyTests
{
    [Theory]
    [InlineData("{<<: *x, c: own}", "{c: 'own', b: 1}")]
    [InlineData("{<<: *x, b: own}", "{b: 'own'}")]
    [InlineData("{b: own, <<: *x}", "{b: 'own'}")]
    [InlineData("{<<: [*x, *y]}", "{b: 1, z: 3}")]
    [InlineData("{<<: [*y, *x]}", "{b: 2, z: 3}")]
    [InlineData("{<<: *y, z: own, <<: *x}", "{z: 'own', b: 2}")]
    [InlineData("{<<: {q: 4}, b: own}", "{b: 'own', q: 4}")]
    [InlineData("{<<: *m}", "{own: 5, b: 2, z: 3}")]
    [InlineData("{<<: [*m, {own: 6, p: 7}]}", "{own: 5, b: 2, z: 3, p: 7}")]
    [InlineData("{<<: *list}", "{b: 1, z: 3}")]
    [InlineData("{<<: {<<: *x, i: 8}}", "{i: 8, b: 1}")]
    [InlineData("{<<: {}}", "{}")]
    [InlineData("{<<: []}", "{}")]
    [InlineData("{!!merge <<: *x}", "{b: 1}")]
    [InlineData("{'<<': *x}", "{<<: {b: 1}}")]
    [InlineData("{\"<<\": text}", "{<<: 'text'}")]
    [InlineData("{!!str <<: text}", "{<<: 'text'}")]
    [InlineData("{a: <<}", "{a: '<<'}")]
    public void A_merge_key_brings_the_entries_that_the_mapping_does_not_have_itself(string mapping, string expected)
    {
        SpecNode root = SpecText.Read($"x: &x {{b: 1}}\ny: &y {{b: 2, z: 3}}\nm: &m {{<<: *y, own: 5}}\nlist: &list [*x, *y]\nread: {mapping}\n");

        Assert.Equal(expected, SpecText.Show(((SpecMapping)root)["read"]));
    }

    [Theory]
    [InlineData("a:\n  <<: text\n  b: c\n", "RTK0004 (2,3)", "'text'")]
    [InlineData("a:\n  <<:\n  b: c\n", "RTK0004 (2,3)", "'null'")]
    [InlineData("x: &x 5\na: {b: c, <<: *x}\n", "RTK0004 (2,11)", "'5'")]
    [InlineData("a: {<<: [{b: c}, [{d: e}]]}\n", "RTK0004 (1,5)", "a list within the list")]
    public void What_cannot_be_merged_is_an_error_at_the_merge_key(string text, string place, string found)
    {
        SpecNode? root = SpecText.Read(text, "spec.yaml", out string[] told);

        Assert.Equal("{b: 'c'}", SpecText.Show((root as SpecMapping)?["a"]));
        Assert.StartsWith(place, Assert.Single(told), StringComparison.Ordinal);
        Assert.Contains(found, told[0]);
    }

    [Fact]
    public void A_merged_entry_has_the_place_where_it_was_written()
    {
        var root = (SpecMapping)SpecText.Read("x: &x\n  b: 1\nread:\n  <<: *x\n");
        SpecEntry entry = Assert.Single(((SpecMapping)root["read"]!).Entries);

        Assert.Equal((1, 2), (entry.KeyPosition.Line, entry.KeyPosition.Column));
        Assert.Equal((1, 5), (entry.Value.Position.Line, entry.Value.Position.Column));
    }

    [Fact]
    public void A_key_that_is_merged_is_no_key_that_occurs_twice()
    {
        SpecText.Read("x: &x {b: 1}\nread: {b: 2, <<: *x, b: 3}\n", "spec.yaml", out string[] told);

        Assert.Equal(["RTK0003 (2,22): The key 'b' occurs twice in one mapping (first on line 2); only the first is read"], told);
    }

    [Fact]
    public void A_chain_of_merges_is_no_deep_nesting()
    {
        SpecNode root = SpecText.Read(
            "a0: &a0 {k0: v}\n" + string.Concat(Enumerable.Range(0, 200).Select(static i => $"a{i + 1}: &a{i + 1} {{<<: *a{i}, k{i + 1}: v}}\n")));

        Assert.Equal(201, Assert.IsType<SpecMapping>(((SpecMapping)root)["a200"]).Entries.Count);
    }

    [Theory]
    [InlineData("alone")]
    [InlineData("in a list")]
    public void Merges_are_counted_by_what_they_expand_to(string form)
    {
        // Each of n mappings merges the one before, so that all together have n² / 2 entries.
        string text = "a0: &a0 {k0: v}\n"
            + string.Concat(Enumerable.Range(0, 3_000).Select(i => $"a{i + 1}: &a{i + 1} {{<<: {(form == "alone" ? $"*a{i}" : $"[*a{i}]")}, k{i + 1}: v}}\n"));

        Assert.Null(SpecText.Read(text, "spec.yaml", out string[] told));
        Assert.StartsWith("RTK0002", Assert.Single(told), StringComparison.Ordinal);
        Assert.Contains("nodes reached through aliases", told[0]);
    }

    /// <summary>The same document with its merge keys and with the keys written out is the same client, to the byte.</summary>
    [Fact]
    public void A_document_with_merge_keys_is_the_client_of_the_one_without()
    {
        const string head = """
            openapi: 3.0.3
            info: { title: Merged, version: '1' }
            x-errors: &errors
              '404': { description: None, content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }
            x-base: &base
              type: object
              required: [id]
            """;
        const string operations = """

            paths:
              /things:
                get:
                  operationId: get_thing
                  responses:
                    '200': { description: One, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
                    ERRORS
            components:
              schemas:
                Problem: { type: object, properties: { detail: { type: string } } }
                Thing:
                  BASE
                  properties: { id: { type: string, format: uuid } }
            """;
        string merged = head + operations.Edit("ERRORS", "<<: *errors").Edit("BASE", "<<: *base");
        string written = head + operations
            .Edit("ERRORS", "'404': { description: None, content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }")
            .Edit("BASE", "type: object\n      required: [id]");

        GeneratorRun run = GeneratorRunner.Run(merged).AssertNoDiagnostics();

        Assert.Equal(GeneratorRunner.Run(written).AllText, run.AllText);
        Assert.Contains("Guid Id", run.AllText);
    }
}
