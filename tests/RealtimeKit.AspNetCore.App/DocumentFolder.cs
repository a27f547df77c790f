namespace RealtimeKit.AspNetCore.App;

/// <summary>The folder into which a program writes documents. Its arguments are <c>[folder] [only this document]</c>.</summary>
public sealed class DocumentFolder
{
    private readonly string _directory;
    private readonly string? _only;

    /// <summary>Initializes a new instance from the arguments of the program.</summary>
    public DocumentFolder(string[] arguments) => (_directory, _only) = arguments switch
    {
        [string directory] => (directory, (string?)null),
        [string directory, string only] => (directory, only),
        _ => throw new ArgumentException("Name the folder to write to, and perhaps the one document to write."),
    };

    /// <summary>Runs the application, and writes the document that it serves.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="build">Builds the application.</param>
    /// <param name="address">The path of the document in the application.</param>
    public async Task WriteAsync(string name, Func<WebApplication> build, string address)
    {
        if (_only is not null && _only != name)
        {
            return;
        }

        await using WebApplication application = build();
        await application.StartAsync();
        using var http = new HttpClient { BaseAddress = new(application.Urls.First()) };
        string document = await http.GetStringAsync(address);
        await application.StopAsync();
        Directory.CreateDirectory(_directory);
        await File.WriteAllTextAsync(Path.Combine(_directory, name), document.ReplaceLineEndings("\n").TrimEnd() + "\n");
    }
}
