using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

/// <summary>The names of methods whose operationIds begin with the words of their tag, but have no separator.</summary>
public class NounFirstNameTests
{
    [Theory]
    [InlineData("Account", "accountGet", "Get")]
    [InlineData("Signature Request", "signatureRequestSend", "Send")]
    [InlineData("Files", "FilesGetOne", "GetOne")]
    [InlineData("Files", "fileGetOne", "GetOne")]
    [InlineData("Files", "fileGetFileById", "GetById")]
    [InlineData("to-do items", "todoItemDeleteAll", "DeleteAll")]
    [InlineData("OAuth", "oauthRevoke", "Revoke")]
    [InlineData("Files", "fileSystemGet", "FileSystemGet")]
    [InlineData("Files", "filesystemGet", "FilesystemGet")]
    [InlineData("Pulls", "pullRequestComment", "PullRequestComment")]
    [InlineData("Accounts", "accountGetList", "AccountGetList")]
    [InlineData("Accounts", "accountList", "List")]
    [InlineData("Download", "downloadExport", "DownloadExport")]
    [InlineData("Files", "fileDetails", "FileDetails")]
    [InlineData("Files", "files", "Files")]
    [InlineData("Pulls", "pull-request-stacks/unstack", "PullRequestStacksUnstack")]
    public void The_tag_is_omitted_before_a_word_that_is_certainly_the_verb(string tag, string operationId, string method) =>
        Assert.Equal([method], Run(tag, "get " + operationId).MethodNames);

    [Theory]
    [InlineData("Containers", "get containerTop, post containerKill, get containerLogs", "Kill Logs Top")]
    [InlineData("Containers", "get containerTop, post containerKill, get containerLogs, put putArchive", "Kill Logs PutArchive Top")]
    [InlineData("Containers", "get containerTop, post containerKill", "ContainerKill ContainerTop")]
    [InlineData("Containers", "get containerTop, get containerStats, get containerLogs", "ContainerLogs ContainerStats ContainerTop")]
    [InlineData("Tasks", "get taskList, get taskFind, get taskLogs", "Find List Logs")]
    [InlineData("Teams", "get teamSubTeams, get teamGetTeams, post teamInvite", "Get Invite SubTeams")]
    [InlineData("Reports", "post reportSpam, post reportUser, post reportBug", "ReportBug ReportSpam ReportUser")]
    [InlineData("Search", "get searchGetUsers, get searchListPets, get searchFindShops", "FindShops GetUsers ListPets")]
    [InlineData("Accounts", "get accountListItems, get accountRequestKey, get accountSetUp", "ListItems RequestKey SetUp")]
    [InlineData("Files", "get fileSystemInfo, post fileSystemMount, put fileSystemSize", "FileSystemInfo FileSystemMount FileSystemSize")]
    [InlineData("Search", "get searchUsers, post searchPets, get searchShops", "SearchPets SearchShops SearchUsers")]
    [InlineData("Files", "get fileTop, post fileKill, get fileSize, get kill", "FileKill Kill Size Top")]
    public void The_tag_is_omitted_if_most_methods_of_the_class_begin_with_it(string tag, string operations, string expected)
    {
        string[] all = operations.Split(", ");
        Assert.Equal(expected.Split(' '), Run(tag, all).MethodNames);
        Assert.Equal(expected.Split(' '), Run(tag, [.. all.Reverse()]).MethodNames);
    }

    [Theory]
    [InlineData("get accountGet", "get getAccount", "AccountGet Get")]
    [InlineData("get accountGet", "get get", "AccountGet Get")]
    [InlineData("get accountGet", "get accountsGet", "AccountGet AccountsGet")]
    public void The_tag_stays_beside_another_method_of_the_short_name(string one, string other, string expected)
    {
        Assert.Equal(expected.Split(' '), Run("Account", one, other).MethodNames);
        Assert.Equal(expected.Split(' '), Run("Account", other, one).MethodNames);
    }

    [Fact]
    public void A_names_file_keeps_a_method_with_its_tag()
    {
        string document = Document("Account", ["get accountGet", "post accountCreate"]);

        GeneratorRun run = NamedRun.Of(document, NamedRun.Write(document).Replace("/0 = Get", "/0 = AccountGet", StringComparison.Ordinal));

        Assert.Equal(["AccountGet", "Create"], run.MethodNames);
        run.AssertNoDiagnostics();
    }

    private static GeneratorRun Run(string tag, params string[] operations) => GeneratorRunner.Run(Document(tag, operations));

    /// <param name="operations">The method and the operationId of each operation.</param>
    private static string Document(string tag, string[] operations) => $$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        paths:
        {{string.Join('\n', operations.Select((operation, index) =>
            $$"""  /{{index}}: { {{operation.Split(' ')[0]}}: { tags: ['{{tag}}'], operationId: '{{operation.Split(' ')[1]}}', responses: { '204': { description: ok } } } }"""))}}
        """;
}
