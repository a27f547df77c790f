using System.Reflection;
using RealtimeKit.Client.Tests.Flags;

namespace RealtimeKit.Client.Tests.Constructs;

/// <summary>Enums whose values combine several members.</summary>
public sealed class FlagTests : ConstructTest
{
    [Fact]
    public async Task A_combination_is_known_in_numbers_and_in_text()
    {
        Script(200, "application/json",
            """{"permissions":3,"scopes":"Search, Export","bare":"c,a","wide":4294967297,"weekdays":9,"named":6,"list":["read-only, Search","None"]}""");
        using FlagsClient client = Client();

        Grant read = await client.EchoAsync(new(), cancellationToken: CancellationToken);

        Assert.Equal(Permissions.Read | Permissions.Write, read.Permissions!.Value.Value);
        Assert.True(read.Permissions.Value.IsKnown && read.Permissions.Value.Value.HasFlag(Permissions.Write));
        Assert.Equal((Scopes.Search | Scopes.Export, Bare.A | Bare.C), (read.Scopes!.Value.Value, read.Bare!.Value.Value));
        Assert.Equal((Wide.Value1 | Wide.Value4294967296, Weekdays.Value1 | Weekdays.Value8), (read.Wide!.Value.Value, read.Weekdays!.Value.Value));
        Assert.Equal(Named.B | Named.C, read.Named!.Value.Value);
        Assert.Equal([Scopes.Search | Scopes.ReadOnly, Scopes.None], read.List!.Select(static scopes => scopes.Value));
    }

    [Fact]
    public async Task A_combination_is_written_as_NET_writes_it_in_bodies_and_parameters()
    {
        Script(200, "application/json", "{}");
        using FlagsClient client = Client();
        Grant sent = new()
        {
            Permissions = Permissions.Read | Permissions.Delete,
            Scopes = Scopes.ReadOnly | Scopes.Search,
            Bare = Bare.B,
            List = [Scopes.None, Scopes.Export],
        };

        await client.EchoAsync(sent, Permissions.Read | Permissions.Write, Scopes.Search | Scopes.Export, cancellationToken: CancellationToken);

        Assert.Equal(
            """{"permissions":5,"scopes":"Search, read-only","bare":"b","list":["None","Export"],"initial":"Search, read-only","mask":3}""",
            Simulator.Requests.Single().Body);
        Assert.Equal("/client/v4/grants?with=3&scopes=Search%2C%20Export", Simulator.Requests.Single().Path);
    }

    [Fact]
    public async Task The_value_for_no_flags_is_found_behind_a_prefix()
    {
        Script(200, "application/json", """{"access":"ACCESS_READ, ACCESS_WRITE"}""");
        Script(200, "application/json", """{"access":"ACCESS_NONE"}""");
        using FlagsClient client = Client();

        Grant both = await client.EchoAsync(new() { Access = default(Access) }, cancellationToken: CancellationToken);
        Grant none = await client.EchoAsync(new() { Access = Access.Read }, cancellationToken: CancellationToken);

        Assert.Equal((Access.Read | Access.Write, Access.None), (both.Access!.Value.Value, none.Access!.Value.Value));
        Assert.Equal((Access)0, Access.None);
        Assert.Collection(
            Simulator.Requests,
            static request => Assert.StartsWith("""{"access":"ACCESS_NONE",""", request.Body, StringComparison.Ordinal),
            static request => Assert.StartsWith("""{"access":"ACCESS_READ",""", request.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_no_member_is_refused_under_its_wire_name_in_bodies_and_parameters()
    {
        using FlagsClient client = Client();
        const Scopes None = (Scopes)4096;

        ArgumentException parameter =
            await Assert.ThrowsAnyAsync<ArgumentException>(() => client.EchoAsync(new(), scopes: None, cancellationToken: CancellationToken));
        ArgumentException member =
            await Assert.ThrowsAnyAsync<ArgumentException>(() => client.EchoAsync(new() { Scopes = None }, cancellationToken: CancellationToken));

        Assert.Equal(("scopes", "scopes"), (parameter.ParamName, member.ParamName));
        Assert.All([parameter, member], static exception => Assert.DoesNotContain("4096", exception.Message, StringComparison.Ordinal));
        Assert.Empty(Simulator.Requests);
    }

    [Fact]
    public async Task An_unknown_flag_makes_the_whole_value_unknown_and_is_kept()
    {
        const string Json = """{"permissions":67,"scopes":"Search, Later","initial":"Search","mask":1}""";
        Script(200, "application/json", Json);
        Script(200, "application/json", "{}");
        using FlagsClient client = Client();

        Grant read = await client.EchoAsync(new(), cancellationToken: CancellationToken);
        await client.EchoAsync(read, cancellationToken: CancellationToken);

        Assert.Equal((false, "67"), (read.Permissions!.Value.IsKnown, read.Permissions.Value.RawValue));
        Assert.Equal((false, "Search, Later"), (read.Scopes!.Value.IsKnown, read.Scopes.Value.RawValue));
        Assert.Equal(Json, Simulator.Requests.Last().Body);
    }

    [Fact]
    public async Task Numbers_that_may_be_counted_are_no_flags()
    {
        Script(200, "application/json", """{"counts":3,"steps":5,"denied":3}""");
        using FlagsClient client = Client();

        Grant read = await client.EchoAsync(new(), cancellationToken: CancellationToken);

        Assert.False(read.Counts!.Value.IsKnown || read.Steps!.Value.IsKnown || read.Denied!.Value.IsKnown);
    }

    [Theory]
    [InlineData(typeof(Permissions), true)]
    [InlineData(typeof(Scopes), true)]
    [InlineData(typeof(Weekdays), true)]
    [InlineData(typeof(Named), true)]
    [InlineData(typeof(Counts), false)]
    [InlineData(typeof(Steps), false)]
    [InlineData(typeof(Denied), false)]
    public void Flags_are_marked_as_such(Type type, bool areFlags) => Assert.Equal(areFlags, type.GetCustomAttribute<FlagsAttribute>() is not null);

    [Fact]
    public void The_names_and_values_are_those_of_the_document()
    {
        Assert.Equal(
            [("None", 0), ("Read", 1), ("Write", 2), ("Delete", 4)], Enum.GetValues<Permissions>().Select(static value => (value.ToString(), (int)value)));
        Assert.Equal(
            [("None", 0), ("Search", 1), ("Export", 2), ("ReadOnly", 4)], Enum.GetValues<Scopes>().Select(static value => (value.ToString(), (int)value)));
    }

    private FlagsClient Client() => new(new FlagsClientOptions { BaseAddress = Simulator.BaseAddress });
}
