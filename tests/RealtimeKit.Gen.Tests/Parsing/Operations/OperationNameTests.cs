using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

/// <summary>The names of the methods in the class of a tag.</summary>
public class OperationNameTests
{
    [Theory]
    [InlineData("Files", "Files_GetOne", "GetOne")]
    [InlineData("Files", "Files.GetTwo", "GetTwo")]
    [InlineData("Files", "files.getOne", "GetOne")]
    [InlineData("Files", "files_getOne", "GetOne")]
    [InlineData("files", "FILES/get-one", "GetOne")]
    [InlineData("Files", "files-get_one", "GetOne")]
    [InlineData("Files", "files:getOne", "GetOne")]
    [InlineData("Files", "files__getOne", "GetOne")]
    [InlineData("Files", "Files--getOne", "GetOne")]
    [InlineData("Files", "Files_GetOneAsync", "GetOne")]
    [InlineData("My files", "MyFiles_GetOne", "GetOne")]
    [InlineData("my-files", "my_files_get", "Get")]
    [InlineData("Files", "Files_2", "_2")]
    [InlineData("Files", "FilesGetOne", "FilesGetOne")]
    [InlineData("Files", "File_GetOne", "FileGetOne")]
    [InlineData("File", "Files_GetOne", "FilesGetOne")]
    [InlineData("Files", "Files_", "Files")]
    [InlineData("Files", "Files", "Files")]
    [InlineData("Files", "GetOne_Files", "GetOneFiles")]
    [InlineData("Files", "Files2_Get", "Files2Get")]
    public void A_method_is_not_called_after_its_tag_where_a_separator_ends_it(string tag, string operationId, string method) =>
        Assert.Equal([method], Methods(Paths((tag, operationId))));

    [Theory]
    [InlineData("Files_Get", "Get", "FilesGet,Get")]
    [InlineData("Files_Get", "GetAsync", "FilesGet,Get")]
    [InlineData("Files_Files_Get", "Files_Get", "FilesFilesGet,Get")]
    [InlineData("Files_List", "Files.Get", "Get,List")]
    public void A_name_is_not_cut_to_that_of_another_whatever_their_order(string one, string other, string methods)
    {
        string[] expected = methods.Split(',');

        Assert.Equal(expected, Methods(Paths(("Files", one), ("Files", other))));
        Assert.Equal(expected, Methods(Paths(("Files", other), ("Files", one))));
    }

    [Fact]
    public void A_name_is_cut_within_its_own_group_only()
    {
        GeneratorRun run = Paths(("Files", "Files_Get"), ("Other", "Files_Get2"), ("Other", "Get"));

        Assert.Equal(["FilesGet2", "Get", "Get"], Methods(run));
        run.AssertNoDiagnostics();
    }

    [Fact]
    public void A_name_that_the_author_gives_is_never_cut()
    {
        GeneratorRun run = GeneratorRunner.Run("""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /a: { get: { tags: [Files], operationId: Files_Get, x-ms-client-name: Files_Look, responses: { '204': { description: ok } } } }
            """);

        Assert.Equal(["FilesLook"], Methods(run));
    }

    private static GeneratorRun Paths(params (string Tag, string Id)[] operations) => GeneratorRunner.Run($$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        paths:
        {{string.Join("\n", operations.Select(static (operation, index) =>
            $$"""  /{{index}}: { get: { tags: ['{{operation.Tag}}'], operationId: '{{operation.Id}}', responses: { '204': { description: ok } } } }"""))}}
        """);

    private static IEnumerable<string> Methods(GeneratorRun run) => run.Assembly.GetTypes()
        .SelectMany(static type => type.GetMethods())
        .Select(static method => method.Name)
        .Where(static name => name.EndsWith("Async", StringComparison.Ordinal) && name != "DisposeAsync"
            && !name.EndsWith("WithResponseAsync", StringComparison.Ordinal))
        .Select(static name => name[..^"Async".Length])
        .Order(StringComparer.Ordinal);
}
